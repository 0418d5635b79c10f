import { bothSides } from '@linking/domain/link/link.js';
import { ChangeTraining, PlanSession } from '@linking/application/training/training-commands.js';
import { readSession } from '@linking/application/training/read-session.js';
import { DEMO_PROGRAMME } from './demo-names.js';
import type { HistoryStep, HistoryWriter } from './history-writer.js';
import { step } from './spring-steps.js';
import { hasReached, refOf, type Story } from './story.js';

interface DemoSession {
  readonly kind: 'initial-full' | 'initial-half' | 'planning-half';
  readonly on: string;
  readonly startsAt: string;
  readonly endsAt: string;
  id?: string;
}

/** Two full days and a half day in autumn, with their registers, and the planning half-day of January. */
export function trainingSteps(stories: readonly Story[], venueId: () => string): readonly HistoryStep[] {
  const full = ['2026-09-24', '2026-10-01'].map((on): DemoSession =>
    session('initial-full', on, '09:15', '15:30'),
  );
  const half: DemoSession = session('initial-half', '2026-09-30', '13:00', '16:00');
  const planning: DemoSession = session('planning-half', '2027-01-19', '13:00', '16:00');
  const enrolments = stories
    .filter((story) => hasReached(story.kind, 'signed'))
    .flatMap((story, index) =>
      bothSides.map((side) => {
        const chosen = story.classes[side].linkedBefore ? half : full[index % 2];
        return step('2026-09-17', `10:${String(index % 60).padStart(2, '0')}`, (writer) =>
          enrol(story, side, chosen ?? half, writer),
        );
      }),
    );
  const spring = stories
    .filter((story) => story.kind === 'met')
    .flatMap((story, index) =>
      bothSides.map((side) =>
        step('2026-11-19', `11:${String(index).padStart(2, '0')}`, (writer) =>
          enrol(story, side, planning, writer),
        ),
      ),
    );
  return [
    ...[...full, half].map((it) => step('2026-09-01', '09:00', (writer) => plan(it, venueId(), 40, writer))),
    step('2026-11-18', '09:00', (writer) => plan(planning, venueId(), 24, writer)),
    ...enrolments,
    ...spring,
    ...[...full, half].map((it) => step(it.on, '16:30', (writer) => attend(it, stories, writer))),
  ];
}

const session = (kind: DemoSession['kind'], on: string, startsAt: string, endsAt: string): DemoSession => ({
  kind,
  on,
  startsAt,
  endsAt,
});

async function plan(
  it: DemoSession,
  venueId: string,
  capacity: number,
  writer: HistoryWriter,
): Promise<void> {
  const { kind, on, startsAt, endsAt } = it;
  const planned = { programme: DEMO_PROGRAMME, kind, on, startsAt, endsAt, venueId, capacity };
  it.id = (await writer.world.commandBus.execute(new PlanSession(planned, writer.sender()))).session.id;
}

async function enrol(
  story: Story,
  side: 'a' | 'b',
  { id = '' }: DemoSession,
  writer: HistoryWriter,
): Promise<void> {
  const linkRef = refOf(story);
  const teacherId = (await writer.link(linkRef)).sides[side].teachers[0]?.teacherId;
  if (teacherId === undefined) return;
  const request = { type: 'Enrol', linkRef, side, teacherId } as const;
  await writer.world.commandBus.execute(new ChangeTraining(id, request, writer.sender()));
}

/** Who only signed, or whose story says so, was not there. */
async function attend(
  { id = '' }: DemoSession,
  stories: readonly Story[],
  writer: HistoryWriter,
): Promise<void> {
  const absent = new Set(
    stories
      .filter((story) => story.kind === 'signed' || story.twist === 'training-missing')
      .map((story) => story.ref),
  );
  const { places } = (await readSession(writer.world.store, id)).session;
  const entries = places.map(({ teacherId, linkRef, side }) =>
    absent.has(linkRef) && side === 'b'
      ? { teacherId, attended: false, reasonCode: 'illness' }
      : { teacherId, attended: true },
  );
  if (entries.length === 0) return;
  await writer.world.commandBus.execute(
    new ChangeTraining(id, { type: 'RecordAttendance', entries }, writer.sender()),
  );
}
