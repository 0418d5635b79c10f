import type { AboutMeeting, AppointmentChange, MailRule } from '@linking/domain/reminders/mail-facts.js';
import { when, where, type PlaceWords } from './appointment-words.js';
import { contact, facts, paragraph, type MailContact, type MailPart } from './mail-content.js';
import { classOf, partnerOf, upperFirst, writeTo, type LinkWords, type MailWords } from './mail-words.js';

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

/** Whether the reader's school receives the other class. */
export const hosts = ({ side, hostSide }: Pick<AboutMeeting, 'side' | 'hostSide'>) => side === hostSide;

/** When, where, with whom and how many, as a teacher reads it. */
export const meetingFacts = ({ facts: meeting, link, place }: MeetingWords) =>
  facts({
    When: when(meeting),
    Where: where(place),
    With: upperFirst(partnerOf(link)),
    Pupils: pupils(meeting),
  });

/** The same for the people of a venue. */
export const venueFacts = ({ facts: meeting, link, place }: MeetingWords) =>
  facts({
    When: when(meeting),
    Where: where(place),
    Who:
      link.ownSchool === link.partnerSchool
        ? `Two classes of ${link.ownSchool}`
        : `${upperFirst(classOf(link.ownSchool))} and ${classOf(link.partnerSchool)}`,
    Pupils: pupils(meeting),
  });

const pupils = ({ pupilsExpected }: AboutMeeting) =>
  pupilsExpected === undefined ? undefined : `About ${pupilsExpected} from both classes, with their teachers`;

/** Who answers at the other school. */
export const partnerContacts = (lead: string, { partnerTeachers }: MeetingWords): readonly MailPart[] =>
  partnerTeachers.length === 0 ? [] : [paragraph(lead), ...partnerTeachers.map(contact)];

/** Nobody shall stand before a closed door because a mail was not read. */
export function pleaseRing(words: MeetingWords, change: AppointmentChange): readonly MailPart[] {
  if (change === 'planned') return [];
  const lead = 'Please ring your linking partner as well, so that both of you are sure:';
  return words.partnerTeachers.length === 0
    ? [paragraph('Please ring your linking partner as well, so that both of you are sure.')]
    : partnerContacts(lead, words);
}

/** A venue has no page of its own: it writes back. */
export const venueAnswer = ({
  askWho,
  facts: { linkRef },
}: MeetingWords & { readonly facts: { readonly rule: MailRule } }) =>
  writeTo(askWho.email, `Booking for link ${linkRef}`);

export const asVenue = ({ programme }: MailWords) =>
  `You get this e-mail because Schools Linking ${programme} has booked your venue for this day.`;
