import type { VenueDetails } from '@linking/application/venues/venue-details.js';
import type { LinkRequest } from '@linking/application/links/link-request.js';
import type { Link } from '@linking/domain/link/link.js';
import type { EarlierTeaching } from '@linking/projections/link-board/link-board-queries.js';
import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import type { DiaryEntry } from '@linking/projections/link-board/link-meetings-table.js';
import type { SummaryRow } from '../../pages/components/summary-list.js';
import type { FormField, FormView } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import type { LinkNames } from '@linking/application/links/link-names.js';

/** What a form may look at to offer choices and to fill in what is known. */
export interface FormContext {
  readonly link: Link;
  readonly names: LinkNames;
  /** London. */
  readonly today: string;
  /** Venues of the link's programmes. */
  readonly venues: readonly VenueDetails[];
  /** What is planned at these venues from today on. */
  readonly diary: readonly DiaryEntry[];
  /** The last earlier link of its teachers, by their id. */
  readonly earlierLinks: ReadonlyMap<string, EarlierTeaching>;
  /** What the places of the link ask for in its year. */
  readonly priorities: readonly SummaryRow[];
  /** What the address presets, such as `side` or `number`. */
  readonly preset: Readonly<Record<string, string>>;
}

export const commandGroups = [
  'Brokering',
  'Agreement',
  'Classes and teachers',
  'Training',
  'Exchange',
  'Meetings',
  'What came of it',
  'Course of things',
  'Mending',
] as const;

/** One command of a link as a form: data, and how what was posted becomes a request. */
export interface CommandForm {
  /** As the address names it. */
  readonly command: string;
  readonly group: (typeof commandGroups)[number];
  readonly title: string;
  /** One line on the page of everything that can be recorded. */
  readonly hint: string;
  readonly submitLabel: string;
  readonly submitLook?: FormView['submitLook'];
  /** Said after it was saved. */
  readonly done: string;
  /** What the day on which it happened is asked by; absent where the command itself names its day. */
  readonly dayLabel?: string;
  readonly noteLabel?: string;
  /** The part of the product that it belongs to: there is no such form while the programme does not use it. */
  readonly part?: ProgrammeSwitch;
  /** Reached from elsewhere, such as an entry of the history. */
  readonly notListed?: boolean;
  readonly hidden?: (context: FormContext) => Readonly<Record<string, string>>;
  /** What is known already, such as the entry that is mended. */
  readonly known?: (context: FormContext) => readonly SummaryRow[];
  readonly fields?: (context: FormContext) => readonly FormField[];
  readonly values?: (context: FormContext) => FormView['values'];
  readonly read: (posted: PostedForm, context: FormContext) => LinkRequest;
}

export const NOTE = 'Note';
