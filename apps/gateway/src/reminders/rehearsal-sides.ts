import type { Mail } from '@linking/application/mails/mail.js';
import { hrefOf } from '@linking/application/today/link-words.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { counted, longDay, shortDay } from '@linking/words/format.js';
import { listText } from '@linking/words/link-terms.js';
import { mailHref } from '../outbox/outbox-view-model.js';
import type { NotSentView, PersonMailsView } from '../pages/reminders/reminders-view.js';
import type { RehearsedProgramme } from './rehearsal-reader.js';
import { whyNot } from './why-sent.js';

const enough = { teacher: 'Fifteen are enough for a teacher', head: 'Six are enough for a headteacher' };

/** How many mails each person gets this year, the most first. */
export const personViews = ({ people, names }: RehearsedProgramme): readonly PersonMailsView[] =>
  people.map(({ personId, count, sent, overBudget }) => {
    const role = names.role(personId);
    const many = `${counted(count, 'mail')} this year, ${sent} of them sent.`;
    return {
      key: personId,
      name: names.person(personId),
      words: overBudget && role !== undefined ? `${many} ${enough[role]}.` : many,
      over: overBudget,
    };
  });

interface NotSent {
  readonly group: string;
  readonly sentence: string;
  readonly title: string;
  readonly href: string;
  /** Where the reader can mend it, if she may. */
  readonly fix?: string;
  readonly ref?: string;
}

/** What does not go, or goes on another day, with the reason; the same reason stands once. */
export function notSentViews(rehearsed: RehearsedProgramme): readonly NotSentView[] {
  const all: readonly NotSent[] = [...stopped(rehearsed), ...held(rehearsed), ...moved(rehearsed)];
  const groups = new Map<string, NotSent[]>();
  for (const one of all) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [
    ...[...groups.values()].map((group): NotSentView => {
      const first = group[0]!;
      const about = [...new Set(group.flatMap(({ ref }) => ref ?? []))];
      return {
        key: first.group,
        title: group.length === 1 ? first.title : counted(group.length, 'mail'),
        sentence: `${first.sentence}${about.length === 0 ? '' : ` (${listText(about)})`}.`,
        fix:
          first.fix === undefined
            ? { href: first.href, label: group.length === 1 ? 'Read it' : 'Read the first' }
            : { href: first.fix, label: 'Fix' },
      };
    }),
    ...rehearsed.paused
      .filter(({ mails }) => mails > 0)
      .map(({ ref, mails }): NotSentView => ({
        key: `paused ${ref}`,
        title: counted(mails, 'mail'),
        sentence: `Not sent, because ${ref} is paused. Only changes of its meetings are told.`,
        fix: rehearsed.mayChange
          ? { href: hrefOf(ref, 'resume'), label: 'Fix' }
          : { href: hrefOf(ref), label: 'Open' },
      })),
  ];
}

const refOf = (content: object) =>
  'linkRef' in content && typeof content.linkRef === 'string' ? { ref: content.linkRef } : {};

/** What is held stands with what holds it. */
const stopped = (rehearsed: RehearsedProgramme): readonly NotSent[] =>
  rehearsed.stopped
    .filter(({ reason }) => reason !== 'held')
    .map(({ mail, reason }) => {
      const to = rehearsed.names.to(mail);
      const ofReader = aboutReader.has(reason);
      return {
        group: `${reason} ${ofReader ? mail.personId : ''}`,
        title: mailTitles[mail.content.rule],
        sentence:
          reason === 'bounced'
            ? `To ${to}. Held back, because ${whyNot(reason)}`
            : `Not sent, because ${whyNot(reason)}${ofReader ? ` for ${to}` : ''}`,
        href: mailHref(mail.id),
        ...fixOf({ ...mail, reason }, rehearsed),
        ...refOf(mail.content),
      };
    });

const held = (rehearsed: RehearsedProgramme): readonly NotSent[] =>
  rehearsed.heldBack.map(({ title, day, ...one }) => {
    const { id, reason, status, personId } = one;
    const to = rehearsed.names.to(one);
    const waits = reason === 'bounced' ? 'Held back' : 'It waits';
    return {
      group: `${status} ${reason} ${personId}`,
      title,
      sentence:
        status === 'waiting'
          ? `To ${to}, due on ${shortDay(day)}. ${waits}, because ${whyNot(reason)}`
          : `To ${to}. Not sent, because ${whyNot(reason)}`,
      href: mailHref(id),
      ...fixOf(one, rehearsed),
    };
  });

/** What concerns the reader's address, and no single mail. */
const aboutReader: ReadonlySet<string> = new Set(['bounced', 'no-address', 'unusable-address']);

interface NotSentTo extends Pick<Mail, 'personId' | 'mailbox'> {
  readonly reason: string;
}

/** The page on which whoever may change it enters or confirms the address. */
function fixOf(
  { reason, personId, mailbox }: NotSentTo,
  { mayChange, names, programme }: RehearsedProgramme,
): Pick<NotSent, 'fix'> {
  if (!mayChange || !aboutReader.has(reason)) return {};
  switch (mailbox) {
    case undefined:
      return names.isKnown(personId) ? { fix: `/people/${personId}/address` } : {};
    case 'programme':
      return { fix: `/programmes/${programme.slug}/change/details` };
    case 'venue':
    case 'user':
      return {};
  }
}

const moved = ({ goes }: RehearsedProgramme): readonly NotSent[] =>
  goes.flatMap(({ mail, day }): readonly NotSent[] => {
    const { moved: why } = mail;
    // A weekend is no news.
    if (why === undefined || why.because === 'Saturday' || why.because === 'Sunday') return [];
    return [
      {
        group: `${why.because} ${why.from} ${day}`,
        title: mailTitles[mail.content.rule],
        sentence: `${why.because} on ${shortDay(why.from)}, moved to ${longDay(day)}`,
        href: mailHref(mail.id),
        ...refOf(mail.content),
      },
    ];
  });
