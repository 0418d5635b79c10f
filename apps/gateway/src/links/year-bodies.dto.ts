import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import {
  exchangeKinds,
  exchangeModes,
  keyQuestions,
  meetingModes,
  meetingNumbers,
  policyTags,
  riskAssessments,
  sides,
  subjects,
  trainingKinds,
  transports,
  venueActivities,
} from '@linking/events/link/codes.js';
import type {
  ExchangeKind,
  ExchangeMode,
  KeyQuestion,
  MeetingMode,
  MeetingNumber,
  RiskAssessment,
  Side,
  TrainingKind,
  Transport,
} from '@linking/events/link/link-events.js';
import { Code, Count, Day, Headcount, Id, OneOf, SomeOf, Time, YesNo } from '../http/fields.js';
import { SaidBody } from './said.dto.js';

class TeacherTraining extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Id()
  teacherId: string;

  @OneOf(trainingKinds)
  kind: TrainingKind;

  @Id({ optional: true, description: "A session's own register is carried into the link by itself." })
  sessionId?: string;
}

export class RecordTrainingAttendedBody extends TeacherTraining {
  @Count(1, 1_440)
  minutes: number;
}

export class RecordTrainingMissedBody extends TeacherTraining {
  @Code()
  reasonCode: string;
}

export class RecordExchangeBody extends SaidBody {
  @OneOf(sides)
  fromSide: Side;

  @OneOf(exchangeKinds)
  kind: ExchangeKind;

  @OneOf(exchangeModes)
  mode: ExchangeMode;

  @SomeOf(keyQuestions, { optional: true })
  keyQuestions?: KeyQuestion[];

  @SomeOf(subjects, { optional: true })
  subjects?: string[];

  @SomeOf(policyTags, { optional: true })
  policyTags?: string[];
}

class OfMeeting extends SaidBody {
  @OneOf(meetingNumbers, { description: '1 first meeting, 2 and 3 visits, 4 celebration.' })
  number: MeetingNumber;
}

export class PlanMeetingBody extends OfMeeting {
  @OneOf(meetingModes)
  mode: MeetingMode;

  @Day()
  on: string;

  @Time()
  startsAt: string;

  @Time()
  endsAt: string;

  @Id({ optional: true, description: 'A venue, or else `hostSide`.' })
  venueId?: string;

  @OneOf(sides, { optional: true, description: 'The side whose school hosts, or else `venueId`.' })
  hostSide?: Side;

  @Headcount()
  pupilsExpected: number;

  @SomeOf(venueActivities, { optional: true })
  activities?: string[];
}

export class ReadyForTheDayBody extends OfMeeting {
  @OneOf(sides)
  side: Side;

  @OneOf(riskAssessments)
  riskAssessment: RiskAssessment;

  @OneOf(transports)
  transport: Transport;
}

export class AskForAnotherDateBody extends OfMeeting {
  @OneOf(sides)
  side: Side;

  @Day({ optional: true, description: 'The day that is suggested.' })
  on?: string;

  @Code()
  reasonCode: string;
}

export class DeclineAnotherDateBody extends OfMeeting {
  @OneOf(sides)
  side: Side;

  @Code()
  reasonCode: string;
}

export class RescheduleMeetingBody extends OfMeeting {
  @Day()
  on: string;

  @Time()
  startsAt: string;

  @Time()
  endsAt: string;

  @Code()
  reasonCode: string;
}

export class MeetingReasonBody extends OfMeeting {
  @Code()
  reasonCode: string;
}

export class RiskAssessmentsBody {
  @OneOf(riskAssessments)
  a: RiskAssessment;

  @OneOf(riskAssessments)
  b: RiskAssessment;
}

const BOTH_SIDES = `riskAssessment has to say a and b, each one of ${riskAssessments.join(', ')}.`;

export class RecordMeetingHeldBody extends OfMeeting {
  @OneOf(meetingModes)
  mode: MeetingMode;

  @Day()
  on: string;

  @Id({ optional: true })
  venueId?: string;

  @OneOf(sides, { optional: true })
  hostSide?: Side;

  @Headcount()
  pupilsA: number;

  @Headcount()
  pupilsB: number;

  @Headcount()
  adultsA: number;

  @Headcount()
  adultsB: number;

  @ApiProperty({ type: RiskAssessmentsBody })
  @IsDefined({ message: BOTH_SIDES })
  @IsObject({ message: BOTH_SIDES })
  @ValidateNested()
  @Type(() => RiskAssessmentsBody)
  riskAssessment: RiskAssessmentsBody;

  @YesNo({ description: 'The classes worked together, in mixed groups.' })
  collaborative: boolean;

  @SomeOf(keyQuestions, { optional: true })
  keyQuestions?: KeyQuestion[];
}
