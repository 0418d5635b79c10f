import { nationalCalendar, type SchoolCalendar } from '@linking/domain/calendar/school-days.js';
import { addDays, londonInstant } from '@linking/domain/calendar/london.js';
import {
  evolveInterest,
  unknownInterest,
  type RecordedInterestEvent,
} from '@linking/domain/interest/interest.js';
import type { Decided } from '@linking/domain/link/decided.js';
import { evolve } from '@linking/domain/link/evolve.js';
import { unknownLink, type Link } from '@linking/domain/link/link.js';
import type { ProgrammeYear } from '@linking/domain/programme/programme-year.js';
import { planInterestMails } from '@linking/domain/reminders/interest-mails.js';
import { planMails } from '@linking/domain/reminders/plan-mails.js';
import { planTrainingMails } from '@linking/domain/reminders/training-mails.js';
import type { DatedInterestEvent } from '@linking/domain/reminders/waiting-interest.js';
import {
  evolveSession,
  unknownSession,
  type RecordedTrainingEvent,
} from '@linking/domain/training/session.js';
import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import { interestStream, trainingStream } from '@linking/events/streams.js';
import type { TrainingEvent } from '@linking/events/training/training-events.js';
import { MailYear } from './mail-year.js';

/** One thing that somebody recorded, with the London moment at which she did: `2026-09-07 10:00`. */
export type Told = {
  readonly at: string;
  /** Who recorded it: a school acts on a page of its own. */
  readonly actor?: string;
} & (
  | { readonly link: string; readonly facts: readonly Decided[] }
  | { readonly session: string; readonly fact: TrainingEvent }
  | { readonly interest: string; readonly fact: InterestEvent }
  /** How the year of a programme runs from now on; of Bradford when none is named. */
  | { readonly programmeYear: ProgrammeYear; readonly programme?: string }
);

/** An instant of London: `2026-09-07 10:00`. */
export const london = (at: string) => londonInstant(at.slice(0, 10), at.slice(11));

const USUAL: ProgrammeYear = { switches: [], daysToAvoid: [], calendar: nationalCalendar('2026-27') };

/** What was told so far, and what it asks for. */
export class ToldSoFar {
  readonly #links = new Map<string, Link>();
  readonly #sessions = new Map<string, RecordedTrainingEvent[]>();
  readonly #sessionsOf = new Map<string, Set<string>>();
  readonly #interests = new Map<string, (RecordedInterestEvent & DatedInterestEvent)[]>();
  readonly #programmeYears = new Map<string, ProgrammeYear>();

  /** Keeps it; answers the subjects whose mails are to be planned anew. */
  tell(told: Told): readonly string[] {
    const recordedAt = london(told.at);
    if ('programmeYear' in told) {
      this.#programmeYears.set(told.programme ?? 'bradford', told.programmeYear);
      return [...this.#links.keys(), ...[...this.#sessions.keys()].map(trainingStream)];
    }
    if ('link' in told) {
      const link = told.facts.reduce<Link>(
        (known, fact) => {
          const revision = known.revision + 1;
          const id = `${told.link}-e${revision}`;
          return evolve(known, { ...fact, id, revision, recordedAt, actor: told.actor ?? 'user:1' });
        },
        this.#links.get(told.link) ?? unknownLink,
      );
      this.#links.set(told.link, link);
      return [told.link, ...[...(this.#sessionsOf.get(told.link) ?? [])].map(trainingStream)];
    }
    if ('session' in told) {
      const facts = this.#sessions.get(told.session) ?? [];
      this.#sessions.set(told.session, [...facts, { ...told.fact, revision: facts.length + 1, recordedAt }]);
      if ('linkRef' in told.fact.data) {
        const { linkRef } = told.fact.data;
        this.#sessionsOf.set(linkRef, (this.#sessionsOf.get(linkRef) ?? new Set()).add(told.session));
      }
      return [trainingStream(told.session)];
    }
    const facts = this.#interests.get(told.interest) ?? [];
    const occurredOn = told.at.slice(0, 10);
    this.#interests.set(told.interest, [...facts, { ...told.fact, revision: facts.length + 1, occurredOn }]);
    return [interestStream(told.interest)];
  }

  wanted(subject: string) {
    if (subject.startsWith(trainingStream(''))) {
      const facts = this.#sessions.get(subject.slice(trainingStream('').length)) ?? [];
      const refs = new Set(facts.flatMap(({ data }) => ('linkRef' in data ? [data.linkRef] : [])));
      return planTrainingMails(
        facts,
        [...refs].map((ref) => this.#link(ref)),
        this.#programmeYears.get(facts.reduce(evolveSession, unknownSession).programme)?.mailRules,
      );
    }
    if (subject.startsWith(interestStream(''))) {
      const facts = this.#interests.get(subject.slice(interestStream('').length)) ?? [];
      return planInterestMails(facts.reduce(evolveInterest, unknownInterest), facts);
    }
    return planMails(this.#link(subject));
  }

  #link(ref: string): Link {
    const link = this.#links.get(ref) ?? unknownLink;
    return { ...link, programmeYear: this.#programmeYears.get(link.programme) ?? USUAL };
  }
}

export const inYear = (calendar: SchoolCalendar, more: Partial<ProgrammeYear> = {}): ProgrammeYear => ({
  ...USUAL,
  ...more,
  calendar,
});

/** The mails of what was told, with the clock stepped from morning to morning until a day, and to each thing that was told. */
export async function mailsOf(story: readonly Told[], until: string): Promise<MailYear> {
  const year = new MailYear();
  const soFar = new ToldSoFar();
  const ordered = story.toSorted((x, y) => (x.at < y.at ? -1 : x.at > y.at ? 1 : 0));
  let next = 0;
  for (let day = (ordered[0]?.at ?? until).slice(0, 10); day <= until; day = addDays(day, 1)) {
    const mornings = [`${day} 07:30`, `${day} 08:00`];
    const end = ordered.findIndex(({ at }, index) => index >= next && at.slice(0, 10) > day);
    const today = ordered.slice(next, end < 0 ? ordered.length : end).map(({ at }) => at);
    const moments = [...new Set([...mornings, ...today])].toSorted();
    for (const moment of moments) {
      const now = london(moment);
      const subjects = new Set<string>();
      for (; ordered[next]?.at === moment; next += 1) {
        const told = ordered[next];
        for (const subject of told === undefined ? [] : soFar.tell(told)) subjects.add(subject);
      }
      for (const subject of subjects) year.plan(subject, soFar.wanted(subject), now);
      await year.send(now, mornings.includes(moment) ? undefined : [...subjects]);
    }
  }
  return year;
}
