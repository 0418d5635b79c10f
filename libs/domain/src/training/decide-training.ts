import type { TrainingEvent, TrainingEventData } from '@linking/events/training/training-events.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import { samePlace, sessionMinutes, type Place, type Session } from './session.js';

export type TrainingCommand =
  | ({ readonly type: 'PlanSession' } & TrainingEventData['SessionPlanned'])
  | ({ readonly type: 'MoveSession' } & TrainingEventData['SessionMoved'])
  | ({ readonly type: 'CancelSession' } & TrainingEventData['SessionCancelled'])
  | ({ readonly type: 'Enrol' } & Place)
  | { readonly type: 'EnrolAll'; readonly places: readonly Place[] }
  | ({ readonly type: 'GiveUpPlace' } & Place)
  | {
      readonly type: 'RecordAttendance';
      readonly entries: readonly {
        readonly teacherId: string;
        readonly attended: boolean;
        readonly minutes?: number;
        readonly reasonCode?: string;
      }[];
    };

/** The session's register is the truth about who was trained there; workers carry it into the links. */
export function decideTraining(
  command: TrainingCommand,
  session: Session,
  today: string,
): readonly TrainingEvent[] {
  switch (command.type) {
    case 'PlanSession': {
      const { type: _, ...planned } = command;
      if (session.id !== '') return [];
      checkTimes(planned);
      return [{ type: 'SessionPlanned', data: planned }];
    }
    case 'MoveSession': {
      const { type: _, ...moved } = command;
      checkNotCancelled(session);
      if (sameAppointment(session, moved)) return [];
      checkToCome(session, today);
      checkTimes(moved);
      if (moved.on < today) {
        throw new Refusal('NEW_DATE_PAST', `${dayAndMonth(moved.on)} is in the past.`, {
          nextStep: 'Choose today or a day to come.',
        });
      }
      return [{ type: 'SessionMoved', data: moved }];
    }
    case 'CancelSession': {
      const { reasonCode } = command;
      if (session.cancelled?.reasonCode === reasonCode) return [];
      checkNotCancelled(session);
      checkToCome(session, today);
      return [{ type: 'SessionCancelled', data: { reasonCode } }];
    }
    case 'Enrol': {
      const { type: _, ...place } = command;
      return enrol([place], session);
    }
    case 'EnrolAll':
      return enrol(command.places, session);
    case 'GiveUpPlace': {
      const { type: _, ...place } = command;
      if (![...session.places, ...session.waiting].some((it) => samePlace(it, place))) return [];
      const isToCome = session.cancelled === undefined && session.attendance.length === 0;
      const next = isToCome ? nextWaiting(session, place) : [];
      return [{ type: 'PlaceGivenUp', data: place }, ...next];
    }
    case 'RecordAttendance':
      return attendance(command.entries, session, today);
  }
}

/** In their order: who comes when every seat is taken waits. A teacher needs one seat, however many links she has. */
function enrol(places: readonly Place[], session: Session): readonly TrainingEvent[] {
  const invited = [...session.places, ...session.waiting];
  const seated = new Set(session.places.map((it) => it.teacherId));
  const events: TrainingEvent[] = [];
  for (const place of places) {
    if (invited.some((it) => samePlace(it, place))) continue;
    checkNotCancelled(session);
    const free = seated.has(place.teacherId) || seated.size < session.capacity;
    if (free) seated.add(place.teacherId);
    invited.push(place);
    events.push({ type: free ? 'PlaceTaken' : 'WaitingForPlace', data: place });
  }
  return events;
}

function checkNotCancelled({ cancelled, on }: Session): void {
  if (cancelled === undefined) return;
  throw new Refusal('SESSION_CANCELLED', `The session of ${dayAndMonth(on)} is cancelled.`, {
    nextStep: 'Plan another session.',
  });
}

/** What was held, or its day, is history: only a session to come can take place otherwise, or not at all. */
function checkToCome({ on, attendance }: Session, today: string): void {
  if (attendance.length > 0) {
    throw new Refusal('ATTENDANCE_RECORDED', 'The register of this session is filled in: it was held.', {
      nextStep: 'Plan another session for those who missed it.',
    });
  }
  if (on < today) {
    throw new Refusal('SESSION_PAST', `The session was on ${dayAndMonth(on)}.`, {
      nextStep: 'Record who came, or plan another session.',
    });
  }
}

function checkTimes({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): void {
  if (endsAt > startsAt) return;
  throw new Refusal('END_BEFORE_START', 'The session has to end after it starts.', {
    nextStep: 'Change one of the two times.',
  });
}

const sameAppointment = (session: Session, moved: TrainingEventData['SessionMoved']) =>
  session.on === moved.on &&
  session.startsAt === moved.startsAt &&
  session.endsAt === moved.endsAt &&
  session.venueId === moved.venueId;

/** A seat is free when its teacher has given up the last link she came for; the first who waits gets it. */
function nextWaiting(session: Session, given: Place): readonly TrainingEvent[] {
  const seated = session.places.some((it) => samePlace(it, given));
  const stays = session.places.some((it) => it.teacherId === given.teacherId && !samePlace(it, given));
  if (!seated || stays) return [];
  const first = session.waiting[0]?.teacherId;
  return session.waiting
    .filter((it) => it.teacherId === first)
    .map((place) => ({ type: 'PlaceTaken', data: place }));
}

function attendance(
  entries: Extract<TrainingCommand, { type: 'RecordAttendance' }>['entries'],
  session: Session,
  today: string,
): readonly TrainingEvent[] {
  checkNotCancelled(session);
  if (session.on > today) {
    throw new Refusal(
      'SESSION_NOT_HELD_YET',
      `The session is on ${dayAndMonth(session.on)}; attendance can be recorded from that day.`,
    );
  }
  const invited = [...session.places, ...session.waiting].map((it) => it.teacherId);
  if (entries.some((entry) => !invited.includes(entry.teacherId))) {
    throw new Refusal('NOT_INVITED', 'Someone on this list is not enrolled in the session.', {
      nextStep: 'Enrol the teacher first, or record the training in the link.',
    });
  }
  const full = sessionMinutes(session);
  const changed = entries
    .filter((entry, index) => entries.findLastIndex((it) => it.teacherId === entry.teacherId) === index)
    .map((entry) => ({ ...entry, minutes: entry.attended ? (entry.minutes ?? full) : 0 }))
    .filter((entry) => {
      const known = session.attendance.find((it) => it.teacherId === entry.teacherId);
      const otherReason = entry.reasonCode !== undefined && known?.reasonCode !== entry.reasonCode;
      return known?.attended !== entry.attended || known.minutes !== entry.minutes || otherReason;
    });
  return changed.length === 0 ? [] : [{ type: 'AttendanceRecorded', data: { entries: changed } }];
}
