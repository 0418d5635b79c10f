/** Tells the workers of the same process that something may be due. Losing one is harmless: they also look by themselves. */
export class Nudge {
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  nudge(): void {
    for (const listener of this.listeners) listener();
  }
}
