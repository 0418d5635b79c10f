import { interestRules } from '@linking/domain/interest/spec-support/any-interest-command.js';
import { walk } from '@linking/domain/link/spec-support/random-walk.js';
import { programmeRules } from '@linking/domain/programme/spec-support/any-programme-command.js';
import { life, type Rules } from '@linking/domain/spec-support/random-life.js';
import { trainingRules } from '@linking/domain/training/spec-support/any-training-command.js';
import type { EventEnvelope } from '@linking/events/envelope.js';
import { derivedId } from '@linking/events/event-ids.js';
import { publishedLanguage, type EventName, type StreamKind } from '@linking/events/known-types.js';
import { eventSamples, kindOf, sampleOf } from '@linking/events/spec-support/event-samples.js';
import { inPresentLanguage, storedType } from '@linking/events/upcasting/present-language.js';

/** A fact as rules decide it. */
interface Fact {
  readonly type: EventName;
  readonly data: unknown;
  readonly occurredOn?: string;
  readonly recordedAt?: string;
}
type Life = readonly Fact[];

/** Among so many chance lives of a kind the fewest are chosen that have everything. */
const LIVES = 1_500;
const COMMANDS = 25;

const numbersOf = (each: number) =>
  Array.from({ length: COMMANDS }, (_, index) => each * 7919 + index * 104_729);

const livesOf = <State, Command extends { readonly type: string }>(rules: Rules<State, Command, Fact>) =>
  chanceLives((numbers) => life(rules, numbers, () => undefined).log);

const chanceLives = (live: (numbers: readonly number[]) => Life) => () =>
  Array.from({ length: LIVES }, (_, each) => live(numbersOf(each)));

/** Facts that only the application decides, one after the other, as their samples have them. */
const samplesOf = (kind: StreamKind) => () => [
  eventSamples()
    .lines.map((body) => inPresentLanguage({ position: '1', envelope: sampleOf(body), body }).envelope)
    .filter((event) => kindOf(event) === kind)
    .map((event): Fact => ({ ...event, type: event.type.replace(/\.v\d+$/, '') as EventName })),
];

const lives: Readonly<Record<StreamKind, () => readonly Life[]>> = {
  link: chanceLives((numbers) => walk(numbers).log),
  interest: livesOf(interestRules),
  training: livesOf(trainingRules),
  programme: livesOf(programmeRules),
  correspondence: samplesOf('correspondence'),
  person: samplesOf('person'),
  venue: samplesOf('venue'),
  grant: samplesOf('grant'),
  import: samplesOf('import'),
  school: samplesOf('school'),
  user: samplesOf('user'),
  rules: samplesOf('rules'),
  ledger: samplesOf('ledger'),
  log: samplesOf('log'),
};

/** Streams that have the missing kinds of facts (`link AgreementSigned.v1`), as they would stand in a log. */
export function streamsWith(
  missing: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): readonly (readonly EventEnvelope[])[] {
  return (Object.keys(publishedLanguage) as StreamKind[]).flatMap((kind) => {
    const names = Object.keys(publishedLanguage[kind]) as EventName[];
    const wanted = new Set(names.filter((name) => missing.has(`${kind} ${storedType(name)}`)));
    const chosen = wanted.size === 0 ? [] : fewest(lives[kind](), wanted);
    let number = 0;
    return chosen.map((facts) => {
      do number += 1;
      while (taken.has(`${kind}-golden-${number}`));
      return asStored(`${kind}-golden-${number}`, facts);
    });
  });
}

/** Each time the life with most of what is still wanted. Throws when something is never met. */
function fewest(all: readonly Life[], wanted: Set<EventName>): readonly Life[] {
  const chosen: Life[] = [];
  while (wanted.size > 0) {
    const gain = (facts: Life) =>
      new Set(facts.map(({ type }) => type).filter((type) => wanted.has(type))).size;
    const best = all.reduce((before, next) => (gain(next) > gain(before) ? next : before), []);
    if (gain(best) === 0) throw new Error(`No life has ${[...wanted].join(', ')}`);
    chosen.push(best);
    for (const { type } of best) wanted.delete(type);
  }
  return chosen;
}

const ROOT = '0b1f6a52-70d3-4a0e-9d0b-7f3c52f0c6a1';

function asStored(stream: string, facts: Life): readonly EventEnvelope[] {
  const commandId = derivedId(ROOT, stream);
  return facts.map((fact, index) => ({
    id: derivedId(commandId, String(index + 1)),
    stream,
    revision: index + 1,
    type: storedType(fact.type),
    schema: 1,
    occurredOn: fact.occurredOn ?? '2026-09-20',
    recordedAt: fact.recordedAt ?? '2026-09-20T09:00:00.000Z',
    actor: `user:${derivedId(ROOT, 'user')}`,
    channel: 'api',
    commandId,
    correlationId: commandId,
    data: withIds(fact.data, commandId),
  }));
}

/** Walks call the events of a link `e1`, `e2` …; entries that mend others name them so. */
function withIds(data: unknown, commandId: string): unknown {
  const text = JSON.stringify(data).replaceAll(/"e(\d+)"/g, (_, number: string) =>
    JSON.stringify(derivedId(commandId, number)),
  );
  return JSON.parse(text) as unknown;
}
