import type { ImpactDetails } from '@linking/application/links/link-details.js';
import * as codes from '@linking/events/link/codes.js';
import { ShowsList, ShowsLooseDay, ShowsObject, ShowsOneOf, ShowsWhole } from '../http/shown.js';
import { ScoresBody } from './impact-bodies.dto.js';

type Parents = ImpactDetails['parents'][number];
type Reflection = ImpactDetails['reflections'][number];
type Survey = ImpactDetails['surveys'][number];
type Testimonial = ImpactDetails['testimonials'][number];

export class ParentsAnswer implements Parents {
  @ShowsOneOf(codes.sides)
  side: Parents['side'];
  @ShowsOneOf(codes.parentKinds)
  kind: Parents['kind'];
  @ShowsWhole()
  count: number;
  @ShowsLooseDay()
  on: string;
}

export class ReflectionAnswer implements Reflection {
  @ShowsOneOf(codes.sides)
  side: Reflection['side'];
  @ShowsOneOf(codes.meetingNumbers, { optional: true, description: 'Absent: the link as a whole.' })
  meeting?: Reflection['meeting'];
  @ShowsWhole({ description: 'From 1 to 5.' })
  rating: number;
  @ShowsLooseDay()
  on: string;
}

export class SurveyAnswer implements Survey {
  @ShowsOneOf(codes.sides)
  side: Survey['side'];
  @ShowsOneOf(codes.surveyRounds)
  round: Survey['round'];
  @ShowsOneOf(codes.surveyInstruments)
  instrument: Survey['instrument'];
  @ShowsWhole({ optional: true, description: 'Absent: it is only known that it was done.' })
  n?: number;
  @ShowsObject(ScoresBody, { optional: true, description: 'Means of the class.' })
  scores?: ScoresBody;
  @ShowsLooseDay()
  on: string;
}

export class TestimonialAnswer implements Testimonial {
  @ShowsOneOf(codes.testimonialRoles)
  role: Testimonial['role'];
  @ShowsOneOf(codes.sides, { optional: true })
  side?: Testimonial['side'];
  @ShowsLooseDay()
  on: string;
}

/** What came of a link. */
export class ImpactAnswer implements ImpactDetails {
  @ShowsList(ParentsAnswer)
  parents: ParentsAnswer[];
  @ShowsList(ReflectionAnswer)
  reflections: ReflectionAnswer[];
  @ShowsList(SurveyAnswer)
  surveys: SurveyAnswer[];
  @ShowsList(TestimonialAnswer)
  testimonials: TestimonialAnswer[];
}
