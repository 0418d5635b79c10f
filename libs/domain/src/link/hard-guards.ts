import type { LinkEventData } from '@linking/events/link/link-events.js';
import {
  isAgreed,
  isBrokered,
  isSkipped,
  saidGoodbye,
  signingSides,
  type Agreement,
  type Link,
} from './link.js';
import { isAfter } from '../calendar/loose-days.js';
import { dayAndMonth } from '../calendar/words.js';
import { Refusal } from '../refusal.js';
import { checkGoesOn } from './continuing.js';
import type { Decided } from './decided.js';

/**
 * What is impossible, whoever says it. Every fact passes here before it is written, and again when a correction or
 * a void changes what stood before it. What merely looks odd is a warning; what was missing is kept beside.
 */
export function checkPossible(link: Link, fact: Decided, today: string): void {
  if (isAfter(fact.occurredOn, today)) {
    throw new Refusal('DATE_IN_FUTURE', futureSentence(fact), {
      nextStep: 'Change the day, or record it when it has happened.',
    });
  }
  switch (fact.type) {
    case 'AgreementIssued':
      if (!isBrokered(link) && fact.data.withInterest !== true) {
        throw new Refusal(
          'LINK_NOT_BROKERED',
          'Both headteachers have to say yes before the agreement is sent.',
          {
            nextStep: 'Record that both said yes, then send the agreement.',
          },
        );
      }
      checkNotBefore(link.agreement[fact.data.side].said?.lastNo, fact.occurredOn);
      return;
    case 'AgreementSigned':
      checkIssued(link.agreement[fact.data.side]);
      checkNotBefore(link.agreement[fact.data.side].said?.lastNo, fact.occurredOn);
      return;
    case 'AgreementDeclined':
    case 'AgreementRevoked':
      checkIssued(link.agreement[fact.data.side]);
      checkNotBefore(link.agreement[fact.data.side].said?.last, fact.occurredOn);
      return;
    case 'ClassDetailsChanged':
      checkNumbers([fact.data.pupilCount ?? 0], 'pupils');
      return;
    case 'MeetingPlanned':
    case 'MeetingRescheduled':
      if (fact.data.endsAt <= fact.data.startsAt) {
        throw new Refusal('END_BEFORE_START', 'The meeting has to end after it starts.', {
          nextStep: 'Change one of the two times.',
        });
      }
      return;
    case 'DiscussionRecorded':
      checkNewTarget(fact.data, fact.occurredOn);
      return;
    case 'MeetingHeld':
      checkNumbers([fact.data.pupilsA, fact.data.pupilsB], 'pupils');
      checkNumbers([fact.data.adultsA, fact.data.adultsB], 'adults');
      return;
    case 'ClassConfirmed':
    case 'InterestRecorded':
      checkNumbers([fact.data.pupilCount], 'pupils');
      return;
    case 'ParentsInvolved':
      if (isCount(fact.data.count, 500)) return;
      throw new Refusal('PARENT_NUMBERS', 'The number of parents has to be a whole number from 1 to 500.', {
        nextStep: 'Count the parents who took part.',
      });
    case 'ReflectionRecorded':
      if (isCount(fact.data.rating, 5)) return;
      throw new Refusal('RATING_NOT_VALID', 'A reflection is rated with a whole number from 1 to 5.', {
        nextStep: 'Give 1 when it did not work, 5 when it was very good.',
      });
    case 'LinkCompleted':
      checkCompletion(link);
      return;
    case 'LinkReBrokered':
      checkGoesOn(link, fact.data.newLinkRef);
      return;
    case 'LinkProposed':
    case 'ProposalSent':
    case 'ProposalAccepted':
    case 'ProposalDeclined':
    case 'LinkBrokered':
    case 'LinkNotFormed':
    case 'LinkAgreed':
    case 'TeacherAssigned':
    case 'TeacherReplaced':
    case 'HeadteacherChanged':
    case 'SchoolSucceeded':
    case 'ContactLost':
    case 'ContactRestored':
    case 'TrainingRequirementSet':
    case 'TeacherEnrolled':
    case 'EnrolmentWithdrawn':
    case 'TrainingAttended':
    case 'TrainingMissed':
    case 'CatchUpCompleted':
    case 'WorkExchanged':
    case 'ReadyForTheDay':
    case 'AnotherDateAsked':
    case 'AnotherDateDeclined':
    case 'MeetingMovedOnline':
    case 'MeetingCancelled':
    case 'VisitsPlanned':
    case 'SurveyResultRecorded':
    case 'TestimonialRecorded':
    case 'StepSkipped':
    case 'LinkPaused':
    case 'LinkResumed':
    case 'LinkWithdrawn':
    case 'LinkClosedIncomplete':
    case 'FinalExchangeCompleted':
    case 'GuardOverridden':
    case 'EntryCorrected':
    case 'EntryVoided':
  }
}

function checkIssued({ status, revokedOn = '' }: Agreement): void {
  if (status === 'revoked') {
    throw new Refusal(
      'AGREEMENT_REVOKED',
      `The agreement of this school was taken back on ${dayAndMonth(revokedOn)}.`,
      { nextStep: 'Send the agreement again first.' },
    );
  }
  if (status !== 'not-issued') return;
  throw new Refusal('AGREEMENT_NOT_ISSUED', 'No agreement has been sent to this school yet.', {
    nextStep: 'Send the agreement first.',
  });
}

function checkNotBefore(earliest: string | undefined, occurredOn: string): void {
  if (earliest === undefined || !isAfter(earliest, occurredOn)) return;
  throw new Refusal(
    'ANSWER_TOO_EARLY',
    `The agreement of this school has an entry of ${dayAndMonth(earliest)}; what follows it cannot be older.`,
    { nextStep: 'Change the day.' },
  );
}

function checkCompletion(link: Link): void {
  if (!isAgreed(link)) {
    const missing = signingSides(link).filter((side) => link.agreement[side].status !== 'signed');
    throw new Refusal(
      'LINK_NOT_AGREED',
      missing.length === 2
        ? 'Neither school has signed the agreement, so this link cannot be completed.'
        : 'One school has not signed the agreement, so this link cannot be completed.',
      { nextStep: 'Record the signature, or record that the school withdrew.' },
    );
  }
  if (!saidGoodbye(link) && !isSkipped(link, 'goodbye')) {
    throw new Refusal('GOODBYE_MISSING', 'The final exchange and goodbye is not recorded yet.', {
      nextStep: 'Record it, or skip it with a reason.',
    });
  }
}

function checkNewTarget({ about, newTarget }: LinkEventData['DiscussionRecorded'], saidOn: string): void {
  if (newTarget === undefined) return;
  if (about === undefined) {
    throw new Refusal('NEW_DATE_WITHOUT_STEP', 'A new date needs the step that it is for.', {
      nextStep: 'Choose the step that was talked about.',
    });
  }
  if (isAfter(saidOn, newTarget)) {
    throw new Refusal('NEW_DATE_PAST', 'The new date has to come after the day of the talk.', {
      nextStep: 'Change one of the two days.',
    });
  }
}

const isCount = (n: number, most: number) => Number.isInteger(n) && n >= 1 && n <= most;

function checkNumbers(numbers: readonly number[], who: string): void {
  if (numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= 200)) return;
  throw new Refusal('PUPIL_NUMBERS', `The number of ${who} has to be a whole number from 0 to 200.`, {
    nextStep: 'Change the number.',
  });
}

function futureSentence(fact: Decided): string {
  const day = dayAndMonth(fact.occurredOn);
  if (fact.type === 'TrainingAttended' || fact.type === 'TrainingMissed') {
    return `The session is on ${day}; attendance can be recorded from that day.`;
  }
  return fact.type === 'MeetingHeld'
    ? `The meeting is on ${day}; it can be recorded from that day.`
    : `${day} is in the future; what has happened can be recorded from that day.`;
}
