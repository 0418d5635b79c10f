import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import type { PlaceDetails, SessionDetails } from '@linking/application/training/session-details.js';
import type { SessionWarning } from '@linking/domain/training/session-warnings.js';
import { sides, trainingKinds } from '@linking/events/link/codes.js';
import type { Side, TrainingKind } from '@linking/events/link/link-events.js';
import { exampleIds, exampleLink } from '../api-docs/example-ids.js';
import { Code, Count, Day, Id, LinkRef, OneOf, Slug, Time, YesNo } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import {
  ShowsDay,
  ShowsId,
  ShowsList,
  ShowsNext,
  ShowsOneOf,
  ShowsText,
  ShowsWhole,
  ShowsYesNo,
} from '../http/shown.js';

export class PlanSessionBody {
  @Slug()
  programme: string;

  @OneOf(trainingKinds)
  kind: TrainingKind;

  @Day()
  on: string;

  @Time()
  startsAt: string;

  @Time()
  endsAt: string;

  @Id({ optional: true })
  venueId?: string;

  @Count(1, 500)
  capacity: number;
}

/** The session as it shall be from now on: without a venue its place is to follow. */
export class MoveSessionBody {
  @Day()
  on: string;

  @Time()
  startsAt: string;

  @Time()
  endsAt: string;

  @Id({ optional: true })
  venueId?: string;

  @Code({ description: 'Why it takes place otherwise.' })
  reasonCode: string;
}

export class CancelSessionBody {
  @Code({ description: 'Why it does not take place.' })
  reasonCode: string;
}

/** A place for a teacher of one side of a link. */
export class PlaceBody {
  @LinkRef()
  linkRef: string;

  @OneOf(sides)
  side: Side;

  @Id()
  teacherId: string;
}

export class AttendanceEntryBody {
  @Id()
  teacherId: string;

  @YesNo()
  attended: boolean;

  @Count(0, 1_440, { optional: true, description: 'Default: the whole session.' })
  minutes?: number;

  @Code({ optional: true, description: 'Why she did not come.' })
  reasonCode?: string;
}

export class RecordAttendanceBody {
  @ApiProperty({ type: [AttendanceEntryBody], minItems: 1, maxItems: 500 })
  @IsArray({ message: 'entries has to be a list.' })
  @ArrayMinSize(1, { message: 'Say of at least one teacher whether she came.' })
  @ArrayMaxSize(500, { message: 'entries has to have at most 500 entries.' })
  @IsObject({ each: true, message: 'Each of entries has to be an object.' })
  @ValidateNested({ each: true, message: 'Each of entries has to be an object.' })
  @Type(() => AttendanceEntryBody)
  entries: AttendanceEntryBody[];
}

export class SessionsQuery extends PageQuery {
  @Slug({ optional: true })
  programme?: string;

  @Day({ optional: true, description: 'Sessions from this day on.' })
  from?: string;
}

class PlaceAnswer implements PlaceDetails {
  @ShowsId()
  teacherId: string;
  @ShowsText()
  teacher: string;
  @ShowsText()
  linkRef: string;
  @ShowsOneOf(sides)
  side: Side;
  @ShowsOneOf(['taken', 'waiting'])
  status: PlaceDetails['status'];
  @ShowsYesNo({ optional: true })
  attended?: boolean;
  @ShowsWhole({ optional: true })
  minutes?: number;
  @ShowsText({ optional: true })
  reasonCode?: string;
}

class SessionWarningAnswer implements SessionWarning {
  @ShowsOneOf(['NOT_A_SCHOOL_DAY', 'OUTSIDE_WINDOW'])
  code: SessionWarning['code'];
  @ShowsText()
  sentence: string;
}

export class SessionAnswer implements SessionDetails {
  @ShowsId()
  id: string;
  @ShowsWhole()
  revision: number;
  @ShowsText()
  programme: string;
  @ShowsOneOf(trainingKinds)
  kind: TrainingKind;
  @ShowsDay()
  on: string;
  @ShowsText()
  startsAt: string;
  @ShowsText()
  endsAt: string;
  @ShowsId({ optional: true })
  venueId?: string;
  @ShowsText({ optional: true })
  venue?: string;
  @ShowsWhole()
  capacity: number;
  @ShowsText({ optional: true, description: 'Why the session does not take place.' })
  cancelledFor?: string;
  @ShowsList(PlaceAnswer)
  places: readonly PlaceDetails[];
  @ShowsList(SessionWarningAnswer, { description: 'What looks odd about its day and stops nothing.' })
  warnings: readonly SessionWarning[];
}

export class SessionsPage implements Page<SessionDetails> {
  @ShowsList(SessionAnswer)
  items: readonly SessionDetails[];
  @ShowsNext()
  next: string | null;
}

export const sessionExamples = {
  plan: {
    programme: 'bradford',
    kind: 'initial-full',
    on: '2026-10-01',
    startsAt: '09:30',
    endsAt: '15:30',
    capacity: 24,
  },
  move: {
    on: '2026-10-08',
    startsAt: '09:30',
    endsAt: '15:30',
    reasonCode: 'venue-not-available',
  },
  cancel: { reasonCode: 'too-few-teachers' },
  place: { linkRef: exampleLink, side: 'a', teacherId: exampleIds.teacherA },
  attendance: {
    entries: [
      { teacherId: exampleIds.teacherA, attended: true, minutes: 360 },
      { teacherId: exampleIds.teacherB, attended: false, reasonCode: 'illness' },
    ],
  },
} as const;
