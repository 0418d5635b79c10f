import type { LinkCommand } from '@linking/domain/link/commands.js';
import { openSuccessorsOf } from '../../schools/successor-of.js';
import { checkVenue } from '../../venues/venue-of.js';
import type { LinkRequest } from '../link-request.js';
import { prepareIssueAgreement, prepareSignAgreement } from './prepare-agreement.js';
import { cameToNothing } from './prepare-continuation.js';
import type { Preparing } from './prepare-deps.js';
import { prepareReflection, prepareTestimonial } from './prepare-impact.js';
import { preparePlanMeeting, prepareReschedule } from './prepare-meeting.js';
import { prepareChangeOfClass, prepareConfirmClass, prepareNewHead, teacherFacts } from './prepare-people.js';

/** Turns what people asked into pure command data: names become ids, words become keys, surroundings are looked up. */
export async function prepareLinkCommand(request: LinkRequest, preparing: Preparing): Promise<LinkCommand> {
  switch (request.type) {
    case 'IssueAgreement':
      return prepareIssueAgreement();
    case 'SignAgreement':
      return prepareSignAgreement(request, preparing);
    case 'ConfirmClass':
      return prepareConfirmClass(request, preparing);
    case 'ChangeClassDetails':
      return prepareChangeOfClass(request, preparing);
    case 'ChangeHeadteacher':
      return prepareNewHead(request, preparing);
    case 'SucceedSchool': {
      const { pool, writer } = preparing.keeping;
      const { urn } = preparing.link.sides[request.side];
      const successors = await openSuccessorsOf(pool, urn, writer.today());
      return { ...request, successors: successors.map((one) => one.urn) };
    }
    case 'ReBroker':
      return {
        ...request,
        lastCameToNothing: await cameToNothing(preparing.keeping.writer.store, preparing.link.continuedAs),
      };
    case 'AssignTeacher': {
      const teacher = await teacherFacts(preparing, request.side, request.teacher, 'teacher');
      const first = preparing.link.sides[request.side].teachers.length === 0;
      return { ...request, teacher, lead: request.lead ?? first };
    }
    case 'ReplaceTeacher':
      return { ...request, to: await teacherFacts(preparing, request.side, request.to, 'teacher') };
    case 'RecordExchange': {
      const { keyQuestions = [], subjects = [], policyTags = [] } = request;
      return { ...request, keyQuestions, subjects, policyTags };
    }
    case 'PlanMeeting':
      return preparePlanMeeting(request, preparing);
    case 'RescheduleMeeting':
      return prepareReschedule(request, preparing);
    case 'RecordMeetingHeld':
      await checkVenueOfLink(request.venueId, preparing);
      return { ...request, keyQuestions: request.keyQuestions ?? [] };
    case 'CorrectEntry': {
      const field = asPointer(request.field);
      if (field === '/venueId') await checkVenueOfLink(String(request.now), preparing);
      return { ...request, field };
    }
    case 'RecordReflection':
      return prepareReflection(request, preparing);
    case 'RecordTestimonial':
      return prepareTestimonial(request, preparing);
    case 'Broker':
    case 'SendProposal':
    case 'AcceptProposal':
    case 'DeclineProposal':
    case 'DeclineAgreement':
    case 'RevokeAgreement':
    case 'LoseContact':
    case 'RestoreContact':
    case 'RecordDiscussion':
    case 'EnrolTeacher':
    case 'WithdrawEnrolment':
    case 'RecordTrainingAttended':
    case 'RecordTrainingMissed':
    case 'RecordCatchUp':
    case 'RecordParents':
    case 'RecordSurvey':
    case 'ReadyForTheDay':
    case 'AskForAnotherDate':
    case 'DeclineAnotherDate':
    case 'MoveMeetingOnline':
    case 'CancelMeeting':
    case 'CompleteFinalExchange':
    case 'SkipStep':
    case 'Pause':
    case 'Resume':
    case 'Withdraw':
    case 'VoidEntry':
    case 'Complete':
    case 'CloseIncomplete':
      return request;
  }
}

const checkVenueOfLink = (venueId: string | undefined, { keeping, link }: Preparing) =>
  checkVenue(keeping.writer, venueId, [link.programme, link.partnerProgramme]);

/** `pupilsA`, `/pupilsA` and `/data/pupilsA` name the same field. */
const asPointer = (field: string) => (field.startsWith('/') ? field : `/${field}`).replace(/^\/data\//, '/');
