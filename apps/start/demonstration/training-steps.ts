import type { Side } from '@linking/events/link/link-events.js';
import { addDays } from '@linking/domain/calendar/london.js';
import { schoolDayOnOrAfter } from '@linking/domain/calendar/school-days.js';
import { bothSides } from '@linking/domain/link/link.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import { readSession } from '@linking/application/training/read-session.js';
import { step, type HistoryStep } from './history-step.js';
import type { HistoryWriter } from './history-writer.js';
import { hasReached, refOf, type Story } from './story.js';

interface DemoSession {
  readonly kind: 'initial-full' | 'initial-half' | 'planning-half';
  readonly on: string;
  readonly capacity: number;
  id?: string;
}

export interface TrainingYear {
  /** Calendar year in which the academic year begins. */
  readonly first: number;
  readonly stories: readonly Story[];
  /** Days by which this programme's sessions are later than others'. */
  readonly shift: number;
  /** Today: no register is told after it. */
  readonly until: string;
  /** Whether somebody forgot the register of a session for those who missed theirs. */
  readonly withoutRegister: boolean;
}

const FULL_PLACES = 60;

/** Two full days and a half day in autumn with their registers, and the planning half-day of January. */
export function trainingSteps(told: TrainingYear): readonly HistoryStep[] {
  const { first, stories, shift, until } = told;
  const day = (base: string) => schoolDayOnOrAfter(addDays(base, shift));
  const full = [`${first}-09-22`, `${first}-10-01`].map((base) =>
    session('initial-full', day(base), FULL_PLACES),
  );
  const half = session('initial-half', day(`${first}-09-28`), FULL_PLACES);
  const planning = session('planning-half', day(`${first + 1}-01-18`), FULL_PLACES);
  // Who begins late has missed the sessions.
  const trained = stories.filter((story) => hasReached(story.kind, 'signed') && story.twist !== 'continues');
  const met = stories.filter((story) => hasReached(story.kind, 'met') && story.twist !== 'withdrew-late');
  const enrolled = trained.flatMap((story, index) =>
    bothSides.map((side) => {
      const chosen = story.classes[side].linkedBefore ? half : full[index % 2];
      return step(schoolDayOnOrAfter(`${first}-09-16`), clock(10, index), (writer) =>
        enrol(story, side, chosen ?? half, writer),
      );
    }),
  );
  const forSpring = met.flatMap((story, index) =>
    bothSides.map((side) =>
      step(first === 2026 ? '2026-11-19' : `${first + 1}-01-08`, clock(11, index), (writer) =>
        enrol(story, side, planning, writer),
      ),
    ),
  );
  return [
    ...[...full, half].map((it, index) =>
      step(`${first}-09-01`, clock(9, index), (writer) => plan(it, writer)),
    ),
    step(`${first}-11-18`, '09:00', (writer) => plan(planning, writer)),
    ...enrolled,
    ...forSpring,
    ...[...full, half, planning]
      .filter(({ on }) => on < until)
      .map((it) => step(it.on, '16:30', (writer) => attend(it, stories, writer))),
    ...(told.withoutRegister ? forgottenRegister(stories, first) : []),
  ];
}

/** Those who missed their day were asked to another one; nobody has entered who came. */
function forgottenRegister(stories: readonly Story[], first: number): readonly HistoryStep[] {
  const again = session('initial-full', `${first}-11-18`, 12);
  const missed = stories.filter((story) => isAbsent(story) && story.twist !== 'withdrawn');
  return [
    step(`${first}-11-02`, '09:20', (writer) => plan(again, writer)),
    ...missed.map((story, index) =>
      step(`${first}-11-04`, clock(10, index), (writer) => enrol(story, 'b', again, writer)),
    ),
  ];
}

const clock = (hour: number, index: number) =>
  `${String(hour).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;

const session = (kind: DemoSession['kind'], on: string, capacity: number): DemoSession => ({
  kind,
  on,
  capacity,
});

async function plan(it: DemoSession, writer: HistoryWriter): Promise<void> {
  const { kind, on, capacity } = it;
  const times =
    kind === 'initial-full' ? { startsAt: '09:15', endsAt: '15:30' } : { startsAt: '13:00', endsAt: '16:00' };
  const venueId = writer.venues[0] ?? '';
  const planned = { programme: writer.programme.slug, kind, on, ...times, venueId, capacity };
  it.id = (await writer.world.commandBus.execute(new PlanSession(planned, writer.sender()))).session.id;
}

async function enrol(
  story: Story,
  side: Side,
  { id = '' }: DemoSession,
  writer: HistoryWriter,
): Promise<void> {
  const linkRef = refOf(story);
  const teacherId = (await writer.link(linkRef)).sides[side].teachers[0]?.teacherId;
  if (teacherId === undefined) return;
  const request = { type: 'Enrol', linkRef, side, teacherId } as const;
  await writer.world.commandBus.execute(new ChangeTraining(id, request, writer.sender()));
}

/** Who only signed, or whose story says so, was not there on side b. */
const isAbsent = ({ kind, twist }: Story) => kind === 'signed' || twist === 'training-missing';

async function attend(
  { id = '' }: DemoSession,
  stories: readonly Story[],
  writer: HistoryWriter,
): Promise<void> {
  const absent = new Set(stories.filter(isAbsent).map(({ ref }) => ref));
  const { places, kind } = (await readSession(writer.world.store, id)).session;
  const entries = places.map(({ teacherId, linkRef, side }) =>
    absent.has(linkRef) && side === 'b' && kind !== 'planning-half'
      ? { teacherId, attended: false, reasonCode: 'illness' }
      : { teacherId, attended: true },
  );
  if (entries.length === 0) return;
  const request = { type: 'RecordAttendance', entries } as const;
  await writer.world.commandBus.execute(new ChangeTraining(id, request, writer.sender()));
}
