import { endOfLondonDay } from '@linking/domain/calendar/london.js';
import type { Link } from '@linking/domain/link/link.js';
import {
  dayOf,
  linkAtRevision,
  linkKnownNow,
  linkKnownThen,
  type ReplayClock,
} from '@linking/domain/link/replay.js';
import { NotFound } from '../accounts/access-errors.js';
import type { LinkHistory } from './link-history.js';

/** A place in a link's history: after so many of its events, or a day or instant by one of the two clocks. */
export type LinkMoment =
  | { readonly revision: number }
  /** A London day (its end is meant) or an ISO instant in UTC with milliseconds. */
  | { readonly asAt: string; readonly clock: ReplayClock };

/** The link as it was then. Throws NotFound for a moment before it was a link, or a revision it does not have. */
export function linkAt(history: Pick<LinkHistory, 'link' | 'facts'>, moment: LinkMoment): Link {
  const { programmeYear } = history.link;
  const then = factsAt(history, moment);
  return programmeYear === undefined ? then : { ...then, programmeYear };
}

function factsAt({ link, facts }: Pick<LinkHistory, 'link' | 'facts'>, moment: LinkMoment): Link {
  if ('revision' in moment) {
    if (moment.revision > link.revision) throw new NotFound('This link has no such revision.');
    // The copied interests come before the proposal that names the link.
    const { ref, programme, partnerProgramme, year, kind } = link;
    const names = {
      ref,
      programme,
      ...(partnerProgramme === undefined ? {} : { partnerProgramme }),
      year,
      kind,
    };
    return { ...linkAtRevision(facts, moment.revision), ...names };
  }
  const { asAt, clock } = moment;
  const then =
    clock === 'known-now'
      ? linkKnownNow(facts, dayOf(asAt))
      : linkKnownThen(facts, asAt.includes('T') ? asAt : endOfLondonDay(asAt));
  if (then.ref === '') throw new NotFound('This link did not exist yet.');
  return then;
}
