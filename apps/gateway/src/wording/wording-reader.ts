import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import type { Scope } from '@linking/application/accounts/scope.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { inWhoseName } from '@linking/application/mails/test-mails.js';
import { wordingTexts } from '@linking/application/mails/wordings.js';
import { actorNames } from '@linking/application/people/actor-names.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { readRules } from '@linking/application/programmes/network-rules.js';
import { programmeHistory } from '@linking/application/programmes/read-programme.js';
import { everyWordingKind, type WordingKind } from '@linking/domain/wording/wording-kinds.js';
import type { WordingText } from '@linking/domain/wording/wording-text.js';
import { wordedAs, type Worded, type WordingVersion } from '@linking/domain/wording/wordings.js';
import type { EventStore } from '@linking/events/event-store.js';
import { productWording, type InWhoseName } from '@linking/notices/wording/product-wording.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { ProgrammePages } from '../programmes/programme-pages.js';

/** Whose words a mail has now. */
export type WordsOf = 'own' | 'national' | 'product';

export interface WordingNow {
  readonly of: WordsOf;
  /** Absent for the words of the product. */
  readonly version?: WordingVersion;
  readonly text: WordingText;
}

/** One change of the words of a mail, by whom and when. */
export interface WordingChange {
  readonly wording: string;
  /** Absent when the own words were dropped. */
  readonly version?: number;
  readonly text?: WordingText;
  readonly by: string;
  readonly at: string;
}

/** The words of the mails of one programme; of all programmes without `slug`. */
export interface SeenWordings {
  readonly slug?: string;
  readonly name: string;
  readonly mayChange: boolean;
  /** Of the stream that holds them. */
  readonly revision: number;
  readonly own: readonly Worded[];
  readonly now: (wording: WordingKind) => WordingNow;
  readonly changes: (wording: WordingKind) => readonly WordingChange[];
  readonly inWhoseName: InWhoseName;
}

/** Brings together what the pages and the API show of the words of mails. */
@Injectable()
export class WordingReader {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ProgrammePages) private readonly programmes: ProgrammePages,
  ) {}

  /** Throws NotFound for a programme out of reach. */
  async see(slug: string | undefined, scope: Scope): Promise<SeenWordings> {
    const { pool, store, clock, settings } = this;
    const seen = slug === undefined ? undefined : await this.programmes.see(slug, scope);
    const rules = await readRules(store);
    const history = slug === undefined ? rules : await programmeHistory(store, slug);
    const own = (seen === undefined ? rules.wordings : seen.programme.wordings) ?? [];
    const above = seen === undefined ? [] : rules.wordings;
    const texts = await wordingTexts(
      pool,
      [...own, ...above].flatMap(({ versions }) => versions.map(({ hash }) => hash)),
    );
    const facts = history.facts.flatMap((fact) =>
      fact.type === 'MailWordingChanged' || fact.type === 'MailWordingDropped' ? [fact] : [],
    );
    const names = await actorNames(pool, [...new Set(facts.map(({ actor }) => actor))]);
    const now = new Map(everyWordingKind.map((wording) => [wording, nowOf(wording, { own, above, texts })]));
    return {
      ...(slug === undefined ? {} : { slug }),
      name: seen?.programme.name ?? 'All programmes',
      mayChange: seen?.mayChange ?? scope.changes === 'all',
      revision: seen?.programme.revision ?? rules.revision,
      own,
      now: (wording) => now.get(wording) ?? { of: 'product', text: productWording(wording) },
      changes: (wording) =>
        facts
          .filter(({ data }) => data.wording === wording)
          .map(({ data, actor, recordedAt }): WordingChange => {
            const text = 'hash' in data ? texts.get(data.hash) : undefined;
            return {
              wording,
              ...('version' in data ? { version: data.version } : {}),
              ...(text === undefined ? {} : { text }),
              by: names.get(actor) ?? 'a former colleague',
              at: recordedAt,
            };
          }),
      inWhoseName: await inWhoseName(tableLookup({ pool, store, clock }, settings), settings, slug),
    };
  }

  /** The same, for somebody who is going to change them. */
  async seeToChange(slug: string | undefined, scope: Scope): Promise<SeenWordings> {
    const seen = await this.see(slug, scope);
    if (!seen.mayChange) throw new NotAllowed();
    return seen;
  }
}

interface Sources {
  readonly own: readonly Worded[];
  readonly above: readonly Worded[];
  readonly texts: ReadonlyMap<string, WordingText>;
}

/** As a mail chooses them when it leaves; words that were erased are not chosen. */
function nowOf(wording: WordingKind, { own, above, texts }: Sources): WordingNow {
  const mine = wordedAs(own, wording).inUse;
  const version = mine ?? wordedAs(above, wording).inUse;
  const text = texts.get(version?.hash ?? '');
  if (version === undefined || text === undefined) return { of: 'product', text: productWording(wording) };
  return { of: mine === undefined ? 'national' : 'own', version, text };
}
