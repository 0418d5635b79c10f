import type { NewTeacherMail } from '@linking/domain/reminders/mail-facts.js';
import { fullDay } from './appointment-words.js';
import {
  button,
  contact,
  fixed,
  paragraph,
  type MailContact,
  type MailContent,
  type MailPart,
} from './mail-content.js';
import { meetingName } from './meeting-words.js';
import { mailTitles } from './mail-titles.js';
import {
  asLinkTeacher,
  asProgramme,
  classOf,
  mailAbout,
  NO_CHILDREN,
  partnerOf,
  schoolYear,
  YOUR_PAGE,
  type LinkWords,
  type MailWords,
  type SaidInMail,
} from './mail-words.js';

export interface NewTeacherWords extends MailWords {
  readonly facts: NewTeacherMail;
  readonly link: LinkWords;
  readonly newTeacher: MailContact;
  readonly formerTeacher: MailContact;
  readonly partnerTeachers: readonly MailContact[];
  readonly pageHref?: string;
}

/** N25, when one teacher takes over from another. */
export function newTeacherMail(words: NewTeacherWords): MailContent {
  const { ownSchool, partnerSchool } = words.link;
  const school = isOwn(words) ? ownSchool : partnerSchool;
  return mailAbout(words, { subject: `${mailTitles.N25} at ${school}`, ...saidTo(words) });
}

function saidTo(words: NewTeacherWords): Omit<SaidInMail, 'subject'> {
  const { facts, link, pageHref } = words;
  const page = { button: button(YOUR_PAGE, pageHref), closing: [NO_CHILDREN] };
  switch (facts.audience) {
    case 'new':
      return { ...page, parts: forNew(words), why: asLinkTeacher(link) };
    case 'former':
      return {
        ...page,
        parts: forFormer(words),
        why: `You get this e-mail because you were the link teacher of ${classOf(link.ownSchool, link.ownClass)} (link ${link.ref}).`,
      };
    case 'colleague':
      return { ...page, parts: forColleague(words), why: asLinkTeacher(link) };
    case 'programme':
      return {
        parts: forProgramme(words),
        button: button('Open the link', pageHref),
        closing: ['Please use no children’s names in notes or replies.'],
        why: asProgramme(words.programme),
      };
  }
}

const isOwn = ({ facts: { side, changedSide } }: NewTeacherWords) => side === changedSide;

/** `Nadia Bell takes over from Tom Reed as link teacher of 4 Oak of Ash Primary.` */
function takesOver(words: NewTeacherWords): string {
  const { link, newTeacher, formerTeacher } = words;
  const whose = isOwn(words) ? classOf(link.ownSchool, link.ownClass) : partnerOf(link);
  return `${newTeacher.name} takes over from ${formerTeacher.name} as link teacher of ${whose}.`;
}

function forNew({
  link,
  formerTeacher,
  partnerTeachers,
  facts: { needs },
}: NewTeacherWords): readonly MailPart[] {
  return [
    paragraph(
      `You take over from ${formerTeacher.name}: you are now the link teacher of ` +
        `${classOf(link.ownSchool, link.ownClass)}, linked with ${partnerOf(link)} in ${schoolYear(link.year)}.`,
    ),
    ...(partnerTeachers.length === 0
      ? []
      : [paragraph('Your linking partner:'), ...partnerTeachers.map(contact)]),
    ...(needs === undefined ? [] : [fixed(trainingOf(needs))]),
    fixed(
      'Your page shows what the two classes have done and what comes next. Dates that are planned come in mails of their own, for your calendar.',
    ),
  ];
}

const trainingOf = (needs: 'initial-full' | 'initial-half') =>
  needs === 'initial-half'
    ? 'Because you have linked before, you need the half day of initial training. Your local facilitator tells you the day.'
    : 'Because you link for the first time, you need the full day of initial training. Your local facilitator tells you the day.';

function forFormer({ facts: { meeting }, link, newTeacher }: NewTeacherWords): readonly MailPart[] {
  return [
    paragraph(
      `${newTeacher.name} takes over from you as link teacher of ${classOf(link.ownSchool, link.ownClass)}. ` +
        'Thank you for all you have done for the two classes.',
    ),
    ...(meeting === undefined
      ? []
      : [
          paragraph(
            `The ${meetingName(meeting)} on ${fullDay(meeting.on)} takes place without you. ` +
              'Open the attached calendar entry, and the day leaves your calendar.',
          ),
        ]),
    paragraph('Your page still shows what you and your class did this year.'),
  ];
}

function forColleague(words: NewTeacherWords): readonly MailPart[] {
  return [
    paragraph(takesOver(words)),
    contact(words.newTeacher),
    paragraph(
      isOwn(words)
        ? 'All that is planned stays as it is.'
        : 'All that is planned stays as it is. Please say hello this week, and tell your new partner where the two classes stand.',
    ),
  ];
}

function forProgramme(words: NewTeacherWords): readonly MailPart[] {
  const { newTeacher, facts } = words;
  return [
    paragraph(takesOver(words)),
    contact(newTeacher),
    paragraph(
      facts.needs === undefined
        ? 'No training is open for the new teacher.'
        : `The new teacher needs the ${facts.needs === 'initial-half' ? 'half' : 'full'} day of initial training: please find a session.`,
    ),
    paragraph('Everybody who works with this class hears of it at once.'),
  ];
}
