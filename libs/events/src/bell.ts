/** Tells followers that there may be something new. Losing a ring is harmless: who waits looks by itself after a while. */
export class Bell {
  private rung = 0;
  private readonly waiting = new Set<() => void>();

  /** How often it rang so far; note it before looking, and pass it to {@link wait}. */
  get rings(): number {
    return this.rung;
  }

  ring(): void {
    this.rung += 1;
    for (const wake of this.waiting) wake();
  }

  /** Resolves when it rang since `seen`, when the milliseconds have passed or when the signal aborts. */
  wait(seen: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.rung !== seen || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
