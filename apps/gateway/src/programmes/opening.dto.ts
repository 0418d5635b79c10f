import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, Matches, ValidateNested } from 'class-validator';
import type {
  OfferedSchoolDetails,
  OfferedSession,
  Opening,
} from '@linking/application/programmes/opening.js';
import type { TakenOver } from '@linking/application/programmes/take-over.js';
import { trainingKinds } from '@linking/events/link/codes.js';
import { Day, Id, Slug, Year } from '../http/fields.js';
import {
  ShowsDay,
  ShowsId,
  ShowsList,
  ShowsObject,
  ShowsOneOf,
  ShowsText,
  ShowsTexts,
  ShowsWhole,
  ShowsWholes,
  ShowsYesNo,
} from '../http/shown.js';

export class YearAddress {
  @Slug()
  slug: string;

  @Year()
  year: string;
}

export class RecordInterestsBody {
  @ApiProperty({ type: String, isArray: true, minItems: 1, maxItems: 500, example: ['900001'] })
  @IsArray({ message: 'urns has to be a list.' })
  @ArrayMinSize(1, { message: 'Name at least one school.' })
  @ArrayMaxSize(500, { message: 'urns has to have at most 500 entries.' })
  @Matches(/^(?:\d{6}|N\d{5})$/, {
    each: true,
    message: 'Each of urns has to be the six digits of a URN, or a key such as N00001.',
  })
  urns: string[];
}

class SessionOnBody {
  @Id({ description: 'The session of the year before.' })
  sessionId: string;

  @Day()
  on: string;
}

export class PlanSessionsBody {
  @ApiProperty({ type: [SessionOnBody], minItems: 1, maxItems: 100 })
  @IsArray({ message: 'sessions has to be a list.' })
  @ArrayMinSize(1, { message: 'Name at least one session.' })
  @ArrayMaxSize(100, { message: 'sessions has to have at most 100 entries.' })
  @IsObject({ each: true, message: 'Each of sessions has to be an object.' })
  @ValidateNested({ each: true, message: 'Each of sessions has to be an object.' })
  @Type(() => SessionOnBody)
  sessions: SessionOnBody[];
}

class PlannedAnswer {
  @ShowsId()
  sessionId: string;
  @ShowsDay()
  on: string;
  @ShowsYesNo()
  cancelled: boolean;
}

class OfferedSessionAnswer implements OfferedSession {
  @ShowsId()
  sessionId: string;
  @ShowsOneOf(trainingKinds)
  kind: OfferedSession['kind'];
  @ShowsDay()
  on: string;
  @ShowsText()
  startsAt: string;
  @ShowsText()
  endsAt: string;
  @ShowsText({ optional: true })
  venueId?: string;
  @ShowsText({ optional: true })
  venue?: string;
  @ShowsWhole()
  capacity: number;
  @ShowsDay()
  suggestedOn: string;
  @ShowsObject(PlannedAnswer, { optional: true })
  planned?: PlannedAnswer;
}

class PersonNamedAnswer {
  @ShowsId()
  personId: string;
  @ShowsText()
  name: string;
}

class OfferedAgainAnswer {
  @ShowsId({ description: 'The class of the year before.' })
  classId: string;
  @ShowsText()
  name: string;
  @ShowsWholes()
  yearGroups: readonly number[];
  @ShowsWhole()
  pupilCount: number;
  @ShowsList(PersonNamedAnswer)
  teachers: readonly PersonNamedAnswer[];
}

class KnownInterestAnswer {
  @ShowsId()
  id: string;
  @ShowsText()
  status: NonNullable<OfferedSchoolDetails['interest']>['status'];
  @ShowsDay()
  expressedOn: string;
  @ShowsText()
  channel: string;
}

class OfferedSchoolAnswer implements OfferedSchoolDetails {
  @ShowsText()
  urn: string;
  @ShowsText()
  school: string;
  @ShowsObject(PersonNamedAnswer)
  head: PersonNamedAnswer;
  @ShowsTexts()
  priorities: readonly string[];
  @ShowsList(OfferedAgainAnswer)
  classes: readonly OfferedAgainAnswer[];
  @ShowsTexts()
  linkRefs: readonly string[];
  @ShowsYesNo()
  withdrew: boolean;
  @ShowsObject(KnownInterestAnswer, { optional: true })
  interest?: KnownInterestAnswer;
}

export class OpeningAnswer implements Opening {
  @ShowsText()
  year: string;
  @ShowsText({ description: 'The year whose sessions and schools are offered.' })
  from: string;
  @ShowsYesNo()
  opened: boolean;
  @ShowsList(OfferedSessionAnswer)
  sessions: readonly OfferedSessionAnswer[];
  @ShowsList(OfferedSchoolAnswer)
  schools: readonly OfferedSchoolAnswer[];
}

export class TakenOverAnswer {
  @ShowsText({ description: 'URN of the school, or id of the session of the year before.' })
  what: string;
  @ShowsOneOf(['done', 'already-there', 'refused'])
  status: TakenOver['status'];
  @ShowsId({ optional: true })
  id?: string;
  @ShowsText({ optional: true })
  code?: string;
  @ShowsText({ optional: true, description: 'Why it was refused, and what to do.' })
  sentence?: string;
}

export class TakenOverList {
  @ShowsList(TakenOverAnswer)
  results: readonly TakenOver[];
}
