import {
  button,
  contact,
  fixed,
  paragraph,
  type MailContact,
  type MailContent,
  type MailPart,
} from './mail-content.js';
import { mailTitles } from './mail-titles.js';
import {
  AIMS,
  asLinkTeacher,
  mailAbout,
  partnerOf,
  schoolYear,
  YOUR_PAGE,
  type LinkWords,
  type MailWords,
} from './mail-words.js';

export interface MeetYourPartnerWords extends MailWords {
  readonly link: LinkWords;
  readonly audience: 'teacher' | 'head';
  readonly ownTeachers: readonly MailContact[];
  readonly partnerTeachers: readonly MailContact[];
  /** The teacher's own page. */
  readonly pageHref?: string;
}

/** N09, to each teacher with a copy to the headteachers, once both schools have signed and both have named their teachers. */
export function meetYourPartnerMail(words: MeetYourPartnerWords): MailContent {
  const { link } = words;
  if (words.audience === 'head') {
    return mailAbout(words, {
      subject: mailTitles.N09,
      parts: forHead(words),
      closing: ['Nothing for you to do: this is your copy.'],
      why: `You get this e-mail because you are the headteacher of ${link.ownSchool} (link ${link.ref}).`,
    });
  }
  return mailAbout(words, {
    subject: mailTitles.N09,
    parts: forTeacher(words),
    button: button(YOUR_PAGE, words.pageHref),
    closing: [
      'Please use school e-mail addresses only, and write no children’s names.',
      AIMS,
      'At your training session you plan the year together: exchanging work, a first meeting, and a visit to each school.',
    ],
    why: asLinkTeacher(link),
  });
}

function forTeacher({ link, partnerTeachers }: MeetYourPartnerWords): readonly MailPart[] {
  const linked = `Your class is linked with ${partnerOf(link)} in ${schoolYear(link.year)}.`;
  if (partnerTeachers.length === 0) {
    return [
      paragraph(linked),
      fixed('Their link teacher is not named yet. We will write to you again as soon as we know.'),
    ];
  }
  return [
    paragraph(linked),
    paragraph('Your linking partner is:'),
    ...partnerTeachers.map(contact),
    paragraph('Please say hello this week, and agree how the two of you like to keep in touch.'),
  ];
}

function forHead({ link, ownTeachers, partnerTeachers }: MeetYourPartnerWords): readonly MailPart[] {
  return [
    fixed(
      `${link.ownSchool} (${names(ownTeachers)}) is linked with ${partnerOf(link)} in ${schoolYear(link.year)}.`,
    ),
    fixed(`The link teacher there: ${names(partnerTeachers)}. The teachers have each other’s addresses.`),
  ];
}

const names = (teachers: readonly MailContact[]) =>
  teachers.length === 0 ? 'teacher to follow' : teachers.map(({ name }) => name).join(' and ');
