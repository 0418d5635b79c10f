import type { LinkEventName } from '@linking/events/link/link-events.js';
import type { RecordedLinkEvent } from '../link.js';

/** A fact that has to be there: of this type, saying these things, and not taken back by a later one of the side. */
interface Needed {
  readonly fact: LinkEventName;
  readonly saying?: Readonly<Record<string, unknown>>;
  readonly untakenBy?: LinkEventName;
  /** Counts only for a teacher who needs no more than this. */
  readonly forOneWhoNeeds?: 'initial-half';
  /** Or for one whose trainings come to so many minutes together. */
  readonly orMinutesTogether?: number;
}

interface Milestone {
  readonly stage: string;
  /** Each of these lines; of a line one alternative is enough. */
  readonly needs: readonly (readonly Needed[])[];
  readonly needsInSchool?: readonly (readonly Needed[])[];
}

const ofSide = (side: 'a' | 'b') =>
  ({
    yes: { fact: 'ProposalAccepted', saying: { side } },
    signature: { fact: 'AgreementSigned', saying: { side }, untakenBy: 'AgreementRevoked' },
    fullDay: { fact: 'TrainingAttended', saying: { side, kind: 'initial-full' } },
    halfDay: {
      fact: 'TrainingAttended',
      saying: { side, kind: 'initial-half' },
      forOneWhoNeeds: 'initial-half',
      orMinutesTogether: 330,
    },
    fullCatchUp: { fact: 'CatchUpCompleted', saying: { side, kind: 'initial-full' } },
    halfCatchUp: {
      fact: 'CatchUpCompleted',
      saying: { side, kind: 'initial-half' },
      forOneWhoNeeds: 'initial-half',
      orMinutesTogether: 330,
    },
  }) as const;
const [a, b] = [ofSide('a'), ofSide('b')];
const trainings = ({ fullDay, halfDay, fullCatchUp, halfCatchUp }: ReturnType<typeof ofSide>) => [
  fullDay,
  halfDay,
  fullCatchUp,
  halfCatchUp,
];
const held = (number: number) => ({ fact: 'MeetingHeld', saying: { number } }) as const;

/**
 * The seven milestones once more, as the charity counts them, written without looking at `stage.ts`: a spec compares
 * the two. Each is reached as soon as its facts are there, and stays reached unless one of them is mended.
 */
export const milestoneTable: readonly Milestone[] = [
  { stage: 'interest', needs: [[{ fact: 'LinkProposed' }]] },
  { stage: 'brokered', needs: [[a.yes], [b.yes]] },
  { stage: 'signed', needs: [[a.signature], [b.signature]], needsInSchool: [[a.signature]] },
  {
    stage: 'trained',
    needs: [trainings(a), trainings(b)],
  },
  { stage: 'met', needs: [[held(1)]] },
  { stage: 'visited', needs: [[held(2)], [held(3)]] },
  {
    stage: 'celebrated',
    needs: [
      [{ fact: 'WorkExchanged', saying: { kind: 'goodbye' } }],
      [held(4), { fact: 'StepSkipped', saying: { step: 'celebration' } }],
    ],
  },
];

/** The milestones that a history has reached by the table. */
export function reachedByTable(log: readonly RecordedLinkEvent[]): readonly string[] {
  const facts = countingFacts(log);
  const inSchool = facts.some(({ type, data }) => type === 'LinkProposed' && data.kind === 'in-school');
  return milestoneTable
    .filter(({ needs, needsInSchool }) => {
      const lines = inSchool ? (needsInSchool ?? needs) : needs;
      return facts.some((_, last) => lines.every((line) => line.some((it) => isThere(it, facts, last))));
    })
    .map(({ stage }) => stage);
}

type Fact = RecordedLinkEvent;

function isThere(needed: Needed, facts: readonly Fact[], last: number): boolean {
  return facts.some((fact, index) => {
    if (index > last || fact.type !== needed.fact || !says(fact, needed.saying)) return false;
    const side = 'side' in fact.data ? fact.data.side : undefined;
    const taken = facts.some(
      (later, at) => at > index && at <= last && later.type === needed.untakenBy && says(later, { side }),
    );
    return (
      !taken &&
      (needed.forOneWhoNeeds === undefined ||
        needsHalf(fact, facts, last) ||
        minutesOf(fact, facts, last) >= (needed.orMinutesTogether ?? Infinity))
    );
  });
}

function says(fact: Fact, things: Readonly<Record<string, unknown>> = {}): boolean {
  const data: Readonly<Record<string, unknown>> = { ...fact.data };
  return Object.entries(things).every(([name, value]) => data[name] === value);
}

/** All her initial trainings by then, catch-ups with them. */
function minutesOf(attended: Fact, facts: readonly Fact[], last: number): number {
  if (attended.type !== 'TrainingAttended' && attended.type !== 'CatchUpCompleted') return 0;
  const { side, teacherId } = attended.data;
  return facts.slice(0, last + 1).reduce((minutes, { type, data }) => {
    if (type !== 'TrainingAttended' && type !== 'CatchUpCompleted') return minutes;
    const hers = data.side === side && data.teacherId === teacherId && data.kind !== 'planning-half';
    return hers ? minutes + data.minutes : minutes;
  }, 0);
}

/** What was said last of her while she was a teacher: that she linked before, or what training she needs. */
function needsHalf(attended: Fact, facts: readonly Fact[], last: number): boolean {
  if (attended.type !== 'TrainingAttended' && attended.type !== 'CatchUpCompleted') return false;
  const { side, teacherId } = attended.data;
  let half = false;
  let teaches = false;
  for (const fact of facts.slice(0, last + 1)) {
    if (!('side' in fact.data) || fact.data.side !== side) continue;
    const { named, word } = saidOf(teacherId, fact);
    // Who is a teacher already is not asked again when her class is confirmed once more.
    if (word !== undefined && !(fact.type === 'ClassConfirmed' && teaches)) half = word;
    if (fact.type === 'TrainingRequirementSet' && teaches && fact.data.teacherId === teacherId) {
      half = fact.data.kind === 'initial-half';
    }
    teaches = named ?? teaches;
  }
  return half;
}

/** Whether a fact names or removes a teacher, and what it says of her. */
function saidOf(teacherId: string, fact: Fact): { readonly named?: boolean; readonly word?: boolean } {
  switch (fact.type) {
    case 'InterestRecorded':
    case 'ClassConfirmed': {
      if (fact.data.teachers.length === 0) return {};
      const teacher = fact.data.teachers.find((it) => it.teacherId === teacherId);
      return teacher === undefined ? { named: false } : { named: true, word: teacher.linkedBefore };
    }
    case 'TeacherAssigned':
      return fact.data.teacherId === teacherId ? { named: true, word: fact.data.linkedBefore } : {};
    case 'TeacherReplaced':
      if (fact.data.to === teacherId) return { named: true, word: fact.data.linkedBefore };
      return fact.data.from === teacherId ? { named: false } : {};
    default:
      return {};
  }
}

/** The history as it counts: without what was voided, with what was corrected, without the mendings themselves. */
function countingFacts(log: readonly RecordedLinkEvent[]): readonly Fact[] {
  const voided = new Set<string>();
  for (const event of log.toReversed()) {
    if (event.type === 'EntryVoided' && !voided.has(event.id)) voided.add(event.data.voidsEventId);
  }
  const counting = log.filter(({ id }) => !voided.has(id));
  return counting
    .filter(({ type }) => type !== 'EntryVoided' && type !== 'EntryCorrected')
    .map((fact) =>
      counting.reduce<Fact>((now, mending) => {
        if (mending.type !== 'EntryCorrected' || mending.data.correctsEventId !== fact.id) return now;
        const field = mending.data.pointer.slice(1);
        if (field === 'occurredOn') return now;
        return { ...now, data: { ...now.data, [field]: mending.data.now } } as Fact;
      }, fact),
    );
}
