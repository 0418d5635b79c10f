import type { LinkEventData, Side } from '@linking/events/link/link-events.js';
import { isAfter } from '../calendar/loose-days.js';
import { withImpact } from './impact-facts.js';
import type { Agreement, Link, LinkSide, LinkTeacher, RecordedLinkEvent } from './link.js';
import { withEnd } from './end-facts.js';
import { withMeetingFact } from './meeting-facts.js';
import { withTrainingFact } from './training-facts.js';

/** What one fact says of a link, case by case; the milestones that follow from it are counted by `withFact`. */
export function applyFact(link: Link, event: RecordedLinkEvent): Link {
  const on = event.occurredOn;
  switch (event.type) {
    case 'InterestRecorded': {
      const { side, interestRevision: _, teachers, channel: __, ...facts } = event.data;
      return withSide(link, side, (was) => ({
        ...was,
        ...facts,
        teachers: teachers.map((t, index) => teacher(t, index === 0)),
      }));
    }
    case 'LinkProposed': {
      const { classes: _, noteId: __, ...facts } = event.data;
      return { ...link, ...facts, proposedOn: on };
    }
    case 'ProposalSent':
      return { ...link, sentOn: on };
    case 'ProposalAccepted':
      return withSide(link, event.data.side, (side) => ({ ...side, acceptedOn: on }));
    case 'ProposalDeclined':
      return withSide(link, event.data.side, (side) => ({
        ...side,
        declined: { on, reasonCode: event.data.reasonCode },
      }));
    case 'LinkNotFormed':
      return { ...link, outcome: 'not-formed', closedOn: on };
    case 'AgreementIssued':
      // By the days on which things happened, a paper signature may come before the issue that was entered late.
      return withAgreement(link, event.data.side, (was) =>
        was.status === 'signed'
          ? { ...was, ...says(was, on), issuedOn: on }
          : { ...says(was, on), status: 'issued', textVersion: event.data.textVersion, issuedOn: on },
      );
    case 'AgreementSigned': {
      const { side, signerId, signerRole, textVersion, means } = event.data;
      return withAgreement(link, side, (was) => ({
        ...says(was, on),
        ...(was.issuedOn === undefined ? {} : { issuedOn: was.issuedOn }),
        status: 'signed',
        signedOn: on,
        signerId,
        signerRole,
        textVersion,
        means,
      }));
    }
    case 'AgreementDeclined': {
      const { side, reasonCode } = event.data;
      return withAgreement(link, side, (was) => ({
        ...was,
        ...saysNo(was, on),
        status: 'declined',
        declinedOn: on,
        reasonCode,
      }));
    }
    case 'AgreementRevoked': {
      const { side, reasonCode } = event.data;
      return withAgreement(link, side, (was) => ({
        ...saysNo(was, on),
        status: 'revoked',
        revokedOn: on,
        reasonCode,
      }));
    }
    case 'ClassConfirmed':
      return withSide(link, event.data.side, (was) => withClass(was, event.data));
    case 'ClassDetailsChanged': {
      const { side, noteId: _, ...changed } = event.data;
      return withSide(link, side, (was) => ({ ...was, ...changed }));
    }
    case 'HeadteacherChanged': {
      const { side, headId, from } = event.data;
      return withSide(link, side, (was) => ({ ...was, headId, newHead: { on, before: from } }));
    }
    case 'SchoolSucceeded': {
      const { side, to: urn } = event.data;
      return withSide(link, side, (was) => ({ ...was, urn }));
    }
    case 'ContactLost': {
      const { side, personId } = event.data;
      return withSide(link, side, (was) => ({
        ...was,
        lostContacts: [...was.lostContacts.filter((it) => it.personId !== personId), { personId, on }],
      }));
    }
    case 'ContactRestored': {
      const { side, personId } = event.data;
      return withSide(link, side, (was) => ({
        ...was,
        lostContacts: was.lostContacts.filter((it) => it.personId !== personId),
      }));
    }
    case 'TeacherAssigned': {
      const { side, teacherId, linkedBefore, lead, from, to, jobShare } = event.data;
      // Who covers for a while, or shares the job, leaves the lead to who has it.
      const takesLead = lead && jobShare !== true && to === undefined;
      return withSide(link, side, (was) => ({
        ...was,
        teachers: [
          ...was.teachers
            .map((t) => (takesLead ? { ...t, lead: false } : t))
            .filter((t) => t.teacherId !== teacherId),
          {
            ...teacher({ teacherId, linkedBefore }, lead),
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            ...(jobShare ? { jobShare } : {}),
          },
        ],
      }));
    }
    case 'TeacherReplaced': {
      const { side, from, to, linkedBefore } = event.data;
      return withSide(link, side, (was) => ({
        ...was,
        teachers: was.teachers.map((t) =>
          t.teacherId === from ? teacher({ teacherId: to, linkedBefore }, t.lead) : t,
        ),
        formerTeachers: withFormer(
          was,
          was.teachers.filter((t) => t.teacherId === from),
        ),
      }));
    }
    case 'TrainingRequirementSet': {
      const { side, teacherId, kind } = event.data;
      return withSide(link, side, (was) => ({
        ...was,
        teachers: was.teachers.map((t) => (t.teacherId === teacherId ? { ...t, needs: kind } : t)),
      }));
    }
    case 'TeacherEnrolled':
    case 'EnrolmentWithdrawn':
    case 'TrainingAttended':
    case 'TrainingMissed':
    case 'CatchUpCompleted':
      return withTrainingFact(link, event);
    case 'WorkExchanged': {
      const { noteId: _, ...exchange } = event.data;
      return { ...link, exchanges: [...link.exchanges, { ...exchange, on }] };
    }
    case 'MeetingPlanned':
    case 'ReadyForTheDay':
    case 'AnotherDateAsked':
    case 'AnotherDateDeclined':
    case 'MeetingRescheduled':
    case 'MeetingMovedOnline':
    case 'MeetingCancelled':
    case 'MeetingHeld':
      return withMeetingFact(link, event);
    case 'ParentsInvolved':
    case 'ReflectionRecorded':
    case 'SurveyResultRecorded':
    case 'TestimonialRecorded':
      return { ...link, impact: withImpact(link.impact, event, on) };
    case 'StepSkipped': {
      const { noteId: _, ...skip } = event.data;
      return { ...link, skipped: [...link.skipped, { ...skip, on }] };
    }
    case 'LinkPaused': {
      const { reasonCode, until } = event.data;
      return {
        ...link,
        paused: { since: link.paused?.since ?? on, reasonCode, ...(until === undefined ? {} : { until }) },
      };
    }
    case 'LinkResumed': {
      const { paused: _, ...resumed } = link;
      return resumed;
    }
    case 'LinkWithdrawn':
    case 'LinkReBrokered':
    case 'LinkCompleted':
    case 'LinkClosedIncomplete':
      return withEnd(link, event);
    case 'DiscussionRecorded': {
      const { about, newTarget } = event.data;
      return about === undefined || newTarget === undefined
        ? link
        : { ...link, newTargets: { ...link.newTargets, [about]: newTarget } };
    }
    // Markers: said for the reader, they carry no state. Mendings are folded by evolve.
    case 'LinkBrokered':
    case 'LinkAgreed':
    case 'VisitsPlanned':
    case 'FinalExchangeCompleted':
    case 'GuardOverridden':
    case 'EntryCorrected':
    case 'EntryVoided':
      return link;
  }
}

function teacher(
  facts: { readonly teacherId: string; readonly linkedBefore: boolean },
  lead: boolean,
  before?: LinkTeacher,
): LinkTeacher {
  return {
    teacherId: facts.teacherId,
    linkedBefore: facts.linkedBefore,
    lead: lead || before?.jobShare === true,
    ...(before?.from === undefined ? {} : { from: before.from }),
    ...(before?.to === undefined ? {} : { to: before.to }),
    ...(before?.jobShare === true ? { jobShare: true } : {}),
    needs: before?.needs ?? (facts.linkedBefore ? 'initial-half' : 'initial-full'),
  };
}

type ClassFacts = Pick<
  LinkEventData['ClassConfirmed'],
  'classNameId' | 'yearGroups' | 'pupilCount' | 'teachers'
>;

/** The class as it was named. A teacher it no longer names was one: what she attended still counts. */
function withClass(side: LinkSide, { classNameId, yearGroups, pupilCount, teachers }: ClassFacts): LinkSide {
  const details = { ...side, classNameId, yearGroups, pupilCount, placeholder: false };
  if (teachers.length === 0) return details;
  const left = side.teachers.filter((t) => !teachers.some((it) => it.teacherId === t.teacherId));
  const before = (teacherId: string) => side.teachers.find((t) => t.teacherId === teacherId);
  return {
    ...details,
    teachers: teachers.map((t, index) => teacher(t, index === 0, before(t.teacherId))),
    formerTeachers: withFormer(side, left),
  };
}

/** Somebody who came back and left again is known as she was the last time. */
const withFormer = ({ formerTeachers }: LinkSide, left: readonly LinkTeacher[]): readonly LinkTeacher[] => [
  ...formerTeachers.filter((t) => !left.some((it) => it.teacherId === t.teacherId)),
  ...left,
];

function withSide(link: Link, side: Side, change: (was: LinkSide) => LinkSide): Link {
  return { ...link, sides: { ...link.sides, [side]: change(link.sides[side]) } };
}

/** What an entry about an agreement adds to the days on which something was said of it. */
const says = ({ said }: Agreement, on: string) => ({
  said: { ...said, last: said !== undefined && isAfter(said.last, on) ? said.last : on },
});

const saysNo = (was: Agreement, on: string) => ({ said: { ...says(was, on).said, lastNo: on } });

function withAgreement(link: Link, side: Side, change: (was: Agreement) => Agreement): Link {
  return { ...link, agreement: { ...link.agreement, [side]: change(link.agreement[side]) } };
}
