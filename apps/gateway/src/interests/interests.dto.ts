import { interestConstraints, type InterestConstraint } from '@linking/events/interest/codes.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, ValidateNested } from 'class-validator';
import type { InterestInBody } from '@linking/application/interests/interest-commands.js';
import type {
  InterestClassDetails,
  InterestDetails,
} from '@linking/application/interests/interest-details.js';
import type { TeacherInBody } from '@linking/application/links/link-request.js';
import type { PersonInBody } from '@linking/application/people/people.js';
import type { ClassStatus } from '@linking/domain/interest/interest.js';
import {
  Code,
  Codes,
  Count,
  Day,
  Line,
  LooseDay,
  Note,
  OneOf,
  Slug,
  SchoolKey,
  Year,
  YearGroups,
  YesNo,
  SomeOf,
} from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import { PersonField, TeacherList } from '../http/people.dto.js';
import {
  ShowsDay,
  ShowsId,
  ShowsList,
  ShowsNext,
  ShowsObject,
  ShowsOneOf,
  ShowsText,
  ShowsTextOrNull,
  ShowsTexts,
  ShowsWhole,
  ShowsWholes,
  ShowsYesNo,
} from '../http/shown.js';

const STATUSES: readonly ClassStatus[] = ['waiting', 'paired', 'withdrawn', 'declined'];
const CHANNELS: readonly InterestInBody['channel'][] = ['phone', 'e-mail', 'meeting', 'form', 'asked-again'];

export class OfferedClassBody {
  @Line(300, { optional: true, description: 'Without a name the class is a placeholder.' })
  name?: string;

  @YearGroups()
  yearGroups: number[];

  @Count(0, 200)
  pupilCount: number;

  @TeacherList({ optional: true })
  teachers?: TeacherInBody[];

  @YesNo({ optional: true })
  placeholder?: boolean;
}

export class ReceiveInterestBody implements InterestInBody {
  @Slug({
    optional: true,
    description:
      'Default: the programme whose area the school lies in; in none, or not in one alone, the national office places it.',
  })
  programme?: string;

  @Code({ optional: true, description: 'Why the named programme keeps a school outside its area.' })
  keptBecause?: string;

  @Year()
  year: string;

  @SchoolKey({ description: 'URN, or the key of a school that was added by hand.' })
  urn: string;

  @OneOf(CHANNELS)
  channel: InterestInBody['channel'];

  @Day({ optional: true, description: 'Default: today, London.' })
  expressedOn?: string;

  @PersonField()
  head: PersonInBody;

  @Codes({ optional: true, description: 'What the school hopes for, as codes.' })
  priorities?: string[];

  @SomeOf(interestConstraints, {
    optional: true,
    description: 'What the school needs, whoever the partner is; never the needs of a single child.',
  })
  constraints?: InterestConstraint[];

  @YesNo({ optional: true, description: 'Whether the school has linked in an earlier year.' })
  linkedBefore?: boolean;

  @Note()
  note?: string;

  @ApiProperty({ type: [OfferedClassBody], minItems: 1, maxItems: 20 })
  @IsArray({ message: 'classes has to be a list.' })
  @ArrayMinSize(1, { message: 'Give at least one class.' })
  @ArrayMaxSize(20, { message: 'classes has to have at most 20 entries.' })
  @IsObject({ each: true, message: 'Each of classes has to be an object.' })
  @ValidateNested({ each: true, message: 'Each of classes has to be an object.' })
  @Type(() => OfferedClassBody)
  classes: OfferedClassBody[];
}

export class WithdrawInterestBody {
  @Code()
  reasonCode: string;

  @LooseDay({ optional: true })
  occurredOn?: string;

  @Note()
  note?: string;
}

export class InterestsQuery extends PageQuery {
  @Slug({ optional: true })
  programme?: string;

  @Year({ optional: true })
  year?: string;

  @OneOf(STATUSES, { optional: true })
  status?: ClassStatus;
}

class InterestPersonAnswer {
  @ShowsId()
  personId: string;
  @ShowsText()
  name: string;
  @ShowsTextOrNull()
  email: string | null;
}

class InterestTeacherAnswer extends InterestPersonAnswer {
  @ShowsYesNo()
  linkedBefore: boolean;
}

class InterestClassAnswer implements InterestClassDetails {
  @ShowsId()
  classId: string;
  @ShowsOneOf(STATUSES)
  status: ClassStatus;
  @ShowsText({ optional: true })
  linkRef?: string;
  @ShowsTexts()
  linkRefs: readonly string[];
  @ShowsText()
  name: string;
  @ShowsWholes()
  yearGroups: readonly number[];
  @ShowsWhole()
  pupilCount: number;
  @ShowsYesNo()
  placeholder: boolean;
  @ShowsList(InterestTeacherAnswer)
  teachers: InterestTeacherAnswer[];
}

export class InterestAnswer implements InterestDetails {
  @ShowsId()
  id: string;
  @ShowsWhole()
  revision: number;
  @ShowsTextOrNull({ description: 'null while the national office looks for one.' })
  programme: string | null;
  @ShowsText({ optional: true, description: 'Why no programme has it.' })
  unplacedBecause?: string;
  @ShowsText()
  year: string;
  @ShowsOneOf(STATUSES)
  status: ClassStatus;
  @ShowsText()
  urn: string;
  @ShowsText({ description: 'Name of the school.' })
  school: string;
  @ShowsObject(InterestPersonAnswer)
  head: InterestPersonAnswer;
  @ShowsText()
  channel: string;
  @ShowsDay()
  expressedOn: string;
  @ShowsTexts()
  priorities: readonly string[];
  @ShowsTexts()
  constraints: readonly InterestConstraint[];
  @ShowsYesNo({ optional: true, description: 'Whether the school has linked in an earlier year.' })
  linkedBefore?: boolean;
  @ShowsYesNo({ description: 'It came by the public form, from an address that was verified.' })
  emailVerified: boolean;
  @ShowsList(InterestClassAnswer)
  classes: InterestClassAnswer[];
}

class InterestWarningAnswer {
  @ShowsText()
  code: string;
  @ShowsText()
  sentence: string;
}

export class ReceivedInterestAnswer extends InterestAnswer {
  @ShowsList(InterestWarningAnswer, { description: 'What looks odd and stops nothing.' })
  warnings: readonly InterestWarningAnswer[];
}

export class InterestsPage implements Page<InterestDetails> {
  @ShowsList(InterestAnswer)
  items: readonly InterestDetails[];
  @ShowsNext()
  next: string | null;
}

export const interestExamples = {
  receive: {
    programme: 'bradford',
    year: '2026-27',
    urn: '900001',
    channel: 'phone',
    expressedOn: '2026-06-02',
    head: { name: 'Helen Marsh', email: 'head@st-marys.example' },
    priorities: ['faith', 'language'],
    constraints: ['step-free-access'],
    linkedBefore: false,
    classes: [
      {
        name: '4 Oak',
        yearGroups: [4],
        pupilCount: 28,
        teachers: [{ name: 'Saira Malik', email: 's.malik@st-marys.example', linkedBefore: false }],
      },
      { yearGroups: [3], pupilCount: 30, placeholder: true },
    ],
  },
  withdraw: { reasonCode: 'staff-changes', note: 'They hope to take part next year.' },
} as const;
