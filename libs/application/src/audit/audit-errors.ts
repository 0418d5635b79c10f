import type { KeptFault } from '@linking/events/ledger/kept-checkpoint.js';

/** No event was signed yet, so there is nothing to prove with. */
export class NothingSigned extends Error {
  override readonly name = 'NothingSigned';

  constructor() {
    super(
      'Nothing was signed yet. Wait some seconds after the first event; if it lasts, see that the workers run.',
    );
  }
}

/** The checkpoint that somebody kept is no good one, or the log is not the one that it speaks of. */
export class KeptRefused extends Error {
  override readonly name = 'KeptRefused';

  constructor(
    readonly fault: KeptFault,
    sentence: string,
  ) {
    super(sentence);
  }
}

/** There is no signed tree of that size. */
export class UnknownSize extends Error {
  override readonly name = 'UnknownSize';

  constructor(
    readonly field: 'from' | 'to',
    size: number,
    newest: number,
  ) {
    super(
      size > newest
        ? `${field} is ${size}, but only ${newest} events are signed. If you have a checkpoint of ${size}, events were taken out: tell the national office.`
        : `${field} is ${size}, which is beyond the other size. Put the smaller size into from.`,
    );
  }
}
