import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import { Refusal, type RefusalCode } from '../../refusal.js';
import type { LinkCommand, Occasion } from '../commands.js';
import { decide } from '../decide.js';
import type { Decided } from '../decided.js';
import { foldLink } from '../evolve.js';
import type { Link, RecordedLinkEvent } from '../link.js';
import { warningsFor, type Warning } from '../warnings.js';

export const TODAY = '2026-11-23';

/** Today, unless something else is said. */
export const on = (occurredOn: string, more: Partial<Occasion> = {}): Occasion => ({
  occurredOn,
  today: TODAY < occurredOn ? occurredOn : TODAY,
  overrides: [],
  ...more,
});

/** The facts as they stand in the log, with ids `e1`, `e2` … and recorded on the day they happened. */
export const recorded = (facts: readonly Decided[]): readonly RecordedLinkEvent[] =>
  facts.map((fact, index) => ({
    ...fact,
    id: `e${index + 1}`,
    revision: index + 1,
    recordedAt: `${fact.occurredOn}T12:00:00.000Z`,
    actor: 'user:1',
  }));

/** An event that is expected: its type, and of its data what the rule is about. */
export type Expected = readonly [type: Decided['type'], data?: Record<string, unknown>, occurredOn?: string];

export type Facts = readonly (Decided | readonly Decided[])[];

/** A link with its history; what it is asked is answered by its rules. */
export interface Given {
  readonly link: Link;
  readonly history: readonly Decided[];
  when(command: LinkCommand, occasion?: Occasion): Answer;
}

export interface Answer {
  /** These facts, no others; returns the link with them. */
  thenRecorded(...expected: readonly Expected[]): Given;
  thenNothing(): void;
  thenRefused(code: RefusalCode, sentence?: string, more?: Refusal['more']): void;
  /** Accepted, with these warnings. */
  thenWarned(...expected: readonly Warning[]): void;
  /** The link with whatever was decided. */
  after(): Given;
}

export const given = (...facts: Facts): Given => givenUsing([], ...facts);

/** A link of a programme that uses these parts. */
export function givenUsing(parts: readonly ProgrammeSwitch[], ...facts: Facts): Given {
  const history = facts.flat();
  const programmeYear = { switches: parts, daysToAvoid: [] };
  const link = { ...foldLink(recorded(history)), ...(parts.length === 0 ? {} : { programmeYear }) };
  const further: Further = (decided) => givenUsing(parts, history, decided);
  return {
    link,
    history,
    when: (command: LinkCommand, occasion = on(TODAY)) => answerTo(command, link, further, occasion),
  };
}

/** The same link with more facts. */
type Further = (decided: readonly Decided[]) => Given;

function answerTo(command: LinkCommand, link: Link, further: Further, occasion: Occasion): Answer {
  const decided = () => decide(command, link, occasion);
  return {
    thenRecorded(...expected) {
      expect(decided()).toEqual(
        expected.map(([type, data = {}, occurredOn]) =>
          expect.objectContaining({
            type,
            data: expect.objectContaining(data),
            ...(occurredOn === undefined ? {} : { occurredOn }),
          }),
        ),
      );
      return further(decided());
    },
    thenNothing() {
      expect(decided()).toEqual([]);
    },
    thenRefused(code, sentence, more) {
      const refusal = refusalOf(decided);
      expect({ code: refusal.code, sentence: refusal.sentence }).toEqual({
        code,
        sentence: sentence ?? refusal.sentence,
      });
      if (more !== undefined) expect(refusal.more).toMatchObject(more);
    },
    thenWarned(...expected) {
      decided();
      expect(warningsFor(command, link)).toEqual(expected);
    },
    after: () => further(decided()),
  };
}

/** What the decision was refused with; any other outcome fails the spec. */
export function refusalOf(decision: () => unknown): Refusal {
  let outcome: unknown;
  try {
    outcome = decision();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`nothing was refused: ${JSON.stringify(outcome)}`);
}
