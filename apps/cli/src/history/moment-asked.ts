import { readAsAt } from '@linking/domain/link/as-at.js';
import type { LinkMoment } from '@linking/application/links/link-at.js';
import { CommandFailed } from '../terminal.js';

export interface MomentOptions {
  readonly revision?: string;
  readonly asAt?: string;
  readonly clock?: string;
}

/** The moment that is asked for; undefined for the present. It means what it means to the API. */
export function momentAsked({ revision, asAt, clock }: MomentOptions): LinkMoment | undefined {
  if (revision !== undefined && asAt !== undefined) {
    throw new CommandFailed('Ask for a revision or for a date, not for both: --revision or --as-at.');
  }
  if (clock !== undefined && clock !== 'known-then' && clock !== 'known-now') {
    throw new CommandFailed('--clock is known-then or known-now.');
  }
  if (clock !== undefined && asAt === undefined) {
    throw new CommandFailed('--clock says how --as-at is meant: give a date as well.');
  }
  if (revision !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(revision)) throw new CommandFailed('--revision is a whole number from 1.');
    return { revision: Number(revision) };
  }
  if (asAt === undefined) return undefined;
  const moment = readAsAt(asAt);
  if (moment === undefined) {
    throw new CommandFailed(
      `--as-at is a day such as 2027-01-15 or an instant such as 2027-01-15T09:00:00Z; ${asAt} is neither.`,
    );
  }
  return { asAt: moment, clock: clock ?? 'known-then' };
}
