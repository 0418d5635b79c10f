import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import {
  meetingNumbers,
  parentKinds,
  sides,
  surveyInstruments,
  surveyRounds,
  testimonialRoles,
  trainingKinds,
} from '@linking/events/link/codes.js';
import type {
  MeetingNumber,
  ParentKind,
  Side,
  SurveyInstrument,
  SurveyRound,
  SurveyScores,
  TestimonialRole,
  TrainingKind,
} from '@linking/events/link/link-events.js';
import { Count, Day, Id, Line, MayBeLeftOut, OneOf, Score } from '../http/fields.js';
import { SaidBody } from './said.dto.js';

export class RecordCatchUpBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @Id()
  teacherId: string;

  @OneOf(trainingKinds, { description: 'The training that it makes up for.' })
  kind: TrainingKind;

  @Count(1, 1_440)
  minutes: number;
}

export class RecordParentsBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @OneOf(parentKinds)
  kind: ParentKind;

  @Count(1, 500, { description: 'How many parents.' })
  count: number;
}

export class RecordReflectionBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @OneOf(meetingNumbers, {
    optional: true,
    description: 'The meeting that it looks back on; left out, it is about the link as a whole.',
  })
  meeting?: MeetingNumber;

  @Count(1, 5, { description: 'From 1 to 5. The words go into `note`.' })
  rating: number;
}

export class ScoresBody implements SurveyScores {
  @Score({ optional: true, description: 'Interest in other cultures.' })
  O1?: number;

  @Score({ optional: true, description: 'Confidence in social mixing.' })
  O2?: number;

  @Score({ optional: true, description: 'Awareness of others.' })
  O3?: number;

  @Score({ optional: true, description: 'Belonging.' })
  O4?: number;

  @Score({ optional: true, description: 'Comfort with difference.' })
  O5?: number;
}

const SCORES = 'scores has to be an object such as { "O1": 3.4 }.';

export class RecordSurveyBody extends SaidBody {
  @OneOf(sides)
  side: Side;

  @OneOf(surveyRounds)
  round: SurveyRound;

  @OneOf(surveyInstruments)
  instrument: SurveyInstrument;

  @Count(1, 200, {
    optional: true,
    description: 'How many answered. Fewer than five: it is kept that the survey was done, and no numbers.',
  })
  n?: number;

  @ApiProperty({ type: ScoresBody, required: false, description: 'Means of the class. They need `n`.' })
  @MayBeLeftOut()
  @IsObject({ message: SCORES })
  @ValidateNested({ message: SCORES })
  @Type(() => ScoresBody)
  scores?: ScoresBody;
}

export class ConsentBody {
  @Line(200, { description: 'The adult who agreed; kept apart from the log.' })
  name: string;

  @Day({ description: 'When she agreed.' })
  on: string;

  @Day({ optional: true, description: 'The last day on which the words may be used.' })
  until?: string;
}

const CONSENT = 'consent has to be an object that says name and on.';

export class RecordTestimonialBody extends SaidBody {
  @OneOf(testimonialRoles, { description: 'Who said it: an adult. The words go into `note`.' })
  role: TestimonialRole;

  @OneOf(sides, { optional: true })
  side?: Side;

  @ApiProperty({ type: ConsentBody, required: false, description: 'Nothing is kept without it.' })
  @MayBeLeftOut()
  @IsObject({ message: CONSENT })
  @ValidateNested({ message: CONSENT })
  @Type(() => ConsentBody)
  consent?: ConsentBody;
}
