import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { csvText } from '../http/spreadsheet-text.js';
import { aboutOf } from './rehearsal-view-model.js';
import type { RehearsedProgramme } from './rehearsal-reader.js';
import { whyList } from './rehearsed-list-views.js';
import { whyNot, whySent } from './why-sent.js';

const HEADER = ['Day', 'Time', 'Rule', 'Mail', 'About', 'To', 'Leaves as one mail with', 'Why'];

/** One line a mail: what goes by day, then what does not go. */
export function rehearsalCsv(rehearsed: RehearsedProgramme): string {
  const { goes, stopped, names, programme, today } = rehearsed;
  const lines = goes.map(({ mail, day, time, parcel }) => {
    const company = goes.filter((one) => one.parcel === parcel && one.mail !== mail).map((one) => one.mail);
    return [
      day,
      mail.kind === 'immediate' ? 'at once' : time,
      mail.content.rule,
      mailTitles[mail.content.rule],
      wordsOf(aboutOf([mail])),
      names.to(mail),
      company.map(({ content }) => mailTitles[content.rule]).join('; '),
      whySent({ mail, day, today, company: [] }, calendarOf(programme, academicYearOfDay(day))).join(' '),
    ];
  });
  const not = stopped.map(({ mail, day, reason }) => [
    day,
    'not sent',
    mail.content.rule,
    mailTitles[mail.content.rule],
    wordsOf(aboutOf([mail])),
    names.to(mail),
    '',
    `Not sent, because ${whyNot(reason)}.`,
  ]);
  const lists = rehearsed.lists.map(({ mail, day, time }) => [
    day,
    time,
    mail.content.rule,
    mailTitles[mail.content.rule],
    wordsOf(aboutOf([mail])),
    names.to(mail),
    '',
    whyList(mail.content.rule).join(' '),
  ]);
  return csvText([HEADER, ...[...lines, ...lists].toSorted(byDay), ...not.toSorted(byDay)]);
}

const wordsOf = (links: ReturnType<typeof aboutOf>) => links.map(({ label }) => label).join('; ');

const byDay = (x: readonly string[], y: readonly string[]) =>
  x.slice(0, 6).join() < y.slice(0, 6).join() ? -1 : 1;
