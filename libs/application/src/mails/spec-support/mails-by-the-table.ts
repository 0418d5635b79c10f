import type { Side } from '@linking/events/link/link-events.js';
import {
  countedOpen,
  countedWorked,
  dayAfter,
  isOpen,
  isWorked,
  openAfter,
  openBefore,
} from './days-of-the-table.js';
import {
  dayOfSession,
  mailsProposals,
  type Life,
  type LifeOfMeeting,
  type LifeOfSession,
  type Network,
} from './network-lives.js';

/** One mail that the table of rules asks for at a moment. */
interface Asked {
  /** Rule, reader and what it is about: the same mail is asked for once. */
  readonly key: string;
  readonly programme: string;
  readonly reader: string;
  /** Absent for a mail that goes at once. */
  readonly due?: string;
  /** The last day on which it helps. */
  readonly last: string;
  readonly office?: true;
  /** It takes something back: only for whoever was told of this. */
  readonly takesBack?: string;
  readonly tellsOf?: string;
}

/** How a mail of the table ended: `2026-11-26 08:00 N17 …`, or `not N21 …`. */
export interface ByTheTable {
  readonly goes: readonly string[];
  readonly doesNotGo: readonly string[];
  /** Mails a person gets in her year, what leaves as one counted once. */
  readonly counts: ReadonlyMap<string, number>;
}

const sides = ['a', 'b'] as const;
const other = { a: 'b', b: 'a' } as const;
const day = (moment: string) => moment.slice(0, 10);
const after = (from: string, days: number) => openAfter(dayAfter(from, days), 0);
const before = (from: string, days: number) => openBefore(dayAfter(from, -days));

/**
 * The mails of a network's year by the table of rules, read line by line: at every moment at which anything may change it is
 * asked of every link and session what the table wants then. Slow, and made of nothing that plans the mails of the product.
 */
export function mailsByTheTable({ lives, sessions }: Network, lastDay: string): ByTheTable {
  const bySubject = new Map<string, (moment: string) => readonly Asked[]>([
    ...lives.map((life) => [life.ref, (moment: string) => ofLink(life, moment)] as const),
    ...sessions.map((it) => [it.id, (moment: string) => ofSession(it, lives, moment)] as const),
  ]);
  const moments = momentsOf({ lives, sessions }, lastDay);
  const ended = new Set<string>();
  const told = new Set<string>();
  const goes: string[] = [];
  const doesNotGo: string[] = [];
  const parcels = new Map<string, Set<string>>();
  const lastParcel = new Map<string, string>();
  for (const [moment, subjects] of moments) {
    const today = day(moment);
    const time = moment.slice(11);
    for (const subject of subjects === 'all' ? bySubject.keys() : subjects) {
      for (const asked of bySubject.get(subject)?.(moment) ?? []) {
        const { key, reader, due, last, office, takesBack, tellsOf, programme } = asked;
        if (ended.has(key)) continue;
        const whose = `${programme} ${reader}`;
        if (due !== undefined) {
          const open = office ? isWorked(today) && time >= '07:30' : isOpen(today) && time >= '08:00';
          if (due > today || !open || time >= '17:00') continue;
          const before = lastParcel.get(whose) ?? '';
          // One mail a person a day.
          if (day(before) === today && before !== moment) continue;
        }
        ended.add(key);
        if (today > last || (takesBack !== undefined && !told.has(`${reader} ${takesBack}`))) {
          doesNotGo.push(key);
          continue;
        }
        if (tellsOf !== undefined) told.add(`${reader} ${tellsOf}`);
        goes.push(`${moment} ${key}`);
        if (due !== undefined) lastParcel.set(whose, moment);
        const parcel = due === undefined ? key : `${moment} ${programme}`;
        parcels.set(reader, (parcels.get(reader) ?? new Set()).add(parcel));
      }
    }
  }
  const counts = new Map([...parcels].map(([reader, { size }]) => [reader, size]));
  return { goes, doesNotGo, counts };
}

/** Each morning on which mails go asks everything; between them a subject is asked when something of it is recorded. */
function momentsOf({ lives, sessions }: Network, lastDay: string) {
  const moments = new Map<string, 'all' | Set<string>>();
  const tell = (subject: string, recorded: readonly (string | undefined)[]) => {
    for (const moment of recorded) {
      if (moment === undefined) continue;
      const known = moments.get(moment) ?? new Set<string>();
      if (known !== 'all') moments.set(moment, known.add(subject));
    }
  };
  for (let today = '2026-05-01'; today <= lastDay; today = dayAfter(today, 1)) {
    // Offices are only written to about interests, which all find a partner before the summer.
    if (isWorked(today) && today < '2026-08-01') moments.set(`${today} 07:30`, 'all');
    if (isOpen(today)) moments.set(`${today} 08:00`, 'all');
  }
  for (const life of lives) {
    const its = [
      life.proposedAt,
      life.mailedAt,
      life.declined?.at,
      life.issuedAt,
      life.newTarget?.at,
      life.pausedAt,
      life.resumedAt,
      life.withdrawnAt,
      life.replaced?.at,
      life.newHead?.at,
      life.lost?.at,
      life.completedAt,
      ...sides.flatMap((side) => {
        const { offeredAt, namedAt, yesAt, signedAt, elsewhereAt, sentAt } = life.sides[side];
        return [offeredAt, namedAt, yesAt, signedAt, elsewhereAt, sentAt];
      }),
      ...life.meetings.flatMap((it) => [it.plannedAt, it.moved?.at, it.onlineAt, it.cancelledAt, it.heldAt]),
    ];
    tell(life.ref, its);
    for (const session of sessions) {
      const comes = session.places.some(({ ref }) => ref === life.ref);
      if (!comes) continue;
      tell(session.id, its);
      tell(
        life.ref,
        session.places.filter(({ ref }) => ref === life.ref).map((it) => it.register?.at),
      );
    }
  }
  for (const session of sessions) {
    tell(session.id, [session.moved?.at, session.cancelledAt]);
    tell(
      session.id,
      session.places.flatMap(({ at, waitedFrom, register }) => [at, waitedFrom, register?.at]),
    );
  }
  return [...moments].toSorted(([x], [y]) => (x < y ? -1 : 1));
}

/** Whether it was recorded by a moment. */
const by = (recorded: string | undefined, moment: string): recorded is string =>
  recorded !== undefined && recorded <= moment;

const latest = (moments: readonly string[]) => moments.toSorted().at(-1) ?? '';

const isEnded = ({ declined, withdrawnAt, completedAt }: Life, moment: string) =>
  by(declined?.at, moment) || by(withdrawnAt, moment) || by(completedAt, moment);

const isPaused = ({ pausedAt, resumedAt }: Life, moment: string) =>
  by(pausedAt, moment) && !by(resumedAt, moment);

const teacherOf = ({ sides: both, replaced }: Life, side: Side, moment: string) =>
  replaced?.side === side && by(replaced.at, moment) ? replaced.to : both[side].teacher;

const isNamed = ({ sides: both }: Life, side: Side, moment: string) =>
  both[side].namedAt === undefined || by(both[side].namedAt, moment);

function headOf({ sides: both, newHead }: Life, side: Side, moment: string) {
  return newHead?.side === side && by(newHead.at, moment) ? newHead.to : both[side].head;
}

const signers = ({ inSchool }: Life): readonly Side[] => (inSchool ? ['a'] : sides);

const isSigned = (life: Life, moment: string) =>
  signers(life).every((side) => by(life.sides[side].signedAt, moment));

/** N09's moment: both signed and both teachers known. */
const knownAt = (life: Life): string | undefined => {
  const signed = signers(life).map((side) => life.sides[side].signedAt);
  if (signed.some((it) => it === undefined)) return undefined;
  return latest(
    [...signed, ...sides.map((side) => life.sides[side].namedAt)].filter((it) => it !== undefined),
  );
};

function ofLink(life: Life, moment: string): readonly Asked[] {
  const { programme, ref } = life;
  const isGone = (reader: string) => by(life.lost?.at, moment) && life.lost.person === reader;
  const mail = (
    rule: string,
    reader: string,
    about: string,
    when: Pick<Asked, 'due' | 'last' | 'office' | 'takesBack' | 'tellsOf'>,
    subject = ref,
  ): readonly Asked[] =>
    isGone(reader)
      ? []
      : [{ key: `${rule} ${reader} ${subject} ${about}`.trim(), programme, reader, ...when }];
  const office = `mailbox of ${programme}`;
  const asked = [...interestMails(life, moment, mail, office)];
  if (!by(life.proposedAt, moment)) return asked;
  const ended = isEnded(life, moment);
  const paused = isPaused(life, moment);
  asked.push(...courseMails(life, moment, mail), ...thanks(life, moment, mail));
  asked.push(...meetingMails(life, moment, mail));
  const { declined } = life;
  if (declined !== undefined && by(declined.at, moment)) {
    asked.push(...mail('N06', office, '', { last: dayAfter(day(declined.at), 7) }));
  }
  if (ended || paused) return asked;
  asked.push(...answerMails(life, moment, mail), ...partnerMails(life, moment, mail, office));
  return [...asked, ...exchangeMails(life, moment, mail)];
}

type Write = (
  rule: string,
  reader: string,
  about: string,
  when: Pick<Asked, 'due' | 'last' | 'office' | 'takesBack' | 'tellsOf'>,
  subject?: string,
) => readonly Asked[];

/** N01 and N02 at once; N03 after five working days without a proposal. */
const interestMails = (life: Life, moment: string, mail: Write, office: string) =>
  sides.flatMap((side) => {
    const { interest, head, offeredAt } = life.sides[side];
    if (!by(offeredAt, moment)) return [];
    const subject = `interest-${interest}`;
    const last = dayAfter(day(offeredAt), 7);
    const due = countedWorked(day(offeredAt), 5);
    if (by(life.proposedAt, moment)) return mail('N01', head, '', { last }, subject);
    return [
      ...mail('N01', head, '', { last }, subject),
      ...mail('N02', office, '', { last }, subject),
      ...mail('N03', office, '', { due, last: dayAfter(due, 7), office: true }, subject),
    ];
  });

/** N04, N05 to heads who have not answered, N07, N08 to those who have not signed, N31 to those who have not named. */
function answerMails(life: Life, moment: string, mail: Write): readonly Asked[] {
  const twice = (
    rule: string,
    reader: string,
    about: string,
    first: string,
    second: string,
  ): readonly Asked[] => [
    ...mail(rule, reader, `${about}#1`, { due: first, last: dayAfter(first, 6) }),
    ...mail(rule, reader, `${about}#2`, { due: second, last: dayAfter(second, 7) }),
  ];
  const { mailedAt, issuedAt } = life;
  const yes = sides.every((side) => by(life.sides[side].yesAt, moment));
  return sides.flatMap((side) => {
    const { head, yesAt, signedAt } = life.sides[side];
    const asks = !by(yesAt, moment) && by(mailedAt, moment) && mailsProposals(life.programme);
    const signs = signers(life).includes(side) && by(issuedAt, moment) && !by(signedAt, moment);
    return [
      // Who answers for both classes of her school is asked once.
      ...(asks && mailedAt !== undefined && (!life.inSchool || side === 'a' || by(life.sides.a.yesAt, moment))
        ? [
            ...(life.inSchool && side === 'b'
              ? []
              : mail('N04', head, '', { last: dayAfter(day(mailedAt), 7) })),
            ...(life.inSchool && side === 'b'
              ? []
              : twice('N05', head, '', countedOpen(day(mailedAt), 5), countedOpen(day(mailedAt), 10))),
          ]
        : []),
      ...(signs && issuedAt !== undefined
        ? [
            ...mail('N07', head, '', { last: dayAfter(day(issuedAt), 7) }),
            ...twice('N08', head, '', countedOpen(day(issuedAt), 5), countedOpen(day(issuedAt), 10)),
          ]
        : []),
      ...(yes && !isNamed(life, side, moment) ? twice('N31', head, '', '2026-09-02', '2026-09-09') : []),
    ];
  });
}

/** N09 to teachers and heads, N09 to a new head, N25 about a new teacher. */
function partnerMails(life: Life, moment: string, mail: Write, office: string): readonly Asked[] {
  const known = knownAt(life);
  if (!by(known, moment)) return [];
  const last = dayAfter(day(known), 7);
  const { newHead, replaced } = life;
  const heads = life.inSchool ? [life.sides.a.head] : sides.map((side) => life.sides[side].head);
  const asked = [
    ...sides
      .map((side) => life.sides[side].teacher)
      .flatMap((reader) => mail('N09', reader, 'teacher', { last })),
    ...heads.flatMap((reader) => mail('N09', reader, 'head', { last })),
  ];
  if (newHead !== undefined && by(newHead.at, moment)) {
    asked.push(...mail('N09', newHead.to, 'new-head', { last: dayAfter(day(newHead.at), 7) }));
  }
  if (replaced !== undefined && by(replaced.at, moment)) {
    const { side, at, to } = replaced;
    const told = { last: dayAfter(day(at), 7) };
    const ahead = life.meetings.filter((meeting) => {
      const then = stateOf(meeting, life, at);
      const state = meeting.plannedAt < at && then.on >= day(at);
      return state && !by(meeting.cancelledAt, at) && !by(meeting.heldAt, at);
    });
    asked.push(
      ...mail('N25', to, 'new', told),
      ...(ahead.length === 0 ? mail('N25', life.sides[side].teacher, 'former', told) : []),
      ...ahead.flatMap(({ number }) => mail('N25', life.sides[side].teacher, `m${number} former`, told)),
      ...mail('N25', life.sides[other[side]].teacher, 'colleague', told),
      ...mail('N25', office, 'programme', told),
    );
  }
  return asked;
}

/** N13 of a training elsewhere, and N14 on the target of the first exchange and a week after. */
function exchangeMails(life: Life, moment: string, mail: Write): readonly Asked[] {
  const asked: Asked[] = [];
  for (const side of sides) {
    const { elsewhereAt, sentAt, teacher } = life.sides[side];
    if (!by(elsewhereAt, moment) || by(sentAt, moment) || teacherOf(life, side, moment) !== teacher) continue;
    const due = after(day(elsewhereAt), 1);
    asked.push(...mail('N13', teacher, '', { due, last: dayAfter(due, 7) }));
  }
  const target = exchangeTarget(life, moment);
  if (target === undefined) return asked;
  const first = openAfter(target, 0);
  const second = after(first, 7);
  for (const side of sides) {
    if (by(life.sides[side].sentAt, moment)) continue;
    const teacher = teacherOf(life, side, moment);
    asked.push(
      ...mail('N14', teacher, `${target} #1`, { due: first, last: dayAfter(first, 6) }),
      ...mail('N14', teacher, `${target} #2`, { due: second, last: dayAfter(second, 7) }),
    );
  }
  return asked;
}

/** 30 November, or four weeks after training (or a meeting without it) when that comes later. */
function exchangeTarget(life: Life, moment: string): string | undefined {
  if (sides.every((side) => by(life.sides[side].sentAt, moment))) return undefined;
  const [first] = life.meetings;
  const held = first?.number === 1 && by(first.heldAt, moment) ? (first.moved?.to ?? first.on) : undefined;
  const trained = sides.map((side) => trainedOn.get(life)?.(side, moment));
  const since = trained.every((it) => it !== undefined) ? latest(trained) : held;
  if (since === undefined) return undefined;
  if (life.newTarget !== undefined && by(life.newTarget.at, moment)) return life.newTarget.day;
  return since < '2026-11-30' ? '2026-11-30' : openBefore(dayAfter(since, 28));
}

type TrainedOn = (side: Side, moment: string) => string | undefined;
/** On which day a side was trained, as far as that was recorded. */
const trainedOn = new WeakMap<Life, TrainedOn>();

/** What sessions and pages say of the training of each link. */
export function tellTraining({ lives, sessions }: Network): void {
  const initial = sessions.filter(({ kind }) => kind !== 'planning-half');
  for (const life of lives) {
    const places = initial.flatMap((session) =>
      session.places.filter(({ ref }) => ref === life.ref).map((place) => ({ session, place })),
    );
    trainedOn.set(life, (side, moment) => {
      const { elsewhereAt } = life.sides[side];
      if (elsewhereAt !== undefined) return by(elsewhereAt, moment) ? day(elsewhereAt) : undefined;
      const attended = places.find(
        ({ place }) => place.side === side && place.register?.came === true && by(place.register.at, moment),
      );
      return attended && dayOfSession(attended.session);
    });
  }
}

/** N26 of the last turn. */
function courseMails(life: Life, moment: string, mail: Write): readonly Asked[] {
  if (by(life.completedAt, moment)) return [];
  const turns = [
    ['paused', life.pausedAt],
    ['resumed', life.resumedAt],
    ['withdrawn', life.withdrawnAt],
  ] as const;
  const [became, at] = turns.findLast(([, recorded]) => by(recorded, moment)) ?? [];
  if (at === undefined) return [];
  const last = dayAfter(day(at), 7);
  const heads = life.inSchool ? [life.sides.a.head] : sides.map((side) => life.sides[side].head);
  const teachers = sides.map((side) => life.sides[side].teacher);
  return [...teachers, ...heads].flatMap((reader) => mail('N26', reader, `${became}`, { last }));
}

/** N24 in the week of 22 July 2027. */
function thanks(life: Life, moment: string, mail: Write): readonly Asked[] {
  if (by(life.declined?.at, moment) || by(life.withdrawnAt, moment) || !isSigned(life, moment)) return [];
  const when = { due: '2027-07-19', last: '2027-07-22' };
  const heads = (life.inSchool ? (['a'] as const) : sides).map((side) => headOf(life, side, moment));
  const teachers = sides.flatMap((side) =>
    isNamed(life, side, moment) ? [teacherOf(life, side, moment)] : [],
  );
  return [...teachers, ...heads].flatMap((reader) => mail('N24', reader, '', when));
}

/** How a meeting stands at a moment: its day, how often it changed, and what became of it last. */
function stateOf(meeting: LifeOfMeeting, life: Life, moment: string) {
  const { plannedAt, moved, onlineAt, cancelledAt, heldAt } = meeting;
  const on = moved !== undefined && by(moved.at, moment) ? moved.to : meeting.on;
  const isHeld = by(heldAt, moment);
  const off = by(life.withdrawnAt, moment) && !isHeld ? [life.withdrawnAt] : [];
  const own = [moved?.at, onlineAt, cancelledAt].filter((it) => by(it, moment));
  const changes = by(cancelledAt, moment) ? own : [...own, ...off];
  const isOff = by(cancelledAt, moment) || off.length > 0;
  const change = isOff
    ? ('cancelled' as const)
    : by(onlineAt, moment)
      ? ('online' as const)
      : on === meeting.on && !by(moved?.at, moment)
        ? ('planned' as const)
        : ('moved' as const);
  return { on, version: changes.length, change, changedAt: changes.at(-1) ?? plannedAt, isHeld, isOff };
}

function meetingMails(life: Life, moment: string, mail: Write): readonly Asked[] {
  const ended = isEnded(life, moment);
  const paused = isPaused(life, moment);
  return life.meetings.flatMap((meeting) => {
    const { number, plannedAt, host, venue, heldAt } = meeting;
    if (!by(plannedAt, moment)) return [];
    const { on, version, change, changedAt, isHeld, isOff } = stateOf(meeting, life, moment);
    const isVisit = number === 2 || number === 3;
    const rule = isVisit ? 'N20' : 'N15';
    const asked: Asked[] = [];
    const said = on >= day(changedAt);
    if (!isHeld && said && (!ended || change === 'cancelled') && (!paused || change !== 'planned')) {
      for (const side of sides) {
        const reader = teacherOf(life, side, moment);
        const cameAt = reader === life.sides[side].teacher ? '' : (life.replaced?.at ?? '');
        const knew = cameAt <= changedAt && (cameAt <= plannedAt || version > 1);
        const hears =
          version === 0 || !knew ? (change === 'cancelled' && version > 0 ? undefined : 'planned') : change;
        if (hears === undefined) continue;
        const tells = `${rule} m${number} ${life.ref}`;
        asked.push(
          ...mail(rule, reader, `v${version} m${number} ${hears}`, {
            last: on,
            ...(hears === 'cancelled' ? { takesBack: tells } : { tellsOf: tells }),
          }),
        );
      }
      const isThere = venue !== undefined && !isVisit;
      // Put online, nobody comes any more: for a venue that is the end of it.
      const hears = change === 'online' ? ('cancelled' as const) : change;
      const offTwice = by(meeting.onlineAt, moment) && version > 1;
      if (isThere && !offTwice) {
        const tells = `${rule} m${number} ${life.ref}`;
        const which = hears === 'cancelled' ? 'cancelled' : `v${version}`;
        asked.push(
          ...mail(rule, venue, `${which} m${number} ${hears}`, {
            last: on,
            ...(hears === 'cancelled' ? { takesBack: tells } : { tellsOf: tells }),
          }),
        );
      }
    }
    if (ended || paused || isHeld || isOff || by(heldAt, moment)) return asked;
    const travels = !by(meeting.onlineAt, moment);
    const first = after(on, 1);
    const second = after(first > dayAfter(on, 3) ? first : on, 7);
    for (const side of sides) {
      const reader = teacherOf(life, side, moment);
      if (travels && isVisit && host !== undefined) {
        asked.push(
          ...mail('N21', reader, `${on} m${number}`, { due: before(on, 14), last: dayAfter(on, -8) }),
        );
      }
      if (travels) {
        asked.push(
          ...mail('N17', reader, `${on} m${number}`, { due: before(on, 7), last: dayAfter(on, -1) }),
        );
      }
      asked.push(
        ...mail('N18', reader, `${on} m${number} #1`, { due: first, last: dayAfter(second, -1) }),
        ...mail('N18', reader, `${on} m${number} #2`, { due: second, last: dayAfter(second, 7) }),
      );
    }
    if (travels && !isVisit && venue !== undefined) {
      asked.push(...mail('N17', venue, `${on} m${number}`, { due: before(on, 7), last: dayAfter(on, -1) }));
    }
    return asked;
  });
}

/** N10 and N19 at once, N11 a week before, N12 to whoever was missed, N13 to whoever came: one a teacher. */
function ofSession(session: LifeOfSession, lives: readonly Life[], moment: string): readonly Asked[] {
  const { id, kind, programme, cancelledAt, moved } = session;
  const on = moved !== undefined && by(moved.at, moment) ? moved.to : session.on;
  const version = [moved?.at, cancelledAt].filter((it) => by(it, moment)).length;
  const isOff = by(cancelledAt, moment);
  const subject = `training-${id}`;
  const rule = kind === 'planning-half' ? 'N19' : 'N10';
  const isCalled = session.places.some(({ register }) => by(register?.at, moment));
  const asked: Asked[] = [];
  for (const teacher of new Set(session.places.map((place) => place.teacher))) {
    const places = session.places
      .filter((place) => place.teacher === teacher && by(place.waitedFrom ?? place.at, moment))
      .flatMap((place) => {
        const life = lifeOf(lives, place.ref);
        const stays =
          life !== undefined && !isEnded(life, moment) && teacherOf(life, place.side, moment) === teacher;
        const isLost = life !== undefined && by(life.lost?.at, moment) && life.lost.person === teacher;
        return stays && !isLost ? [{ ...place, life }] : [];
      });
    if (places.length === 0) continue;
    const mail = (
      which: string,
      about: string,
      when: Pick<Asked, 'due' | 'last' | 'takesBack' | 'tellsOf'>,
    ) =>
      asked.push({
        key: `${which} ${teacher} ${subject} ${about}`.trim(),
        programme,
        reader: teacher,
        ...when,
      });
    const rests = places.every(({ life }) => isPaused(life, moment));
    // Since when she is on a list, for whichever of her links.
    const all = session.places.filter((place) => place.teacher === teacher);
    const seats = all.map(({ at }) => at).filter((at) => by(at, moment));
    const waits = seats.length === 0;
    const joined = (waits ? all.map(({ waitedFrom = '' }) => waitedFrom) : seats).toSorted()[0] ?? '';
    const knew = (isOff && joined < cancelledAt) || (by(moved?.at, moment) && joined < (moved?.at ?? ''));
    const change = isOff ? 'cancelled' : knew ? 'moved' : 'planned';
    if (!(change === 'planned' && rests)) {
      const tells = `${rule} ${subject}`;
      mail(rule, `v${version} ${waits ? 'waiting ' : ''}${change}`, {
        last: on,
        ...(change === 'cancelled' ? { takesBack: tells } : { tellsOf: tells }),
      });
    }
    if (!waits && !isOff && !rests && !isCalled) {
      mail('N11', `${on}`, { due: before(on, 7), last: dayAfter(on, -1) });
    }
    const called = places.find(({ register }) => by(register?.at, moment));
    if (called === undefined || rests) continue;
    const due = after(on, 1);
    const trained = places.some(({ life, side }) => trainedOn.get(life)?.(side, moment) !== undefined);
    const missed = called.register?.came === false;
    if (missed && (kind === 'planning-half' || !trained))
      mail('N12', `${on}`, { due, last: dayAfter(due, 7) });
    const works = places.some(
      ({ life, side }) => !isPaused(life, moment) && !by(life.sides[side].sentAt, moment),
    );
    if (!missed && works && kind !== 'planning-half') mail('N13', `${on}`, { due, last: dayAfter(due, 7) });
  }
  return asked;
}

const byRef = new WeakMap<readonly Life[], ReadonlyMap<string, Life>>();

function lifeOf(lives: readonly Life[], ref: string): Life | undefined {
  const known = byRef.get(lives) ?? new Map(lives.map((life) => [life.ref, life]));
  byRef.set(lives, known);
  return known.get(ref);
}
