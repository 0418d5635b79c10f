import type { KeptFault } from '@linking/events/ledger/kept-checkpoint.js';

/** The first thing that is wrong with the log, for somebody who was not there. */
export interface FirstWrong {
  readonly sentence: string;
  readonly leaf?: number;
  readonly stream?: string;
  readonly revision?: number;
  readonly eventId?: string;
  /** Where it is the checkpoint that somebody kept, or what it says of the log. */
  readonly kept?: KeptFault;
}

/** Ends a verification at the first thing that is wrong. */
export class Wrong extends Error {
  override readonly name = 'Wrong';
  readonly wrong: FirstWrong;

  constructor(sentence: string, at: Omit<FirstWrong, 'sentence'> = {}) {
    super(sentence);
    const { leaf, stream, revision, eventId, kept } = at;
    this.wrong = {
      sentence,
      ...(leaf === undefined ? {} : { leaf }),
      ...(stream === undefined ? {} : { stream }),
      ...(revision === undefined ? {} : { revision }),
      ...(eventId === undefined ? {} : { eventId }),
      ...(kept === undefined ? {} : { kept }),
    };
  }
}
