import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Work } from './appending-process.js';

/** Processes that append at once, each with a store and connections of its own. */
export class Processes {
  private constructor(private readonly children: readonly ChildProcess[]) {}

  static async start(count: number, url: string): Promise<Processes> {
    const program = fileURLToPath(new URL('appending-process.ts', import.meta.url));
    const children = Array.from({ length: count }, () => fork(program, [url]));
    await Promise.all(children.map((child) => once(child, 'message')));
    return new Processes(children);
  }

  /** Appends a second of all together. */
  async rate(work: Work): Promise<number> {
    const rates = await Promise.all(
      this.children.map(async (child) => {
        const answer = once(child, 'message');
        child.send(work);
        const [rate] = (await answer) as [number];
        return rate;
      }),
    );
    return rates.reduce((sum, rate) => sum + rate, 0);
  }

  async stop(): Promise<void> {
    await Promise.all(
      this.children.map((child) => {
        const ended = once(child, 'exit');
        child.disconnect();
        return ended;
      }),
    );
  }
}
