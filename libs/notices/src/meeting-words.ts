import type { AboutMeeting, AppointmentChange, MeetingMail } from '@linking/domain/reminders/mail-facts.js';
import { when, where, type PlaceWords } from './appointment-words.js';
import { contact, facts, paragraph, type MailContact, type MailPart } from './mail-content.js';
import {
  classOf,
  counted,
  partnerOf,
  upperFirst,
  writeTo,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface MeetingWords<Facts extends AboutMeeting = AboutMeeting> extends MailWords {
  readonly facts: Facts;
  readonly link: LinkWords;
  readonly place: PlaceWords;
  readonly partnerTeachers: readonly MailContact[];
  /** The teacher's own page. */
  readonly pageHref?: string;
}

/** `first meeting`, `visit`, `celebration`. */
export const meetingName = ({ number }: Pick<AboutMeeting, 'number'>) =>
  ({ 1: 'first meeting', 2: 'visit', 3: 'visit', 4: 'celebration' })[number];

/** Whether the reader's class receives the other one. */
export const hosts = ({ side, hostSide }: Pick<AboutMeeting, 'side' | 'hostSide'>) => side === hostSide;

/** Whether the reader's class has a journey to make. */
export const travels = ({ place, facts: { ownUrn, partnerUrn } }: MeetingWords) =>
  place.kind === 'school' ? !place.own && ownUrn !== partnerUrn : place.kind !== 'online';

/** When, where, with whom and how many, as a teacher reads it. */
export const meetingFacts = ({ facts: meeting, link, place }: MeetingWords) =>
  facts({
    When: when(meeting),
    Where: where(place),
    With: upperFirst(partnerOf(link)),
    Pupils: pupils(meeting),
  });

/** The same for the people of a venue. */
export const venueFacts = ({ facts: meeting, link: { ownSchool, partnerSchool }, place }: MeetingWords) =>
  facts({
    When: when(meeting),
    Where: where(place),
    Who:
      ownSchool === partnerSchool
        ? `${upperFirst(counted(2, 'class', 'classes'))} of ${ownSchool}`
        : `${upperFirst(classOf(ownSchool))} and ${classOf(partnerSchool)}`,
    Pupils: pupils(meeting),
  });

const pupils = ({ pupilsExpected }: AboutMeeting) =>
  pupilsExpected === undefined ? undefined : `About ${pupilsExpected} from both classes, with their teachers`;

export const STAY_AT_SCHOOL =
  'The classes stay at their own schools: no transport is needed. ' +
  'Agree with your partner which of you starts the call, and try it out once beforehand.';

/** Who answers at the other school. */
export const yourPartner = ({ partnerTeachers }: MeetingWords): readonly MailPart[] =>
  partnerTeachers.length === 0 ? [] : [paragraph('Your linking partner:'), ...partnerTeachers.map(contact)];

/** Nobody shall stand before a closed door because a mail was not read. */
export function pleaseRing(
  { partnerTeachers }: MeetingWords,
  change: AppointmentChange,
): readonly MailPart[] {
  if (change === 'planned') return [];
  const [one] = partnerTeachers;
  return one === undefined
    ? [paragraph('Please ring your linking partner as well, so that both of you are sure.')]
    : [
        paragraph('Please ring your linking partner as well, so that both of you are sure:'),
        ...partnerTeachers.map(contact),
      ];
}

/** What becomes of a meeting that is cancelled. */
export const afterCancelling = ({ linkEnded }: Pick<MeetingMail, 'linkEnded'>): string =>
  linkEnded === true
    ? 'The link has ended, so no other day is needed.'
    : 'Your local facilitator will look for another day with both of you.';

/** A venue has no page of its own: it writes back. */
export const venueAnswer = ({ askWho, facts: { linkRef } }: MeetingWords) =>
  writeTo(askWho.email, `Booking for link ${linkRef}`);

export const asVenue = ({ programme }: MailWords) =>
  `You get this e-mail because Schools Linking ${programme} has booked your venue for this day.`;
