import type { Terminal } from './terminal.js';

const WIDTH = 30;
const REDRAW_MS = 100;
const LINE_EVERY = 0.25;

export interface Progress {
  /** From 0 to 1. */
  readonly part: number;
  /** Such as `27 MB of 60 MB, 23,000 rows`. */
  readonly text: string;
}

/** A bar that redraws itself on a terminal; elsewhere, in a log say, a plain line for every quarter. */
export class ProgressBar {
  private drawnAt = 0;
  private nextLine = 0;
  private drawn = false;

  constructor(private readonly err: Terminal['err']) {}

  show({ part, text }: Progress): void {
    const percent = `${Math.floor(part * 100)} %`.padStart(5);
    if (this.err.isTTY) {
      const now = performance.now();
      if (part < 1 && now - this.drawnAt < REDRAW_MS) return;
      this.drawnAt = now;
      this.drawn = true;
      const full = Math.round(part * WIDTH);
      this.err.write(`\r\u001b[2K[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]${percent}  ${text}`);
    } else if (part >= this.nextLine) {
      this.nextLine = Math.floor(part / LINE_EVERY) * LINE_EVERY + LINE_EVERY;
      this.err.write(`${percent}  ${text}\n`);
    }
  }

  /** Leaves the bar as it stands and begins a new line. */
  end(): void {
    if (this.drawn) this.err.write('\n');
  }
}
