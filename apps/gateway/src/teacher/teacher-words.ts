import type { MeetingNumber, Side } from '@linking/events/link/link-events.js';
import { meetingOf, otherSide, type Link, type Meeting } from '@linking/domain/link/link.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { meetingNames, yearGroupsText } from '@linking/words/link-terms.js';
import { placeText } from '@linking/words/meeting-sentences.js';
import { fullDay } from '@linking/words/format.js';

/** One class as its teacher sees it: which link, which side is hers, and today's names. */
export interface Taught {
  readonly link: Link;
  readonly side: Side;
  readonly names: LinkNames;
  /** London. */
  readonly today: string;
  readonly personId: string;
}

export const ownSchool = ({ link, side, names }: Taught) => names.school(link.sides[side].urn);

/** The partner school; inside one school the partner class. */
export const partnerName = (taught: Taught): string => {
  const { link, side, names } = taught;
  const partner = link.sides[otherSide(side)];
  return link.kind === 'in-school' ? className(taught, otherSide(side)) : names.school(partner.urn);
};

export function className({ link, names }: Taught, side: Side): string {
  const { classNameId, yearGroups } = link.sides[side];
  return names.note(classNameId) ?? `${yearGroupsText(yearGroups)} class`;
}

/** `First meeting`; a visit says who goes where. */
export function meetingTitle(taught: Taught, meeting: Pick<Meeting, 'number' | 'hostSide' | 'mode'>): string {
  if (!isVisit(taught, meeting)) return meetingNames[meeting.number];
  const partner = partnerName(taught);
  return meeting.hostSide === taught.side ? `${partner} visits you` : `You visit ${partner}`;
}

/** `the first meeting`, `your visit to Elm Academy`, `the visit of Elm Academy`. */
export function meetingInSentence(taught: Taught, number: MeetingNumber): string {
  const meeting = meetingOf(taught.link, number);
  if (meeting === undefined || !isVisit(taught, meeting)) return `the ${meetingNames[number].toLowerCase()}`;
  const partner = partnerName(taught);
  return meeting.hostSide === taught.side ? `the visit of ${partner}` : `your visit to ${partner}`;
}

/** Between two schools, at one of them that is known. */
const isVisit = (
  { link }: Taught,
  { number, hostSide, mode }: Pick<Meeting, 'number' | 'hostSide' | 'mode'>,
) =>
  (number === 2 || number === 3) &&
  mode === 'in-person' &&
  hostSide !== undefined &&
  link.kind === 'between-schools';

/** `Thursday 26 November 2026, 10:00 to 14:00`. */
export const whenText = ({ on, startsAt, endsAt }: Pick<Meeting, 'on' | 'startsAt' | 'endsAt'>) =>
  `${fullDay(on)}${startsAt === undefined ? '' : `, ${startsAt} to ${endsAt}`}`;

/** `Cliffe Castle Museum`, `at your school`, `at Brook Lane Primary`, `online`. */
export function wherePlace(taught: Taught, meeting: Meeting): string {
  const school = (side: Side) => (side === taught.side ? 'your school' : partnerName(taught));
  return placeText(meeting, school, taught.names);
}
