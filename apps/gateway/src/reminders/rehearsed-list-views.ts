import { mailTitles } from '@linking/notices/mail-titles.js';
import { counted, longDay } from '@linking/words/format.js';
import { mailReason } from '../links/mail-reasons.js';
import type { ListByMailView, RehearsedListView } from '../pages/reminders/reminders-view.js';
import type { RehearsedProgramme } from './rehearsal-reader.js';

/** The figures of a month are never empty; a list with nothing in it does not go. */
export const listCondition = (rule: string): string =>
  rule === 'N29' ? '' : 'It goes only if there is something to say.';

/** The lists of one day, beside its mails. */
export const listsOfDay = ({ lists, names }: RehearsedProgramme, day: string): readonly RehearsedListView[] =>
  lists
    .filter((one) => one.day === day)
    .map(({ mail, time }) => ({
      key: `${mail.content.rule} ${mail.personId}`,
      time,
      title: mailTitles[mail.content.rule],
      to: names.to(mail),
      why: whyList(mail.content.rule),
    }));

export const whyList = (rule: string): readonly string[] =>
  [mailReason(rule), listCondition(rule)].filter((sentence) => sentence !== '');

/** Each kind of list with the next days on which it may go. */
export function listsByMail({ lists, names }: RehearsedProgramme): readonly ListByMailView[] {
  const rules = [...new Set(lists.map(({ mail }) => mail.content.rule))].toSorted();
  return rules.map((rule) => {
    const ofKind = lists.filter(({ mail }) => mail.content.rule === rule);
    const days = [...new Set(ofKind.map(({ day }) => day))].toSorted();
    const readers = [...new Set(ofKind.map(({ mail }) => names.to(mail)))];
    const [next = ''] = days;
    const more = days.length - 1;
    const times = more === 0 ? '' : `, then on ${counted(more, 'more day')} of this term`;
    const to = readers.length === 1 ? readers[0] : counted(readers.length, 'colleague');
    return {
      rule,
      title: mailTitles[rule],
      sentence: [`To ${to}: next on ${longDay(next)} at ${ofKind[0]?.time}${times}.`, listCondition(rule)]
        .filter((part) => part !== '')
        .join(' '),
    };
  });
}
