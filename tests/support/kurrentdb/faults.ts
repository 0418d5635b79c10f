import type { Relay } from './relay.js';

/** When the connection breaks: before the append is written, or after it and before its answer. */
export type Moment = 'before-commit' | 'after-commit';

/** What can go wrong on purpose. */
export class Faults {
  accessDenied = false;
  /** How often the client asks what the server can do and is told nothing. */
  unansweredFeatures = 0;
  private next: { readonly moment: Moment; readonly how: 'cut' | 'mute' } | undefined;

  constructor(private readonly relay: Relay) {}

  breakAtNextAppend(moment: Moment, how: 'cut' | 'mute'): void {
    this.next = { moment, how };
  }

  /** Whether one is still to come. */
  get waiting(): boolean {
    return this.next !== undefined;
  }

  features(tell: () => void): void {
    if (this.unansweredFeatures === 0) tell();
    else this.unansweredFeatures -= 1;
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
