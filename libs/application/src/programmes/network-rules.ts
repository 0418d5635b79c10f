import { evolveWordings, wordedAs, type Worded } from '@linking/domain/wording/wordings.js';
import type { WordingKind } from '@linking/domain/wording/wording-kinds.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import type { SentWording } from '@linking/events/correspondence/correspondence-events.js';
import type { EventStore, StoredEvent } from '@linking/events/event-store.js';
import type { RulesEvent } from '@linking/events/rules/rules-events.js';
import { RULES_STREAM } from '@linking/events/streams.js';
import { recordedFacts, type RecordedFact } from '../commands/recorded-facts.js';

export type RulesFact = RulesEvent & Pick<RecordedFact, 'revision' | 'commandId' | 'recordedAt' | 'actor'>;

/** What the national office decided about the mails of every programme. */
export interface NetworkRules {
  /** 0 before anything was decided. */
  readonly revision: number;
  readonly wordings: readonly Worded[];
  readonly facts: readonly RulesFact[];
  readonly stored: readonly StoredEvent[];
}

export async function readRules(store: EventStore): Promise<NetworkRules> {
  const stored = await store.readStream(RULES_STREAM);
  const facts = recordedFacts<RulesFact>(stored);
  return {
    revision: facts.at(-1)?.revision ?? 0,
    wordings: facts.reduce<readonly Worded[]>(evolveWordings, []),
    facts,
    stored,
  };
}

/** Says of whom words are that no programme has chosen. */
export const NETWORK = 'network';

/** The words that hold for a mail of a programme: its own, else those of the national office, else none. */
export function wordingInUse(
  programme: Pick<Programme, 'slug' | 'wordings'> | undefined,
  network: Pick<NetworkRules, 'wordings'>,
  kind: WordingKind,
): SentWording | undefined {
  const own = wordedAs(programme?.wordings, kind).inUse;
  if (programme !== undefined && own !== undefined) return { of: programme.slug, ...own };
  const national = wordedAs(network.wordings, kind).inUse;
  return national === undefined ? undefined : { of: NETWORK, ...national };
}
