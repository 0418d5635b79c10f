import type {
  ExchangeKind,
  ExchangeMode,
  MeetingNumber,
  Side,
  SkippableStep,
  TargetedStep,
  TrainingKind,
} from '@linking/events/link/link-events.js';
import type { Link, Outcome } from '@linking/domain/link/link.js';
import { meetingsHeld } from '@linking/domain/link/link.js';
import type { Stage } from '@linking/domain/link/stage.js';

/** The words of `docs/glossary.md` for the codes of a link. */
export const stageNames: Readonly<Record<Stage, string>> = {
  interest: 'Interest',
  brokered: 'Brokered',
  signed: 'Signed',
  trained: 'Trained',
  met: 'Met',
  visited: 'Visited',
  celebrated: 'Celebrated',
};

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  open: 'Open',
  completed: 'Completed',
  'not-formed': 'Not formed',
  withdrawn: 'Withdrawn',
  're-brokered': 'Re-brokered',
  'closed-incomplete': 'Closed incomplete',
};

export const trainingNames: Readonly<Record<TrainingKind, string>> = {
  'initial-full': 'Full day',
  'initial-half': 'Half day',
  'planning-half': 'Planning half-day',
};

export const exchangeNames: Readonly<Record<ExchangeKind, string>> = {
  photographs: 'photographs',
  'first-names': 'first names',
  'identity-work': 'identity work',
  'curiosity-questions': 'curiosity questions',
  work: 'work',
  digital: 'work by digital means',
  goodbye: 'a goodbye',
};

export const exchangeModeNames: Readonly<Record<ExchangeMode, string>> = {
  post: 'By post',
  hand: 'By hand',
  digital: 'Digitally',
  'not-known': 'Way not known',
};

export const stepNames: Readonly<Record<SkippableStep, string>> = {
  training: 'Initial training',
  exchange: 'First exchange',
  'first-meeting': 'First meeting',
  planning: 'Planning half-day',
  'visit-2': 'First visit',
  'visit-3': 'Second visit',
  celebration: 'Celebration',
  goodbye: 'Goodbye',
};

/** The steps that have a target day. */
export const targetedStepNames: Readonly<Record<TargetedStep, string>> = {
  brokering: 'Answer of both headteachers',
  agreement: 'Signature',
  classes: 'Class and teacher',
  training: 'Initial training',
  exchange: 'First exchange',
  'first-meeting': 'First meeting',
  curiosity: 'Curiosity questions',
  visits: 'Visits',
  goodbye: 'Goodbye',
};

export const meetingNames: Readonly<Record<MeetingNumber, string>> = {
  1: 'First meeting',
  2: 'First visit',
  3: 'Second visit',
  4: 'Celebration',
};

/** `Reception`, `Year 4`, `Years 3 and 4`, `Reception and Year 1`. */
export function yearGroupsText(groups: readonly number[]): string {
  const years = groups.filter((group) => group > 0).toSorted((x, y) => x - y);
  const named =
    years.length === 0 ? [] : [`Year${years.length === 1 ? '' : 's'} ${listText(years.map(String))}`];
  return listText([...(groups.includes(0) ? ['Reception'] : []), ...named]);
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** `Completed, 3 of 3 meetings`. */
export function outcomeText(link: Pick<Link, 'outcome' | 'meetings'>): string {
  return link.outcome === 'completed'
    ? `Completed, ${meetingsHeld(link)} of 3 meetings`
    : outcomeNames[link.outcome];
}

export const pupilsOf = ({ sides }: Pick<Link, 'sides'>) => sides.a.pupilCount + sides.b.pupilCount;
export const yearGroupsOf = ({ sides }: Pick<Link, 'sides'>) => [
  ...new Set([...sides.a.yearGroups, ...sides.b.yearGroups]),
];

/** In-school links have one school twice, so there a side is told by its class. */
export function sideText(link: Pick<Link, 'kind' | 'sides'>, side: Side, words: SideWords): string {
  return link.kind === 'in-school' ? words.className(link.sides[side]) : words.school(link.sides[side].urn);
}

/** A sentence of the domain, which knows sides only, with the names of the schools. */
export const withSchools = (sentence: string, link: Link, words: SideWords): string =>
  sentence.replace(/\bside ([ab])\b/g, (_, side: Side) => sideText(link, side, words));

export interface SideWords {
  school(urn: string): string;
  className(side: Link['sides']['a']): string;
}

/** A code as words: `staff-illness` is "staff illness", `pshe` is "PSHE". */
export const codeText = (code: string) =>
  initials.has(code) ? code.toUpperCase() : code.replaceAll('-', ' ');
const initials = new Set(['pshe', 'pshce', 're', 'pe', 'smsc', 'rse']);
export const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
