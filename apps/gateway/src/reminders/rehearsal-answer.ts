import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { ruleNow } from '@linking/domain/programme/mail-rules.js';
import { isChangeable } from '@linking/domain/reminders/rule-settings.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import type { NotSentAnswer, RehearsalAnswer, RehearsedDayAnswer } from './rehearsal.dto.js';
import type { RehearsedProgramme } from './rehearsal-reader.js';
import { parcelsOf } from './parcels.js';
import { whyList } from './rehearsed-list-views.js';
import { whyNot, whySent } from './why-sent.js';

/** What is going to be sent, as the API answers it. */
export function rehearsalAnswer(rehearsed: RehearsedProgramme): RehearsalAnswer {
  const { programme, days: between, people, names, paused } = rehearsed;
  const days = daysOf(rehearsed);
  return {
    programme: programme.slug,
    from: between.from,
    to: between.to,
    mails: days.reduce((sum, { mails }) => sum + mails, 0),
    days,
    rules: rulesOf(rehearsed),
    people: people.map(({ personId, count, sent, budget, overBudget }) => ({
      personId,
      name: names.person(personId),
      mails: count,
      sent,
      ...(budget === undefined ? {} : { budget }),
      overBudget,
    })),
    notSent: notSentOf(rehearsed),
    lists: rehearsed.lists.map(({ mail, day, time }) => ({
      id: mailId(mail),
      rule: mail.content.rule,
      title: mailTitles[mail.content.rule],
      day,
      time,
      to: names.to(mail),
      why: whyList(mail.content.rule),
    })),
    paused,
  };
}

function daysOf({ goes, names, programme, today }: RehearsedProgramme): readonly RehearsedDayAnswer[] {
  return [...new Set(goes.map(({ day }) => day))].toSorted().map((day) => {
    const ofDay = goes.filter((one) => one.day === day);
    const calendar = calendarOf(programme, academicYearOfDay(day));
    return {
      day,
      mails: parcelsOf(ofDay).size,
      items: ofDay.map(({ mail, time, parcel }) => ({
        id: mail.id,
        rule: mail.content.rule,
        title: mailTitles[mail.content.rule],
        subject: mail.subject,
        kind: mail.kind,
        time,
        to: names.to(mail),
        parcel,
        ...(mail.moved === undefined ? {} : { moved: mail.moved }),
        why: whySent({ mail, day, today, company: [] }, calendar),
      })),
    };
  });
}

function rulesOf({ goes, programme }: RehearsedProgramme): RehearsalAnswer['rules'] {
  return [...new Set(goes.map(({ mail }) => mail.content.rule))].toSorted().map((rule) => {
    const ofRule = goes.filter(({ mail }) => mail.content.rule === rule);
    const days = new Set(ofRule.map(({ day }) => day)).size;
    const version = isChangeable(rule) ? ruleNow(programme, rule).version : 1;
    return { rule, title: mailTitles[rule], mails: parcelsOf(ofRule).size, days, version };
  });
}

const notSentOf = ({ stopped, heldBack }: RehearsedProgramme): readonly NotSentAnswer[] => [
  ...stopped.map(({ mail, day, reason }): NotSentAnswer => ({
    id: mail.id,
    rule: mail.content.rule,
    title: mailTitles[mail.content.rule],
    subject: mail.subject,
    day,
    status: 'expected',
    reason,
    because: whyNot(reason),
  })),
  ...heldBack.map(({ id, rule, title, subject, day, status, reason }) => ({
    id,
    rule,
    title,
    subject,
    day,
    status,
    reason,
    because: whyNot(reason),
  })),
];
