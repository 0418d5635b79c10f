import { setTimeout } from 'node:timers/promises';

/** Milliseconds between two runs: what wakes a sweep often, such as an import, wakes it once for many changes. */
const REST = 20;

/**
 * Runs a task again and again, one at a time: at intervals of real time and at once whenever it is woken. Woken while
 * it runs or rests, it runs once more afterwards, so nothing that happened meanwhile is missed.
 */
export class Sweep {
  private running: Promise<void> | undefined;
  private onceMore = false;
  private stopped = false;
  private readonly timer: NodeJS.Timeout;

  /** @param every milliseconds */
  constructor(
    every: number,
    private readonly task: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => this.wake(), every);
  }

  wake(): void {
    if (this.stopped) return;
    if (this.running !== undefined) {
      this.onceMore = true;
      return;
    }
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    do {
      this.onceMore = false;
      try {
        await this.task();
      } catch (error) {
        this.onError(error);
      }
      await setTimeout(REST);
    } while (this.wantedAgain());
    this.running = undefined;
  }

  private wantedAgain(): boolean {
    return this.onceMore && !this.stopped;
  }
}
