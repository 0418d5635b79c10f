import type { LinkEvent, ProposalMeans, Side } from '@linking/events/link/link-events.js';
import type { Link } from '@linking/domain/link/link.js';
import { otherSide } from '@linking/domain/link/link.js';
import { isByHand } from '@linking/domain/schools/by-hand.js';
import { fullDay, longDay } from './format.js';
import { impactWords } from './impact-sentences.js';
import { endingSentence } from './ending-sentences.js';
import { meetingHeldDetails, meetingPlanDetails } from './meeting-sentences.js';
import type { HistoryNames } from './history-names.js';
import {
  capital,
  codeText,
  exchangeModeNames,
  exchangeNames,
  listText,
  meetingNames,
  sideText,
  stepNames,
  targetedStepNames,
  trainingNames,
  yearGroupsText,
} from './link-terms.js';

/** What an entry of the history says: a sentence, and what goes with it. */
export interface HistorySentence {
  readonly headline: string;
  readonly details: readonly string[];
}

const says = (headline: string, ...details: readonly (string | undefined)[]): HistorySentence => ({
  headline,
  details: details.filter((detail): detail is string => detail !== undefined && detail !== ''),
});

/** Every event of a link in plain English. `link` says whose sides are meant; `names` are today's. */
export function historySentence(event: LinkEvent, link: Link, names: HistoryNames): HistorySentence {
  const school = (side: Side) => sideText(link, side, names);
  const person = (id: string, side: Side, role = 'teacher') =>
    names.person(id, role, link.sides[side].urn).name;
  const noted = 'noteId' in event.data ? quoted(names.note(event.data.noteId)) : undefined;

  switch (event.type) {
    case 'InterestRecorded': {
      const { urn, yearGroups, pupilCount, placeholder, priorities } = event.data;
      return says(
        `${names.school(urn)} expressed interest`,
        `A ${yearGroupsText(yearGroups)} class of ${pupilCount} pupils${placeholder ? ', name and teacher to follow' : ''}.`,
        priorities.length === 0 ? undefined : `Hopes for ${listText(priorities.map(codeText))}.`,
      );
    }
    case 'LinkProposed':
      return says(
        `Proposed: ${school('a')} and ${school('b')}`,
        event.data.continuesFrom === undefined ? undefined : `Continues from ${event.data.continuesFrom}.`,
        noted,
      );
    case 'ProposalSent':
      return says('Proposal sent to both schools', noted);
    case 'ProposalAccepted':
      return says(`${school(event.data.side)} said yes`, `${saidBy[event.data.means]}.`, noted);
    case 'ProposalDeclined':
      return says(
        `${school(event.data.side)} said no`,
        reason(event.data.reasonCode),
        event.data.wantsOtherPartner ? 'They would like another partner.' : undefined,
        noted,
      );
    case 'DiscussionRecorded': {
      const { about, newTarget } = event.data;
      const day = newTarget === undefined ? '' : `, new date ${longDay(newTarget)}`;
      return about === undefined
        ? says('Talked about this link', noted)
        : says(`Phoned about the ${targetedStepNames[about].toLowerCase()}${day}`, noted);
    }
    case 'LinkBrokered':
      return says('Both headteachers said yes');
    case 'LinkNotFormed':
      return says('The link was not formed', reason(event.data.reasonCode));
    case 'AgreementIssued':
      return event.data.withInterest === true
        ? says(`Agreement of ${school(event.data.side)} came with the interest`, noted)
        : says(`Agreement sent to ${school(event.data.side)}`, `Text ${event.data.textVersion}.`, noted);
    case 'AgreementSigned': {
      const { side, signerId, signerRole, means, heldAtId } = event.data;
      const place = names.note(heldAtId);
      return says(
        `${school(side)} signed the agreement`,
        `${person(signerId, side, signerRole)}, ${codeText(signerRole)}. ${signedBy[means]}${place === undefined ? '' : `, kept at ${place}`}.`,
        noted,
      );
    }
    case 'AgreementDeclined':
      return says(`${school(event.data.side)} declined the agreement`, reason(event.data.reasonCode), noted);
    case 'AgreementRevoked':
      return says(
        `Agreement of ${school(event.data.side)} taken back`,
        reason(event.data.reasonCode),
        'It is not signed until it is sent and signed again.',
        noted,
      );
    case 'LinkAgreed':
      return says('Both schools have signed');
    case 'ClassConfirmed': {
      const { side, classNameId, yearGroups, pupilCount, teachers } = event.data;
      const who = teachers.map(({ teacherId }) => person(teacherId, side));
      return says(
        `Class of ${school(side)} confirmed`,
        `${names.note(classNameId) ?? 'The class'}, ${yearGroupsText(yearGroups)}, ${pupilCount} pupils${who.length === 0 ? '' : `, ${listText(who)}`}.`,
        noted,
      );
    }
    case 'ClassDetailsChanged': {
      const { side, classNameId, yearGroups, pupilCount } = event.data;
      const changed = [
        classNameId === undefined ? undefined : `${names.note(classNameId) ?? 'a new name'}`,
        yearGroups === undefined ? undefined : yearGroupsText(yearGroups),
        pupilCount === undefined ? undefined : `${pupilCount} pupils`,
      ].filter((part) => part !== undefined);
      return says(`Class of ${school(side)} changed`, `Now ${listText(changed)}.`, noted);
    }
    case 'HeadteacherChanged': {
      const { side, headId, from } = event.data;
      return says(
        `${person(headId, side, 'headteacher')} is the new headteacher of ${school(side)}`,
        `Before: ${person(from, side, 'headteacher')}.`,
        noted,
      );
    }
    case 'SchoolSucceeded': {
      const { from, to, on } = event.data;
      if (isByHand(from)) {
        const inRegister = `${names.school(from)} is in the register now: ${names.school(to)} (${to})`;
        return says(inRegister, 'It had been added by hand. All that was recorded of it stays.', noted);
      }
      return says(
        `${names.school(from)} became ${names.school(to)} (${to})`,
        `Since ${longDay(on)}. The class, its people and the agreement pass to it.`,
        noted,
      );
    }
    case 'ContactLost':
      return says(
        `Contact with ${person(event.data.personId, event.data.side)} of ${school(event.data.side)} lost`,
        'No more mails go there.',
        noted,
      );
    case 'ContactRestored':
      return says(
        `${person(event.data.personId, event.data.side)} of ${school(event.data.side)} can be reached again`,
        noted,
      );
    case 'TeacherAssigned': {
      const { side, teacherId, lead, from, to, jobShare } = event.data;
      const days = [from && `from ${longDay(from)}`, to && `until ${longDay(to)}`].filter(Boolean).join(' ');
      return says(
        `${person(teacherId, side)} teaches the class of ${school(side)}`,
        jobShare === true
          ? 'Shares the job of first link teacher.'
          : lead
            ? 'First link teacher of the class.'
            : undefined,
        days === '' ? undefined : `${capital(days)}.`,
        noted,
      );
    }
    case 'TeacherReplaced': {
      const { side, from, to, reasonCode } = event.data;
      return says(
        `${person(to, side)} takes over from ${person(from, side)} at ${school(side)}`,
        reason(reasonCode),
        noted,
      );
    }
    case 'TrainingRequirementSet':
      return says(
        `${person(event.data.teacherId, event.data.side)} needs the ${trainingNames[event.data.kind].toLowerCase()} of training`,
        event.data.basis === 'linked-before' ? 'Has linked before.' : 'Links for the first time.',
      );
    case 'TeacherEnrolled': {
      const { teacherId, side, kind, on, movedFrom } = event.data;
      const day = `${trainingNames[kind]} on ${fullDay(on)}.`;
      if (movedFrom === undefined) return says(`${person(teacherId, side)} enrolled for training`, day);
      return says(
        `Training of ${person(teacherId, side)} moved to ${fullDay(on)}`,
        `${trainingNames[kind]}, was on ${fullDay(movedFrom)}.`,
      );
    }
    case 'EnrolmentWithdrawn': {
      const { teacherId, side, cancelled } = event.data;
      return cancelled === true
        ? says(`Training of ${person(teacherId, side)} was cancelled`)
        : says(`${person(teacherId, side)} gave up a place at training`);
    }
    case 'TrainingAttended': {
      const { teacherId, side, kind, minutes } = event.data;
      return says(
        `${person(teacherId, side)} attended the ${trainingNames[kind].toLowerCase()} of training`,
        `${minutes} minutes.`,
        noted,
      );
    }
    case 'TrainingMissed': {
      const { teacherId, side, kind, reasonCode } = event.data;
      return says(
        `${person(teacherId, side)} missed the ${trainingNames[kind].toLowerCase()} of training`,
        reason(reasonCode),
        noted,
      );
    }
    case 'CatchUpCompleted': {
      const { teacherId, side, kind, minutes } = event.data;
      return says(
        `${person(teacherId, side)} caught up on the ${trainingNames[kind].toLowerCase()} of training`,
        `${minutes} minutes.`,
        noted,
      );
    }
    case 'WorkExchanged': {
      const { fromSide, kind, mode, keyQuestions, subjects } = event.data;
      return says(
        `${school(fromSide)} sent ${exchangeNames[kind]} to ${school(otherSide(fromSide))}`,
        `${exchangeModeNames[mode]}.`,
        keyQuestions.length === 0 ? undefined : `Key questions ${listText(keyQuestions)}.`,
        subjects.length === 0 ? undefined : `Subjects: ${listText(subjects.map(codeText))}.`,
        noted,
      );
    }
    case 'MeetingPlanned': {
      const { number, on } = event.data;
      return says(
        `${meetingNames[number]} planned for ${fullDay(on)}`,
        meetingPlanDetails(event.data, school, names),
        noted,
      );
    }
    case 'ReadyForTheDay': {
      const { side, number, riskAssessment, transport } = event.data;
      return says(
        `${school(side)} is ready for the ${meetingNames[number].toLowerCase()}`,
        `Risk assessment ${codeText(riskAssessment)}. Transport ${codeText(transport)}.`,
        noted,
      );
    }
    case 'AnotherDateAsked': {
      const { side, number, on, reasonCode } = event.data;
      return says(
        `${school(side)} asked for another date of the ${meetingNames[number].toLowerCase()}`,
        ...(on === undefined ? [] : [`It suggests ${fullDay(on)}.`]),
        reason(reasonCode),
        noted,
      );
    }
    case 'AnotherDateDeclined': {
      const { side, number, reasonCode } = event.data;
      return says(
        `The date of the ${meetingNames[number].toLowerCase()} stands, though ${school(side)} asked for another`,
        reason(reasonCode),
        noted,
      );
    }
    case 'MeetingRescheduled': {
      const { number, on, startsAt, endsAt, reasonCode } = event.data;
      return says(
        `${meetingNames[number]} moved to ${fullDay(on)}`,
        `${startsAt} to ${endsAt}.`,
        reason(reasonCode),
        noted,
      );
    }
    case 'MeetingMovedOnline':
      return says(`${meetingNames[event.data.number]} moved online`, reason(event.data.reasonCode), noted);
    case 'MeetingCancelled':
      return says(`${meetingNames[event.data.number]} cancelled`, reason(event.data.reasonCode), noted);
    case 'MeetingHeld':
      return says(
        `${meetingNames[event.data.number]} held`,
        ...meetingHeldDetails(event.data, school, names),
        noted,
      );
    case 'VisitsPlanned':
      return says('Both visits have a date');
    case 'ParentsInvolved':
    case 'ReflectionRecorded':
    case 'SurveyResultRecorded':
      return says(...impactWords(event, school, names), noted);
    case 'TestimonialRecorded':
      return says(...impactWords(event, school, names));
    case 'StepSkipped': {
      const { step, side, reasonCode } = event.data;
      return says(
        `${stepNames[step]} skipped${side === undefined ? '' : ` for ${school(side)}`}`,
        reason(reasonCode),
        noted,
      );
    }
    case 'LinkPaused': {
      const { until, reasonCode } = event.data;
      return says(
        `Paused${until === undefined ? '' : ` until ${longDay(until)}`}`,
        reason(reasonCode),
        noted,
      );
    }
    case 'LinkResumed':
      return says('The link goes on', noted);
    case 'LinkWithdrawn':
    case 'LinkReBrokered':
    case 'LinkCompleted':
    case 'LinkClosedIncomplete':
      return says(...endingSentence(event, school), noted);
    case 'FinalExchangeCompleted':
      return says('Both classes said goodbye');
    case 'GuardOverridden':
      return says(
        softRuleNames[event.data.rule] ?? 'A rule was set aside',
        reason(event.data.reasonCode),
        noted,
      );
    case 'EntryCorrected':
      return says('An entry was corrected', reason(event.data.reasonCode), noted);
    case 'EntryVoided':
      return says('An entry was voided', reason(event.data.reasonCode), noted);
  }
}

/** What was set aside, by the rule that asked for a reason. */
export const softRuleNames: Readonly<Record<string, string>> = {
  'class-in-two-links': 'A class is in two links, with a reason',
  'distance-limit': 'The schools are farther apart than the limit, with a reason',
  'linked-before': 'The schools have linked before, with a reason',
  'neutral-venue-first': 'The first meeting is not at a neutral venue, with a reason',
  'before-year-end': 'Closed before the end of its year, with a reason',
  'two-meetings': 'Completed with fewer than two meetings, with a reason',
};

const saidBy: Readonly<Record<ProposalMeans, string>> = {
  conversation: 'By conversation',
  phone: 'By phone',
  'e-mail': 'By e-mail',
  page: 'On the page that was mailed',
};

const signedBy = {
  'mailed-page': 'On the page that was mailed',
  paper: 'On paper',
  'with-interest': 'Together with the interest',
} as const;

const reason = (code: string) => `Reason: ${codeText(code)}.`;
const quoted = (note: string | undefined) => (note === undefined ? undefined : `“${note}”`);
