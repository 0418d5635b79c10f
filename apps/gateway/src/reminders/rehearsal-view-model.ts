import type { Mail } from '@linking/application/mails/mail.js';
import type { RehearsedMail } from '@linking/application/mails/rehearsal.js';
import type { MailsPause } from '@linking/application/operations/pauses.js';
import { dayNumber, dayOf, mondayOf } from '@linking/domain/calendar/day-numbers.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { academicYearOfDay, type SchoolCalendar } from '@linking/domain/calendar/school-calendar.js';
import { closureName } from '@linking/domain/calendar/school-days.js';
import type { TermAhead } from '@linking/domain/calendar/terms-ahead.js';
import { ruleNow } from '@linking/domain/programme/mail-rules.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import { mayBeHeld } from '@linking/domain/reminders/mail-holds.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import { isChangeable } from '@linking/domain/reminders/rule-settings.js';
import { changeableRules } from '@linking/events/programme/codes.js';
import { mailTitles } from '@linking/notices/mail-titles.js';
import { counted } from '@linking/words/format.js';
import { capital } from '@linking/words/link-terms.js';
import { mailHref, pageOfMail } from '../outbox/outbox-view-model.js';
import { mailsPausedView } from '../operations/mails-paused.js';
import type { FilterSelectView } from '../pages/components/filter-bar.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import type {
  RehearsedDayView,
  RehearsedMailView,
  RemindersView,
  RuleInForceView,
} from '../pages/reminders/reminders-view.js';
import { holdReasonOptions, holdViews } from './hold-views.js';
import { parcelsOf } from './parcels.js';
import { listsByMail, listsOfDay } from './rehearsed-list-views.js';
import { notSentViews, personViews } from './rehearsal-sides.js';
import type { RehearsedProgramme } from './rehearsal-reader.js';
import { whySent } from './why-sent.js';

export interface RemindersMaterial {
  readonly rehearsed: RehearsedProgramme;
  /** Present while no mail of the network leaves. */
  readonly mailsPause: MailsPause | undefined;
  readonly terms: readonly TermAhead[];
  readonly term: TermAhead;
  /** The day whose mails are listed. */
  readonly day: string | undefined;
  /** Those the reader sees; the choice is there when they are several. */
  readonly programmes: readonly { readonly slug: string; readonly name: string }[];
  /** Hidden parts of a new form. */
  readonly parts: () => { readonly csrf: string; readonly idempotencyKey: string };
}

const holidaysAfter = { autumn: 'Christmas', spring: 'Easter', summer: 'summer' } as const;

export function remindersView(material: RemindersMaterial): RemindersView {
  const { rehearsed, mailsPause, terms, term } = material;
  const { programme, goes } = rehearsed;
  const mails = parcelsOf(goes);
  const sending = rulesOf(goes);
  // A rule that is off sends nothing, and can be turned on again.
  const rules = [
    ...sending,
    ...changeableRules.filter((rule) => !sending.includes(rule) && !ruleNow(programme, rule).on),
  ];
  const colours = new Map(rules.map((rule, index) => [rule, index + 1]));
  const day = chosenDay(material);
  const weeks = weeksOf(material, day, colours);
  const people = personViews(rehearsed);
  return {
    eyebrow: `${programme.name} · rehearsal, nothing is sent from this page`,
    heading: 'What we will send this term',
    ...mailsPausedView(mailsPause),
    lead: {
      before: mailsPause === undefined ? 'If nothing changes, ' : 'If mails go on in time, ',
      count: counted(mails.size, 'mail'),
      after: ` ${mails.size === 1 ? 'goes' : 'go'} out before the ${holidaysAfter[term.name]} holidays.`,
    },
    ...(material.programmes.length < 2 ? {} : { programmes: chooseProgramme(material) }),
    download: `/reminders/list.csv?${queryOf(programme.slug, term, undefined)}`,
    terms: terms.map((one) => ({
      href: hrefOf(programme.slug, one),
      label: `${capital(one.name)} term`,
      current: one.name === term.name,
    })),
    beside: [{ href: `/outbox?programme=${programme.slug}`, label: 'What has gone out' }],
    weekends: weeks.some(({ days }) => days.length > SCHOOL_WEEK),
    weeks,
    ...(day === undefined ? {} : { day: dayOfMails(day, material) }),
    rules: rules.map((rule) => ruleInForce(rule, colours.get(rule) ?? 1, rehearsed)),
    ...sharedNote(goes, sending),
    lists: listsByMail(rehearsed),
    ...(rehearsed.mayChange
      ? { turnLists: { href: `/programmes/${programme.slug}/change/parts`, label: 'Turn lists on or off' } }
      : {}),
    holds: holdViews(material),
    ...(rehearsed.mayChange ? { holdAll: `/reminders/hold?programme=${programme.slug}` } : {}),
    notSent: notSentViews(rehearsed),
    warnings: people.filter(({ over }) => over),
    people,
  };
}

const SCHOOL_WEEK = 5;

const queryOf = (slug: string, term: TermAhead, day: string | undefined): string =>
  new URLSearchParams({
    programme: slug,
    term: term.name,
    ...(day === undefined ? {} : { day }),
  }).toString();

const hrefOf = (slug: string, term: TermAhead, day?: string): string =>
  `/reminders?${queryOf(slug, term, day)}${day === undefined ? '' : '#day'}`;

const chooseProgramme = ({ programmes, rehearsed }: RemindersMaterial): FilterSelectView => ({
  name: 'programme',
  label: 'Programme',
  value: rehearsed.programme.slug,
  options: programmes.map(({ slug, name }) => ({ value: slug, label: name })),
});

/** In the order of their names. */
const rulesOf = (goes: readonly RehearsedMail[]): readonly MailRule[] =>
  [...new Set(goes.map(({ mail }) => mail.content.rule))].toSorted();

const ofRule = (goes: readonly RehearsedMail[], rule: MailRule): readonly RehearsedMail[] =>
  goes.filter(({ mail }) => mail.content.rule === rule);

/** Said where the figures of rules add up to more than the mails: what leaves as one mail may follow several rules. */
function sharedNote(
  goes: readonly RehearsedMail[],
  rules: readonly MailRule[],
): { readonly rulesNote?: string } {
  const ofRules = rules.reduce((sum, rule) => sum + parcelsOf(ofRule(goes, rule)).size, 0);
  const shared = ofRules > parcelsOf(goes).size;
  return shared ? { rulesNote: 'A mail that follows several rules counts with each of them.' } : {};
}

/** The day that was asked for, or the first with mails. */
function chosenDay({ rehearsed, day }: RemindersMaterial): string | undefined {
  const days = new Set(rehearsed.goes.map((one) => one.day));
  return day !== undefined && days.has(day) ? day : [...days].toSorted()[0];
}

/** The weeks of the term and the first of the holidays after it; the weekend only where something goes. */
function weeksOf(
  { rehearsed, term }: RemindersMaterial,
  chosen: string | undefined,
  colours: ReadonlyMap<MailRule, number>,
): RemindersView['weeks'] {
  const { goes, programme, today } = rehearsed;
  const calendar = calendarOf(programme, term.academicYear);
  const ofTerm = calendar.terms.find(({ name }) => name === term.name);
  const opens = ofTerm === undefined || term.from > ofTerm.firstDay ? term.from : ofTerm.firstDay;
  const days = goes.map((one) => one.day);
  const from = [opens, ...days].toSorted()[0] ?? opens;
  const to = [addDays(ofTerm?.lastDay ?? term.to, 7), ...days].toSorted().at(-1) ?? term.to;
  const weekends = days.some((day) => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 === 0);
  const length = weekends ? 7 : SCHOOL_WEEK;
  const [first, last] = [mondayOf(dayNumber(from)), mondayOf(dayNumber(to))];
  return Array.from({ length: (last - first) / 7 + 1 }, (_, week) => ({
    monday: dayOf(first + week * 7),
    days: Array.from({ length }, (__, index): RehearsedDayView => {
      const day = dayOf(first + week * 7 + index);
      const ofDay = goes.filter((one) => one.day === day);
      const closed = closureName(day, calendarThen(day, calendar, rehearsed));
      return {
        day,
        count: parcelsOf(ofDay).size,
        bar: rulesOf(ofDay).map((rule) => ({
          colour: colours.get(rule) ?? 1,
          mails: parcelsOf(ofRule(ofDay, rule)).size,
        })),
        ...(closed === undefined ? {} : { closed }),
        past: day < today,
        today: day === today,
        chosen: day === chosen,
        ...(ofDay.length === 0 || day < today ? {} : { href: hrefOf(programme.slug, term, day) }),
      };
    }),
  }));
}

const calendarThen = (
  day: string,
  calendar: SchoolCalendar,
  { programme }: RehearsedProgramme,
): SchoolCalendar => {
  const year = academicYearOfDay(day);
  return year === calendar.academicYear ? calendar : calendarOf(programme, year);
};

/** The mails of one day; what is the same for several people stands once. */
function dayOfMails(day: string, material: RemindersMaterial): NonNullable<RemindersView['day']> {
  const { rehearsed, term } = material;
  const ofDay = rehearsed.goes.filter((one) => one.day === day);
  const parcels = new Map<string, RehearsedMail[]>();
  for (const one of ofDay) parcels.set(one.parcel, [...(parcels.get(one.parcel) ?? []), one]);
  const same = new Map<string, (readonly RehearsedMail[])[]>();
  for (const parcel of parcels.values()) {
    const key = parcel
      .map(({ mail, time }) => [time, mail.content.rule, mail.subject, mail.step].join(' '))
      .join(' + ');
    same.set(key, [...(same.get(key) ?? []), parcel]);
  }
  const calendar = calendarOf(rehearsed.programme, academicYearOfDay(day));
  const mails = [...same.values()]
    .map((group) => mailView(group, rehearsed, calendar))
    .toSorted((x, y) => (`${x.time} ${x.key}` < `${y.time} ${y.key}` ? -1 : 1));
  const { slug } = rehearsed.programme;
  return {
    day,
    count: parcels.size,
    mails,
    lists: listsOfDay(rehearsed, day),
    ...(rehearsed.mayChange && mails.some(({ holds }) => holds !== undefined)
      ? {
          hold: {
            ...material.parts(),
            action: '/reminders/hold-ticked',
            hidden: { programme: slug, term: term.name, day },
            reasons: holdReasonOptions,
          },
        }
      : {}),
  };
}

function mailView(
  parcels: readonly (readonly RehearsedMail[])[],
  { names, today }: RehearsedProgramme,
  calendar: SchoolCalendar,
): RehearsedMailView {
  const items = parcels[0] ?? [];
  const mails = items.map(({ mail }) => mail);
  const [first] = items;
  return {
    key: first?.mail.id ?? '',
    time: first?.mail.kind === 'immediate' ? 'At once' : (first?.time ?? ''),
    about: aboutOf(mails),
    titles: [...new Set(mails.map(({ content }) => mailTitles[content.rule]))],
    to: parcels.map(([one]) => ({
      href: mailHref(one?.mail.id ?? ''),
      label: one === undefined ? '' : names.to(one.mail),
    })),
    readHref: mailHref(first?.mail.id ?? ''),
    ...holdsOf(parcels.flat().map(({ mail }) => mail)),
    why: items.flatMap(({ mail, day }) =>
      whySent({ mail, day, today, company: mails.filter((other) => other !== mail) }, calendar),
    ),
  };
}

/** A person who asked for a mail herself gets it. */
function holdsOf(mails: readonly Mail[]): Pick<RehearsedMailView, 'holds'> {
  const ids = mails.flatMap(({ id, content, askedBy }) =>
    askedBy === 'plan' && mayBeHeld(content) ? [id] : [],
  );
  return ids.length === 0 ? {} : { holds: ids.join(' ') };
}

/** The pages of what mails are about, each once. */
export function aboutOf(mails: readonly Pick<Mail, 'content'>[]): readonly LinkTo[] {
  const all = mails.map(pageOfMail);
  return [...new Map(all.map((link) => [link.href, link])).values()];
}

function ruleInForce(
  rule: MailRule,
  colour: number,
  { goes, programme }: RehearsedProgramme,
): RuleInForceView {
  const now = isChangeable(rule) ? ruleNow(programme, rule) : undefined;
  const sent = ofRule(goes, rule);
  const days = new Set(sent.map(({ day }) => day)).size;
  return {
    rule,
    colour,
    title: mailTitles[rule],
    words: `${rule} · version ${now?.version ?? 1} · ${
      now?.on === false ? 'off' : `${counted(parcelsOf(sent).size, 'mail')} on ${counted(days, 'day')}`
    }`,
    ...(now === undefined ? {} : { tryHref: `/reminders/rules/${rule}?programme=${programme.slug}` }),
  };
}
