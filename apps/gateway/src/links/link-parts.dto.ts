import type { GapDetails } from '@linking/application/links/gap-details.js';
import type {
  AgreementDetails,
  LinkDetails,
  MeetingDetails,
} from '@linking/application/links/link-details.js';
import type { SideDetails, TeacherDetails } from '@linking/application/links/side-details.js';
import type { Exchange } from '@linking/domain/link/link.js';
import type { NextStep } from '@linking/domain/link/next.js';
import { stages } from '@linking/domain/link/stage.js';
import * as codes from '@linking/events/link/codes.js';
import {
  ShowsAnything,
  ShowsDay,
  ShowsId,
  ShowsLooseDay,
  ShowsObject,
  ShowsOneOf,
  ShowsSomeOf,
  ShowsText,
  ShowsTextOrNull,
  ShowsTexts,
  ShowsWhole,
  ShowsWholes,
  ShowsYesNo,
  ShowsList,
} from '../http/shown.js';
import { RiskAssessmentsBody } from './year-bodies.dto.js';

export class HeadAnswer {
  @ShowsId()
  personId: string;
  @ShowsText()
  name: string;
  @ShowsTextOrNull()
  email: string | null;
  @ShowsLooseDay({ optional: true, description: 'Since this day mails do not reach this person.' })
  contactLostOn?: string;
}

export class TeacherAnswer extends HeadAnswer implements TeacherDetails {
  @ShowsText({ optional: true })
  phone?: string;
  @ShowsYesNo()
  lead: boolean;
  @ShowsYesNo()
  linkedBefore: boolean;
  @ShowsOneOf(['initial-full', 'initial-half'])
  needs: TeacherDetails['needs'];
  @ShowsDay({ optional: true })
  from?: string;
  @ShowsDay({ optional: true })
  to?: string;
}

export class SideAnswer implements SideDetails {
  @ShowsText()
  urn: string;
  @ShowsText({ description: 'Name of the school.' })
  school: string;
  @ShowsId()
  interestId: string;
  @ShowsId()
  classId: string;
  @ShowsText()
  className: string;
  @ShowsWholes()
  yearGroups: number[];
  @ShowsWhole()
  pupilCount: number;
  @ShowsYesNo()
  placeholder: boolean;
  @ShowsLooseDay({ optional: true })
  acceptedOn?: string;
  @ShowsObject(HeadAnswer)
  head: HeadAnswer;
  @ShowsList(TeacherAnswer)
  teachers: TeacherAnswer[];
}

export class GapAnswer implements GapDetails {
  @ShowsOneOf(stages)
  stage: GapDetails['stage'];
  @ShowsOneOf(['brokering', 'agreement', 'training', 'first-meeting', 'visit-2', 'visit-3'])
  step: GapDetails['step'];
  @ShowsOneOf(codes.sides, { optional: true })
  side?: GapDetails['side'];
  @ShowsId({ optional: true })
  teacherId?: string;
  @ShowsText()
  sentence: string;
}

export class AgreementAnswer implements AgreementDetails {
  @ShowsOneOf(['not-issued', 'issued', 'signed', 'declined', 'revoked'])
  status: AgreementDetails['status'];
  @ShowsText({ optional: true })
  textVersion?: string;
  @ShowsLooseDay({ optional: true })
  issuedOn?: string;
  @ShowsLooseDay({ optional: true })
  signedOn?: string;
  @ShowsId({ optional: true })
  signerId?: string;
  @ShowsText({ optional: true })
  signer?: string;
  @ShowsText({ optional: true })
  signerRole?: string;
  @ShowsText({ optional: true })
  means?: string;
  @ShowsLooseDay({ optional: true })
  declinedOn?: string;
  @ShowsLooseDay({ optional: true })
  revokedOn?: string;
  @ShowsText({ optional: true, description: 'Why it was declined or taken back.' })
  reasonCode?: string;
}

type TrainingDetails = LinkDetails['training'][number];

export class TrainingAnswer implements TrainingDetails {
  @ShowsOneOf(codes.sides)
  side: TrainingDetails['side'];
  @ShowsId()
  teacherId: string;
  @ShowsText()
  teacher: string;
  @ShowsOneOf(codes.trainingKinds)
  kind: TrainingDetails['kind'];
  @ShowsOneOf(['enrolled', 'attended', 'missed'])
  status: TrainingDetails['status'];
  @ShowsId({ optional: true })
  sessionId?: string;
  @ShowsLooseDay()
  on: string;
  @ShowsWhole({ optional: true })
  minutes?: number;
  @ShowsYesNo({ optional: true, description: 'She made up for it instead of coming.' })
  catchUp?: true;
  @ShowsText({ optional: true })
  reasonCode?: string;
}

export class ExchangeAnswer implements Exchange {
  @ShowsOneOf(codes.sides)
  fromSide: Exchange['fromSide'];
  @ShowsOneOf(codes.exchangeKinds)
  kind: Exchange['kind'];
  @ShowsOneOf(codes.exchangeModes)
  mode: Exchange['mode'];
  @ShowsLooseDay()
  on: string;
  @ShowsSomeOf(codes.keyQuestions)
  keyQuestions: Exchange['keyQuestions'];
  @ShowsTexts()
  subjects: string[];
  @ShowsTexts()
  policyTags: string[];
}

export class MeetingAnswer implements MeetingDetails {
  @ShowsOneOf(codes.meetingNumbers)
  number: MeetingDetails['number'];
  @ShowsOneOf(['planned', 'held', 'cancelled'])
  status: MeetingDetails['status'];
  @ShowsOneOf(codes.meetingModes)
  mode: MeetingDetails['mode'];
  @ShowsDay()
  on: string;
  @ShowsText({ optional: true })
  startsAt?: string;
  @ShowsText({ optional: true })
  endsAt?: string;
  @ShowsId({ optional: true })
  venueId?: string;
  @ShowsText({ optional: true })
  venue?: string;
  @ShowsOneOf(codes.sides, { optional: true })
  hostSide?: MeetingDetails['hostSide'];
  @ShowsWhole({ optional: true })
  pupilsExpected?: number;
  @ShowsTexts()
  activities: string[];
  @ShowsAnything({ description: 'By side: riskAssessment and transport.' })
  ready: MeetingDetails['ready'];
  @ShowsWhole({ optional: true })
  pupilsA?: number;
  @ShowsWhole({ optional: true })
  pupilsB?: number;
  @ShowsWhole({ optional: true })
  adultsA?: number;
  @ShowsWhole({ optional: true })
  adultsB?: number;
  @ShowsObject(RiskAssessmentsBody, { optional: true })
  riskAssessment?: RiskAssessmentsBody;
  @ShowsYesNo({ optional: true })
  collaborative?: boolean;
  @ShowsSomeOf(codes.keyQuestions)
  keyQuestions: MeetingDetails['keyQuestions'];
}

export class NextStepAnswer {
  @ShowsText({ description: 'As the address of its command names it.' })
  command: string;
  @ShowsOneOf(['coordinator', 'head-a', 'head-b', 'teacher-a', 'teacher-b', 'teachers'])
  by: NextStep['by'];
  @ShowsOneOf(codes.meetingNumbers, { optional: true })
  number?: NextStep['number'];
}
