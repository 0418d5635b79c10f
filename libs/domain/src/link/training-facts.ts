import type { LinkEvent, LinkEventData } from '@linking/events/link/link-events.js';
import type { Link, RecordedLinkEvent, TrainingRecord } from './link.js';

type TrainingEventName =
  'TeacherEnrolled' | 'EnrolmentWithdrawn' | 'TrainingAttended' | 'TrainingMissed' | 'CatchUpCompleted';
type TrainingEvent = Extract<LinkEvent, { readonly type: TrainingEventName }> &
  Pick<RecordedLinkEvent, 'occurredOn'>;

/** The training records after one more fact about a teacher's training. */
export function withTrainingFact(link: Link, event: TrainingEvent): Link {
  const on = event.occurredOn;
  switch (event.type) {
    case 'TeacherEnrolled': {
      const { movedFrom: _, ...enrolment } = event.data;
      return isRegistered(link, enrolment) ? link : withTraining(link, { ...enrolment, status: 'enrolled' });
    }
    case 'EnrolmentWithdrawn': {
      const { side, teacherId, sessionId } = event.data;
      return {
        ...link,
        training: link.training.filter(
          (r) =>
            r.status !== 'enrolled' ||
            r.side !== side ||
            r.teacherId !== teacherId ||
            r.sessionId !== sessionId,
        ),
      };
    }
    case 'TrainingAttended':
      return withTraining(link, { ...event.data, status: 'attended', on });
    case 'TrainingMissed':
      return withTraining(link, { ...event.data, status: 'missed', on });
    case 'CatchUpCompleted':
      return withTraining(link, { ...event.data, status: 'attended', catchUp: true, on });
  }
}

/** Who came or stayed away is known of this session, so that an enrolment says nothing more. */
const isRegistered = (link: Link, { side, teacherId, sessionId }: LinkEventData['TeacherEnrolled']) =>
  link.training.some(
    (r) =>
      r.status !== 'enrolled' && r.side === side && r.teacherId === teacherId && r.sessionId === sessionId,
  );

/** What is known now takes the place of an enrolment to the same session, or to another one of its kind. */
function withTraining(link: Link, record: TrainingRecord & { readonly noteId?: string }): Link {
  const { noteId: _, ...facts } = record;
  const others = link.training.filter(
    (r) =>
      !(
        r.status === 'enrolled' &&
        r.teacherId === facts.teacherId &&
        r.side === facts.side &&
        (r.kind === facts.kind || r.sessionId === facts.sessionId)
      ),
  );
  return { ...link, training: [...others, facts] };
}
