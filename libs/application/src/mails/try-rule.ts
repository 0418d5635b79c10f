import type pg from 'pg';
import { londonDay } from '@linking/domain/calendar/london.js';
import { comparePlans, type PlanChange } from '@linking/domain/reminders/compare-plans.js';
import { lastDayToSend } from '@linking/domain/reminders/last-day-to-send.js';
import { ruleShapes, type RuleSubject, type RuleTiming } from '@linking/domain/reminders/rule-settings.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { ruleNow } from '@linking/domain/programme/mail-rules.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { ChangeableRule } from '@linking/events/programme/programme-events.js';
import type { Queryable } from '@linking/projections/projection.js';
import { interestStream, trainingStream } from '@linking/events/streams.js';
import { goesAt, schoolYearsOf } from './goes-at.js';
import { linksOfProgramme } from './links-of-programme.js';
import { subjectsWithMails } from './planning.js';
import { dueAt } from './upsert-planned.js';
import { plansOf } from './wanted-mails.js';

export interface TriedRule {
  readonly changes: readonly PlanChange[];
  /** Links, sessions or interests that were looked at. */
  readonly subjects: number;
}

/** Streams that are read at one time. */
const AT_ONCE = 8;

/**
 * What a change of a rule would do to the mails to come of a programme, before it is saved: what the sender would plan
 * as things are, against what it would plan then.
 */
export async function tryRule(
  { pool, store }: { readonly pool: pg.Pool; readonly store: EventStore },
  programme: Programme,
  { rule, ...timing }: RuleTiming & { readonly rule: ChangeableRule },
  now: string,
): Promise<TriedRule> {
  const { version } = ruleNow(programme, rule);
  const changed = {
    ...programme,
    mailRules: [...(programme.mailRules ?? []), { rule, version: version + 1, ...timing }],
  };
  const known = await subjectsWithMails(pool, programme.slug, now);
  const links = asksLinks(rule) ? await linksOfProgramme(store)(programme.slug, londonDay(now)) : [];
  const subjects = [...new Set([...known, ...links])].filter(mayAsk(rule));
  const [before, after]: [WantedMail[], WantedMail[]] = [[], []];
  for (let index = 0; index < subjects.length; index += AT_ONCE) {
    const some = subjects.slice(index, index + AT_ONCE);
    for (const [was = [], is = []] of await Promise.all(
      some.map((subject) => plansOf(store, subject, [programme, changed])),
    )) {
      before.push(...was.filter(({ content }) => content.rule === rule));
      after.push(...is.filter(({ content }) => content.rule === rule));
    }
  }
  const gone = await goneOf(pool, [...before, ...after].map(mailId));
  const others = await schoolYearsOf(
    store,
    [...before, ...after].filter(({ schoolDaysOf }) => schoolDaysOf !== undefined),
  );
  const goes = goesAt(now, new Map([...others, [programme.slug, programme]]));
  const goesOn = (mail: WantedMail): string | undefined => {
    const day = londonDay(goes({ ...mail, dueAt: dueAt(mail, now) }));
    return gone.has(mailId(mail)) || day > lastDayToSend(mail) ? undefined : day;
  };
  return { changes: comparePlans(before, after, goesOn), subjects: subjects.length };
}

const asksLinks = (rule: ChangeableRule) => ruleShapes[rule].about.includes('link');

/** Whether a rule asks for mails about a subject of this name. */
const mayAsk =
  (rule: ChangeableRule) =>
  (subject: string): boolean =>
    ruleShapes[rule].about.some((about) => isAbout[about](subject));

const isAbout: Readonly<Record<RuleSubject, (subject: string) => boolean>> = {
  interest: (subject) => subject.startsWith(interestStream('')),
  session: (subject) => subject.startsWith(trainingStream('')),
  link: (subject) => /^[A-Z]{3}-\d{4}-/.test(subject),
};

/** Those that were sent, or not sent for good. */
async function goneOf(db: Queryable, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select id from mails where id = any($1) and status not in ('planned', 'queued', 'cancelled')`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
