/** An event type this version of the program cannot read: written by a newer one, or by somebody else. */
export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';

  constructor(
    readonly type: string,
    readonly stream: string,
    readonly revision: number,
  ) {
    super(`Event ${revision} of ${stream} has the type ${type}, which this version does not know`);
  }
}
