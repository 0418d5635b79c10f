import type { VenueInBody } from '@linking/application/venues/add-venue.js';
import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import { venueActivities } from '@linking/events/link/codes.js';
import { Code, Count, Day, Email, Line, Postcode, Slug, SomeOf } from '../http/fields.js';
import { PageQuery } from '../http/paging.js';
import type { Page } from '../http/paging.js';
import { ShowsDay, ShowsId, ShowsList, ShowsNext, ShowsText, ShowsTexts, ShowsWhole } from '../http/shown.js';

export class AddVenueBody implements VenueInBody {
  @Slug()
  programme: string;

  @Line(300)
  name: string;

  @Postcode()
  postcode: string;

  @Count(1, 100, { description: 'How many links can meet there at once.' })
  linksAtOnce: number;

  @Line(300, { optional: true, description: 'Whom to call; kept apart from the log.' })
  contact?: string;

  @Email({ optional: true, description: 'Where mails about meetings there go; kept apart from the log.' })
  email?: string;

  @SomeOf(venueActivities, { optional: true })
  activities?: string[];
}

export class BriefVenueBody {
  @Day({ optional: true, description: 'Default: today.' })
  on?: string;
}

export class VoidBriefingBody {
  @Day({ description: 'The day that is recorded by mistake.' })
  on: string;

  @Code()
  reasonCode: string;
}

export class VenuesQuery extends PageQuery {
  @Slug({ optional: true })
  programme?: string;
}

export class VenueAnswer implements VenueDetails {
  @ShowsId()
  id: string;
  @ShowsWhole()
  revision: number;
  @ShowsText()
  programme: string;
  @ShowsText()
  name: string;
  @ShowsText()
  postcode: string;
  @ShowsWhole()
  linksAtOnce: number;
  @ShowsText({ optional: true })
  contact?: string;
  @ShowsText({ optional: true })
  email?: string;
  @ShowsTexts()
  activities: readonly string[];
  @ShowsDay({ optional: true })
  briefedOn?: string;
}

export class VenuesPage implements Page<VenueDetails> {
  @ShowsList(VenueAnswer)
  items: readonly VenueDetails[];
  @ShowsNext()
  next: string | null;
}

export const venueExample = {
  programme: 'bradford',
  name: 'Cartwright Hall',
  postcode: 'BD9 4NS',
  linksAtOnce: 2,
  contact: 'Bookings desk, 01274 496 0000',
  email: 'bookings@cartwright-hall.example',
  activities: ['art', 'drama'],
} as const;

export const briefingExample = { on: '2026-11-12' } as const;

export const voidBriefingExample = { on: '2026-11-05', reasonCode: 'typing-error' } as const;
