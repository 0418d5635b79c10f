import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { covers, mayChange, type Scope } from '@linking/application/accounts/scope.js';
import type { Mail } from '@linking/application/mails/mail.js';
import {
  mailsOfPausedLinks,
  isPlanned,
  rehearse,
  type Rehearsal,
} from '@linking/application/mails/rehearsal.js';
import { tryRule, type TriedRule } from '@linking/application/mails/try-rule.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { mailReaders } from '@linking/application/mails/mail-readers.js';
import { peopleById } from '@linking/application/people/people.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { actorNames } from '@linking/application/people/actor-names.js';
import { programmeHistory, type ProgrammeHistory } from '@linking/application/programmes/read-programme.js';
import { schoolsByUrn } from '@linking/application/schools/find-schools.js';
import { venueNames } from '@linking/application/venues/venue-details.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Days } from '@linking/domain/calendar/school-calendar.js';
import type { Link } from '@linking/domain/link/link.js';
import { bothSides } from '@linking/domain/link/link.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { mailBudget, type BudgetedRole, type MailsOfPerson } from '@linking/domain/reminders/mail-budget.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { findLinksWithoutHistory } from '@linking/projections/link-board/link-board-queries.js';

type LinkWithoutHistory = Omit<Link, 'entries'>;

/** What the mails of a programme are going to be, with the words for what they hold only ids of. */
export interface RehearsedProgramme extends Rehearsal {
  readonly programme: Programme;
  /** Who held which mails when, by the id of the hold. */
  readonly heldBy: ReadonlyMap<string, { readonly name: string; readonly at: string }>;
  readonly mayChange: boolean;
  readonly days: Days;
  readonly now: string;
  readonly today: string;
  readonly people: readonly MailsOfPerson[];
  /** Paused links, with how many reminders of these days they keep back. */
  readonly paused: readonly { readonly ref: string; readonly mails: number }[];
  readonly names: RehearsalNames;
}

/** A programme with the facts of its stream. */
export type ReadProgramme = { readonly programme: Programme } & Pick<ProgrammeHistory, 'facts'>;

export interface RehearsalNames {
  /** Whom a mail goes to, as people say it. */
  readonly to: (mail: Pick<Mail, 'personId' | 'mailbox'>) => string;
  readonly person: (id: string) => string;
  readonly isKnown: (id: string) => boolean;
  readonly role: (id: string) => BudgetedRole | undefined;
  readonly school: (urn: string) => string | undefined;
}

/** The programme as its own stream tells it, for somebody who may see it; throws NotFound for any other. */
@Injectable()
export class RehearsalReader {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  now = (): string => this.clock.now();

  async programme(slug: string, scope: Scope): Promise<ReadProgramme> {
    const history = covers(scope, slug) ? await programmeHistory(this.store, slug) : undefined;
    if (history?.programme === undefined) throw new NotFound();
    return { programme: history.programme, facts: history.facts };
  }

  async read(
    { programme, facts }: ReadProgramme,
    { from, to }: Days,
    scope: Scope,
  ): Promise<RehearsedProgramme> {
    const { slug } = programme;
    const now = this.clock.now();
    const today = londonDay(now);
    const { pool, store, clock, settings } = this;
    const links = await findLinksWithoutHistory(pool, {
      scope: () => 'true',
      programme: slug,
      today,
      limit: 5_000,
    });
    const lookup = tableLookup({ pool, store, clock }, settings);
    const office = scope.programmes === 'all';
    const rehearsal = await rehearse(
      { pool, store, lookup, settings },
      {
        programme,
        from,
        to,
        office,
        holds: programme.mailHolds ?? [],
      },
      now,
    );
    const roleOf = rolesIn(links, rehearsal);
    const people = mailBudget(rehearsal.ofYear, roleOf);
    const paused = links.filter((link) => link.outcome === 'open' && link.paused !== undefined);
    const kept = await mailsOfPausedLinks(
      this.pool,
      paused.map(({ ref }) => ref),
      { from, to },
    );
    return {
      ...rehearsal,
      programme,
      heldBy: await this.#heldBy(facts),
      mayChange: mayChange(scope, slug) && programme.state !== 'left',
      days: { from, to },
      now,
      today,
      people,
      paused: paused.map(({ ref }) => ({ ref, mails: kept.get(ref) ?? 0 })),
      names: await this.#names(rehearsal, people, roleOf),
    };
  }

  /** What other days of a rule would do to the mails to come. */
  tried(programme: Programme, rule: Parameters<typeof tryRule>[2]): Promise<TriedRule> {
    return tryRule({ pool: this.pool, store: this.store }, programme, rule, this.clock.now());
  }

  /** Whether the mails follow what the programme said last: planning is moments behind a save. */
  isPlanned({ slug }: Programme): Promise<boolean> {
    return isPlanned({ pool: this.pool, store: this.store }, slug);
  }

  /** Names of those to whom tried mails go. */
  async triedNames({ changes }: TriedRule): Promise<RehearsalNames['to']> {
    const mails = changes.map(({ mail }) => mail);
    const people = await peopleById(
      this.pool,
      mails.map(({ personId }) => personId),
    );
    return ({ personId, mailbox }) =>
      mailbox === undefined
        ? (people.get(personId)?.name ?? NO_LONGER_KNOWN)
        : mailbox === 'programme'
          ? 'the programme’s mailbox'
          : 'the venue';
  }

  async #heldBy(facts: ProgrammeHistory['facts']): Promise<RehearsedProgramme['heldBy']> {
    const held = facts.flatMap((fact) => (fact.type === 'MailsHeld' ? [fact] : []));
    const names = await actorNames(this.pool, [...new Set(held.map(({ actor }) => actor))]);
    return new Map(
      held.map(({ data, actor, recordedAt }) => [
        data.holdId,
        { name: names.get(actor) ?? 'a former colleague', at: recordedAt },
      ]),
    );
  }

  async #names(
    { goes, stopped, heldBack, lists }: Rehearsal,
    budgeted: readonly MailsOfPerson[],
    role: RehearsalNames['role'],
  ): Promise<RehearsalNames> {
    const mails = [...goes, ...stopped].map(({ mail }) => mail);
    const readers = [...mails, ...lists.map(({ mail }) => mail), ...heldBack];
    const ids = [...mails, ...heldBack, ...budgeted].map(({ personId }) => personId);
    const urns = mails.flatMap(({ content }) =>
      'ownUrn' in content ? [content.ownUrn, content.partnerUrn] : [],
    );
    const [people, venues, schools, users] = await Promise.all([
      peopleById(this.pool, ids),
      venueNames(
        this.pool,
        readers.flatMap(({ mailbox, personId }) => (mailbox === 'venue' ? [personId] : [])),
      ),
      schoolsByUrn(this.pool, [...new Set(urns)]),
      mailReaders(this.pool, readers),
    ]);
    const person = (id: string) => people.get(id)?.name ?? venues.get(id) ?? NO_LONGER_KNOWN;
    return {
      person,
      isKnown: (id) => people.has(id),
      role,
      school: (urn) => schools.get(urn)?.name,
      to: ({ personId, mailbox }) => {
        if (mailbox === undefined) return person(personId);
        if (mailbox === 'user') return users.get(personId)?.name ?? 'a colleague with an account';
        return mailbox === 'venue' ? (venues.get(personId) ?? 'the venue') : 'the programme’s mailbox';
      },
    };
  }
}

const NO_LONGER_KNOWN = 'somebody who is no longer known by name';

/** A teacher of a link is a teacher, even when she is a head as well; whoever has N01 is a head. */
function rolesIn(
  links: readonly LinkWithoutHistory[],
  { goes }: Rehearsal,
): (personId: string) => BudgetedRole | undefined {
  const sides = links.flatMap((link) => bothSides.map((side) => link.sides[side]));
  const teachers = new Set(
    sides.flatMap(({ teachers: now, formerTeachers }) =>
      [...now, ...formerTeachers].map(({ teacherId }) => teacherId),
    ),
  );
  const heads = new Set([
    ...sides.map(({ headId }) => headId),
    ...goes.flatMap(({ mail }) => (mail.content.rule === 'N01' ? [mail.personId] : [])),
  ]);
  return (id) => (teachers.has(id) ? 'teacher' : heads.has(id) ? 'head' : undefined);
}
