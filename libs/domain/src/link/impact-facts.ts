import type { LinkEvent, LinkEventData } from '@linking/events/link/link-events.js';

type Dated<Name extends keyof LinkEventData> = Omit<LinkEventData[Name], 'noteId' | 'consentId'> & {
  /** A day, or as much as is known of it. */
  readonly on: string;
};

/** What a link brought about, as far as somebody recorded it. */
export interface Impact {
  readonly parents: readonly Dated<'ParentsInvolved'>[];
  readonly reflections: readonly (Dated<'ReflectionRecorded'> & { readonly noteId?: string })[];
  /** One a side, round and instrument; without a number it is only known that it was done. */
  readonly surveys: readonly Dated<'SurveyResultRecorded'>[];
  readonly testimonials: readonly (Dated<'TestimonialRecorded'> &
    Pick<LinkEventData['TestimonialRecorded'], 'noteId' | 'consentId'>)[];
}

export const nothingCameYet: Impact = { parents: [], reflections: [], surveys: [], testimonials: [] };

type ImpactEventName =
  'ParentsInvolved' | 'ReflectionRecorded' | 'SurveyResultRecorded' | 'TestimonialRecorded';
type ImpactEvent = Extract<LinkEvent, { readonly type: ImpactEventName }>;

/** What came of the link after one more fact of it. */
export function withImpact(impact: Impact, event: ImpactEvent, on: string): Impact {
  switch (event.type) {
    case 'ParentsInvolved': {
      const { noteId: _, ...parents } = event.data;
      return { ...impact, parents: [...impact.parents, { ...parents, on }] };
    }
    case 'ReflectionRecorded':
      return { ...impact, reflections: [...impact.reflections, { ...event.data, on }] };
    case 'SurveyResultRecorded': {
      const { noteId: _, ...survey } = event.data;
      return { ...impact, surveys: [...impact.surveys, { ...survey, on }] };
    }
    case 'TestimonialRecorded':
      return { ...impact, testimonials: [...impact.testimonials, { ...event.data, on }] };
  }
}
