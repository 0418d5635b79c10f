import type { Relay } from './relay.js';

/** When the connection breaks: before the append is written, or after it and before its answer. */
export type Moment = 'before-commit' | 'after-commit';

/** What can go wrong on purpose. */
export class Faults {
  accessDenied = false;
  private next: { readonly moment: Moment; readonly how: 'cut' | 'mute' } | undefined;

  constructor(private readonly relay: Relay) {}

  breakAtNextAppend(moment: Moment, how: 'cut' | 'mute'): void {
    this.next = { moment, how };
  }

  /** Whether one is still to come. */
  get waiting(): boolean {
    return this.next !== undefined;
  }

  append<T>(write: () => T): T | 'lost' | 'denied' {
    if (this.accessDenied) return 'denied';
    const fault = this.next;
    if (!fault) return write();
    this.next = undefined;
    if (fault.moment === 'after-commit') write();
    if (fault.how === 'cut') this.relay.cut();
    else this.relay.mute();
    return 'lost';
  }
}
