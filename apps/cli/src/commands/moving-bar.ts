import { ProgressBar } from '../progress-bar.js';
import type { Terminal } from '../terminal.js';

/** One bar for work in phases: each begins where the one before ended. */
export class MovingBar {
  private readonly bar: ProgressBar;
  private phase = '';
  private began = 0;
  private first = 0;

  constructor(err: Terminal['err']) {
    this.bar = new ProgressBar(err);
  }

  /** @param from part of all the work at which the phase begins, `to` at which it ends */
  readonly tell =
    (phase: string, from: number, to: number, things = 'events') =>
    (done: number, total: number): void => {
      if (this.phase !== phase) [this.phase, this.began, this.first] = [phase, performance.now(), done];
      const seconds = (performance.now() - this.began) / 1_000;
      const rate = seconds > 0.2 ? `, ${inWords((done - this.first) / seconds)} a second` : '';
      const part = total === 0 ? 1 : Math.min(1, done / total);
      this.bar.show({
        part: from + (to - from) * part,
        text: `${phase}: ${inWords(done)} of ${inWords(total)} ${things}${rate}`,
      });
    };

  end(): void {
    this.bar.end();
  }
}

export const inWords = (count: number) => Math.round(count).toLocaleString('en-GB');
