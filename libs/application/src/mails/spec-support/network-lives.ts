import { addDays } from '@linking/domain/calendar/london.js';
import { diceOf, type Dice } from '@linking/domain/spec-support/dice.js';
import type { MeetingNumber, Side, TrainingKind } from '@linking/events/link/link-events.js';
import { openAfter } from './days-of-the-table.js';

/** What happens to a link in its year, as plain London moments: `2026-09-07 09:12`. Nothing here knows of events. */
export interface Life {
  readonly ref: string;
  readonly programme: string;
  readonly inSchool: boolean;
  readonly sides: Readonly<Record<Side, LifeOfSide>>;
  readonly proposedAt: string;
  /** The proposal was mailed to both heads. */
  readonly mailedAt?: string;
  readonly declined?: { readonly side: Side; readonly at: string };
  readonly issuedAt?: string;
  readonly newTarget?: { readonly at: string; readonly day: string };
  readonly meetings: readonly LifeOfMeeting[];
  readonly pausedAt?: string;
  readonly resumedAt?: string;
  readonly withdrawnAt?: string;
  readonly replaced?: { readonly side: Side; readonly at: string; readonly to: string };
  readonly newHead?: { readonly side: Side; readonly at: string; readonly to: string };
  readonly lost?: { readonly side: Side; readonly at: string; readonly person: string };
  readonly completedAt?: string;
}

export interface LifeOfSide {
  readonly interest: string;
  readonly head: string;
  readonly teacher: string;
  readonly linkedBefore: boolean;
  readonly offeredAt: string;
  /** A class promised in spring was named then. */
  readonly namedAt?: string;
  readonly yesAt?: string;
  readonly signedAt?: string;
  /** Trained elsewhere; on that day. */
  readonly elsewhereAt?: string;
  readonly sentAt?: string;
}

export interface LifeOfMeeting {
  readonly number: MeetingNumber;
  readonly plannedAt: string;
  readonly on: string;
  readonly host?: Side;
  readonly venue?: string;
  readonly moved?: { readonly at: string; readonly to: string };
  readonly onlineAt?: string;
  readonly cancelledAt?: string;
  readonly heldAt?: string;
}

export interface LifeOfSession {
  readonly id: string;
  readonly programme: string;
  readonly kind: TrainingKind;
  readonly on: string;
  readonly plannedAt: string;
  readonly moved?: { readonly at: string; readonly to: string };
  readonly cancelledAt?: string;
  readonly places: readonly {
    readonly teacher: string;
    readonly ref: string;
    readonly side: Side;
    readonly at: string;
    /** She waited for it since then. */
    readonly waitedFrom?: string;
    readonly register?: { readonly at: string; readonly came: boolean };
  }[];
}

export interface Network {
  readonly lives: readonly Life[];
  readonly sessions: readonly LifeOfSession[];
}

type Place = LifeOfSession['places'][number];
type Draft = Omit<LifeOfSession, 'places'> & { readonly places: Place[] };

/** Programmes that mail their proposals. */
export const mailsProposals = (programme: string) => Number(programme.slice(1)) % 7 === 0;

const TIMES = ['08:05', '09:12', '10:40', '12:05', '15:45', '18:20'];

/** So many links of so many programmes, the same each time for a seed. */
export function networkLives(links: number, seed: number, programmes = 28): Network {
  const sessions = new Map<string, Draft[]>();
  const lives: Life[] = [];
  for (let index = 0; index < links; index += 1) {
    const dice = diceOf(seed + 7919 * index);
    const programme = `p${index % programmes}`;
    const own = sessions.get(programme) ?? sessionsOf(programme, diceOf(seed + index));
    sessions.set(programme, own);
    const sibling = lives[index - programmes];
    lives.push(lifeOf(index, programme, own, sibling, dice));
  }
  return { lives, sessions: [...sessions.values()].flat() };
}

function sessionsOf(programme: string, dice: Dice): Draft[] {
  const plan = (kind: TrainingKind, name: string, from: string): Draft => {
    const on = openAfter(from, dice.below(6));
    const fate = dice.below(100);
    const day = openAfter(addDays(on, -9), dice.below(3));
    return {
      id: `${programme}-${name}`,
      programme,
      kind,
      on,
      plannedAt: '2026-06-15 10:00',
      places: [],
      ...(fate < 15
        ? { moved: { at: `${day} ${dice.of(TIMES)}`, to: openAfter(on, 1 + dice.below(4)) } }
        : {}),
      ...(fate > 95 ? { cancelledAt: `${day} ${dice.of(TIMES)}` } : {}),
    };
  };
  return [
    plan('initial-full', 'full', '2026-09-28'),
    plan('initial-half', 'half', '2026-10-05'),
    plan('initial-full', 'again', '2026-11-02'),
    plan('planning-half', 'planning', '2027-01-25'),
  ];
}

export const dayOfSession = ({ on, moved }: Pick<LifeOfSession, 'on' | 'moved'>) => moved?.to ?? on;

const at = (day: string, dice: Dice) => `${day} ${dice.of(TIMES)}`;
/** The day so many school days later, at some time of the day. */
const later = (moment: string, days: number, dice: Dice) => at(openAfter(moment.slice(0, 10), days), dice);
const latest = (...moments: readonly string[]) => moments.toSorted().at(-1) ?? '';

function lifeOf(
  index: number,
  programme: string,
  sessions: readonly Draft[],
  sibling: Life | undefined,
  dice: Dice,
): Life {
  const ref = `P${programme.slice(1)}-2026-${String(index).padStart(3, '0')}`;
  const inSchool = dice.chance(5);
  const shares = sibling !== undefined && !inSchool && !sibling.inSchool && dice.chance(25);
  const mailed = mailsProposals(programme);
  const drafts = { a: sideDraft(index, 'a', dice), b: sideDraft(index, 'b', dice) };
  if (shares) {
    const { head, teacher, linkedBefore } = sibling.sides.a;
    drafts.a = { ...drafts.a, head, teacher, linkedBefore };
  }
  if (inSchool) drafts.b = { ...drafts.b, head: drafts.a.head };
  const proposedAt = later(latest(drafts.a.offeredAt, drafts.b.offeredAt), 1 + dice.below(7), dice);
  const mailedAt = mailed ? later(proposedAt, 1, dice) : undefined;
  const asked = mailedAt ?? proposedAt;
  const yes = { a: later(asked, 1 + dice.below(13), dice), b: later(asked, 1 + dice.below(13), dice) };
  const start = { ref, programme, inSchool, proposedAt, ...(mailedAt === undefined ? {} : { mailedAt }) };
  if (mailed && !inSchool && dice.chance(8)) {
    const side = dice.of(['a', 'b'] as const);
    return { ...start, sides: drafts, declined: { side, at: yes[side] }, meetings: [] };
  }
  const toFollow = dice.chance(8);
  const issuedAt = at(openAfter('2026-09-03', dice.below(7)), dice);
  const signs = {
    a: later(issuedAt, dice.below(14), dice),
    b: dice.chance(4) && !inSchool ? undefined : later(issuedAt, dice.below(14), dice),
  };
  const sides = {
    a: { ...drafts.a, yesAt: yes.a, signedAt: signs.a },
    b: {
      ...drafts.b,
      yesAt: yes.b,
      ...(toFollow ? { namedAt: at(openAfter('2026-09-02', dice.below(16)), dice) } : {}),
      ...(signs.b === undefined || inSchool ? {} : { signedAt: signs.b }),
    },
  };
  if (signs.b === undefined) return { ...start, sides, issuedAt, meetings: [] };
  const known = latest(signs.a, inSchool ? signs.a : signs.b, sides.b.namedAt ?? '');
  return { ...start, issuedAt, ...yearAfter(ref, { ...start, sides }, known, sessions, dice, shares) };
}

const sideDraft = (index: number, side: Side, dice: Dice): LifeOfSide => ({
  interest: `${index}${side}`,
  head: `head-${index}${side}`,
  teacher: `teacher-${index}${side}`,
  linkedBefore: dice.chance(40),
  offeredAt: at(openAfter('2026-05-05', dice.below(20)), dice),
});

/** What follows when both schools have signed and both teachers are known. */
function yearAfter(
  ref: string,
  { sides, inSchool, programme }: Pick<Life, 'sides' | 'inSchool' | 'programme'>,
  known: string,
  sessions: readonly Draft[],
  dice: Dice,
  shares: boolean,
): Pick<Life, 'sides' | 'meetings'> & Partial<Life> {
  const trained = (['a', 'b'] as const).map((side) => {
    if (!shares && dice.chance(3)) return { elsewhereAt: at(openAfter('2026-10-05', dice.below(10)), dice) };
    enrol(sessions, { ref, side, ...sides[side] }, known, dice);
    return {};
  });
  const sends = () => (dice.chance(6) ? {} : { sentAt: at(openAfter('2026-10-12', dice.below(44)), dice) });
  const both = {
    a: { ...sides.a, ...trained[0], ...sends() },
    b: { ...sides.b, ...trained[1], ...sends() },
  };
  const place = (number: MeetingNumber): Pick<LifeOfMeeting, 'host' | 'venue'> =>
    number === 1 || number === 4
      ? inSchool
        ? { host: 'a' }
        : { venue: `hall-${programme}` }
      : { host: number === 2 ? 'a' : 'b' };
  const first = meetingOf(1, place(1), openAfter('2026-10-19', dice.below(20)), 2 + dice.below(18), dice);
  const talk = dice.chance(4)
    ? { newTarget: { at: at(openAfter('2026-11-23', dice.below(4)), dice), day: '2026-12-14' } }
    : {};
  const turn = dice.below(100);
  const turnAt = at(openAfter('2026-11-10', dice.below(14)), dice);
  if (turn < 3) return { sides: both, meetings: until(turnAt, [first]), withdrawnAt: turnAt };
  if (turn < 5) return { sides: both, meetings: until(turnAt, [first]), pausedAt: turnAt };
  const pause =
    turn < 8 ? { pausedAt: turnAt, resumedAt: at(openAfter('2027-01-05', dice.below(3)), dice) } : {};
  for (const side of ['a', 'b'] as const) {
    const [planning] = sessions.filter(({ kind }) => kind === 'planning-half');
    if (planning === undefined || dice.chance(10)) continue;
    takePlace(
      planning,
      { ref, side, ...sides[side] },
      at(openAfter('2027-01-11', dice.below(4)), dice),
      dice,
    );
  }
  const visits = [2, 3].map((number) =>
    meetingOf(
      number === 2 ? 2 : 3,
      place(number === 2 ? 2 : 3),
      openAfter(number === 2 ? '2027-02-11' : '2027-03-01', dice.below(12)),
      (number === 2 ? 8 : 25) + dice.below(12),
      dice,
    ),
  );
  const party = dice.chance(15) ? [meetingOf(4, place(4), '2027-06-14', 8 + dice.below(6), dice)] : [];
  const meetings = [
    ...('pausedAt' in pause ? until(turnAt, [first]) : [first]),
    ...(dice.chance(10) ? visits.slice(0, 1) : visits),
    ...party,
  ];
  const change = dice.below(100);
  const side = dice.of(['a', 'b'] as const);
  const changeAt = at(openAfter('2027-02-22', dice.below(30)), dice);
  return {
    sides: both,
    meetings,
    ...talk,
    ...pause,
    ...(change < 4 && !shares ? { replaced: { side: 'b', at: changeAt, to: `new-${sides.b.teacher}` } } : {}),
    ...(change >= 4 && change < 7 && !inSchool
      ? { newHead: { side, at: changeAt, to: `new-${ref}-${side}` } }
      : {}),
    ...(change >= 7 && change < 9 ? { lost: { side, at: changeAt, person: sides[side].teacher } } : {}),
    ...(dice.chance(60) ? { completedAt: at(openAfter('2027-07-06', dice.below(8)), dice) } : {}),
  };
}

/** What was known of the meetings before a turn; nobody writes to the link about them while it rests, or after its end. */
const until = (turn: string, meetings: readonly LifeOfMeeting[]): readonly LifeOfMeeting[] =>
  meetings.flatMap((meeting) => {
    const { moved, onlineAt, cancelledAt, heldAt, ...planned } = meeting;
    if (planned.plannedAt >= turn) return [];
    return [
      {
        ...planned,
        ...(moved !== undefined && moved.at < turn ? { moved } : {}),
        ...(onlineAt !== undefined && onlineAt < turn ? { onlineAt } : {}),
        ...(cancelledAt !== undefined && cancelledAt < turn ? { cancelledAt } : {}),
        ...(heldAt !== undefined && heldAt < turn ? { heldAt } : {}),
      },
    ];
  });

function meetingOf(
  number: MeetingNumber,
  place: Pick<LifeOfMeeting, 'host' | 'venue'>,
  plannedOn: string,
  ahead: number,
  dice: Dice,
): LifeOfMeeting {
  const on = openAfter(plannedOn, ahead);
  const planned = { number, ...place, plannedAt: at(plannedOn, dice), on };
  const fate = dice.below(100);
  const known = at(openAfter(plannedOn, 1 + dice.below(ahead)), dice);
  if (fate < 3) return { ...planned, cancelledAt: known };
  const moved = fate < 11 ? { moved: { at: known, to: openAfter(on, 1 + dice.below(9)) } } : {};
  const online = fate >= 11 && fate < 15 ? { onlineAt: known } : {};
  const day = moved.moved?.to ?? on;
  const recorded = dice.below(100);
  const heldAt =
    recorded < 70
      ? `${day} 18:30`
      : recorded < 85
        ? `${openAfter(day, 1)} 09:10`
        : recorded < 95
          ? at(openAfter(day, 2 + dice.below(9)), dice)
          : undefined;
  return { ...planned, ...moved, ...online, ...(heldAt === undefined ? {} : { heldAt }) };
}

interface Comer extends LifeOfSide {
  readonly ref: string;
  readonly side: Side;
}

/** Into the first session of her kind that is still to come; into another full day when she misses it. */
function enrol(sessions: readonly Draft[], comer: Comer, known: string, dice: Dice): void {
  const wanted = sessions.filter(
    ({ kind }) => kind === (comer.linkedBefore ? 'initial-half' : 'initial-full'),
  );
  const from = latest(known, '2026-09-14 07:00');
  let moment = at(openAfter(from.slice(0, 10), 1 + dice.below(3)), dice);
  for (const session of wanted) {
    if (session.cancelledAt !== undefined && moment > session.cancelledAt) continue;
    if (addDays(moment.slice(0, 10), 1) >= session.on) continue;
    const came = takePlace(session, comer, moment, dice);
    if (came !== false) return;
    moment = at(openAfter(dayOfSession(session), 4), dice);
  }
}

/** @returns whether she came; `undefined` while nobody knows */
function takePlace(
  session: Draft,
  { ref, side, teacher }: Comer,
  moment: string,
  dice: Dice,
): boolean | undefined {
  if (session.cancelledAt !== undefined && moment >= session.cancelledAt) return undefined;
  const waits = dice.chance(5) ? { waitedFrom: moment } : {};
  const taken = 'waitedFrom' in waits ? at(openAfter(moment.slice(0, 10), 1), dice) : moment;
  if (addDays(taken.slice(0, 10), 1) >= session.on) return undefined;
  if (session.cancelledAt !== undefined && taken >= session.cancelledAt) return undefined;
  const before = session.places.find((place) => place.teacher === teacher);
  const day = dayOfSession(session);
  const register = before?.register ?? {
    came: dice.chance(93),
    at: dice.chance(70)
      ? `${day} 16:10`
      : dice.chance(80)
        ? `${openAfter(day, 1)} 09:20`
        : `${openAfter(day, 3)} 10:15`,
  };
  // Who has a seat for one of her links waits for nothing with another.
  const place = { teacher, ref, side, at: taken, ...(before === undefined ? waits : {}) };
  session.places.push(session.cancelledAt === undefined ? { ...place, register } : place);
  return session.cancelledAt === undefined ? register.came : undefined;
}
