import type { MailContact, MailContent, MailPart } from './mail-content.js';
import { paragraph } from './mail-content.js';
import type { LinkWords, MailWords } from './mail-facts.js';
import { classOf } from './mail-facts.js';
import { mailTitles } from './mail-titles.js';

export interface MeetYourPartnerWords extends MailWords {
  readonly link: LinkWords;
  readonly audience: 'teacher' | 'head';
  readonly ownTeachers: readonly MailContact[];
  readonly partnerTeachers: readonly MailContact[];
}

/** N09, to each teacher with a copy to the headteachers, once both schools have signed and both have named their teachers. */
export function meetYourPartnerMail(words: MeetYourPartnerWords): MailContent {
  const { link } = words;
  const parts = words.audience === 'teacher' ? forTeacher(words) : forHead(words);
  return {
    subject: mailTitles.N09,
    greeting: `Dear ${words.recipient},`,
    parts,
    closing:
      words.audience === 'teacher'
        ? [
            'Please use school e-mail addresses only, and write no children’s names.',
            'At your training session you plan the year together: exchanging work, a first meeting, and a visit to each school.',
          ]
        : ['Nothing for you to do: this is your copy.'],
    askWho: words.askWho,
    why:
      words.audience === 'teacher'
        ? `You get this e-mail because you are the link teacher of ${classOf(link.ownSchool, link.ownClass)} (link ${link.ref}).`
        : `You get this e-mail because you are the headteacher of ${link.ownSchool} (link ${link.ref}).`,
    privacyHref: words.privacyHref,
  };
}

function forTeacher({ link, partnerTeachers }: MeetYourPartnerWords): readonly MailPart[] {
  const partner = classOf(link.partnerSchool, link.partnerClass);
  if (partnerTeachers.length === 0) {
    return [
      paragraph(`Your class is linked with ${partner} in ${link.year}.`),
      paragraph('Their link teacher is not named yet. We will write to you again as soon as we know.'),
    ];
  }
  return [
    paragraph(`Your class is linked with ${partner} in ${link.year}. Your linking partner is:`),
    ...partnerTeachers.map((contact): MailPart => ({ kind: 'contact', contact })),
    paragraph('Please say hello this week, and agree how the two of you like to keep in touch.'),
  ];
}

function forHead({ link, ownTeachers, partnerTeachers }: MeetYourPartnerWords): readonly MailPart[] {
  return [
    paragraph(
      `${link.ownSchool} (${names(ownTeachers)}) is linked with ` +
        `${classOf(link.partnerSchool, link.partnerClass)} in ${link.year}.`,
    ),
    paragraph(`The link teacher there: ${names(partnerTeachers)}. The teachers have each other’s addresses.`),
  ];
}

const names = (teachers: readonly MailContact[]) =>
  teachers.length === 0 ? 'teacher to follow' : teachers.map(({ name }) => name).join(' and ');
