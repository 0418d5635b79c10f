export interface ChangeSince {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly actor: string;
}

/** She saved on top of a revision that is no longer the last one; what she typed is kept by the page. */
export class ChangedBySomeoneElse extends Error {
  override readonly name = 'ChangedBySomeoneElse';

  constructor(
    readonly currentRevision: number,
    /** Who made the last change: a name to show, or null when unknown. */
    readonly changedBy: string | null,
    readonly changes: readonly ChangeSince[],
  ) {
    super('This was changed by someone else while you were working on it.');
  }
}
