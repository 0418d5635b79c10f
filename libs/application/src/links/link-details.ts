import type pg from 'pg';
import type { LinkKind, Side } from '@linking/events/link/link-events.js';
import type {
  Agreement,
  Exchange,
  Link,
  Meeting,
  Outcome,
  TrainingRecord,
} from '@linking/domain/link/link.js';
import type { Impact } from '@linking/domain/link/impact-facts.js';
import { lateEntries } from '@linking/domain/link/late-entries.js';
import { meetingsHeld } from '@linking/domain/link/link.js';
import { nextSteps, type NextStep } from '@linking/domain/link/next.js';
import { flagsOf, type Flag } from '@linking/domain/link/flags.js';
import { stageOf, type Stage } from '@linking/domain/link/stage.js';
import { gapDetails, missingDetails, type GapDetails } from './gap-details.js';
import { linkWords, type LinkWords } from './link-words.js';
import { sideDetails, type SideDetails } from './side-details.js';

/** A link as people and programs read it: facts with today's names. */
export interface LinkDetails {
  readonly ref: string;
  readonly programme: string;
  readonly partnerProgramme?: string;
  readonly year: string;
  readonly kind: LinkKind;
  readonly revision: number;
  readonly stage: Stage;
  /** The day on which each milestone was reached; a gap is absent. */
  readonly reached: { readonly [S in Stage]?: string };
  readonly gaps: readonly GapDetails[];
  readonly outcome: Outcome;
  readonly closedOn?: string;
  /** Of the first meeting and the two visits. */
  readonly meetingsHeld: number;
  /** What it lacks to be complete: the gaps, and what is still to come. */
  readonly missing: readonly GapDetails[];
  readonly continuesFrom?: string;
  readonly continuedAs?: string;
  readonly flags: readonly Flag[];
  readonly paused?: NonNullable<Link['paused']>;
  readonly sides: { readonly a: SideDetails; readonly b: SideDetails };
  readonly agreement: { readonly a: AgreementDetails; readonly b: AgreementDetails };
  readonly training: readonly (TrainingRecord & { readonly teacher: string })[];
  readonly exchanges: readonly Exchange[];
  readonly meetings: readonly MeetingDetails[];
  readonly impact: ImpactDetails;
  readonly skipped: Link['skipped'];
  /** How many of its entries were recorded more than 14 days after they happened. */
  readonly enteredLate: number;
  readonly next: readonly (Omit<NextStep, 'command'> & { readonly command: string })[];
}

/** `signer` is the name of the person who signed. */
export type AgreementDetails = Omit<Agreement, 'said'> & { readonly signer?: string };
/** What came of the link, without the words. */
export interface ImpactDetails {
  readonly parents: Impact['parents'];
  readonly reflections: readonly Omit<Impact['reflections'][number], 'noteId'>[];
  readonly surveys: Impact['surveys'];
  readonly testimonials: readonly Omit<Impact['testimonials'][number], 'noteId' | 'consentId'>[];
}

/** `venue` is the name of the venue. */
export type MeetingDetails = Meeting & { readonly venue?: string };

/** One link as it stands. `today` decides what is overdue: London, by the clock port. */
export async function linkDetails(pool: pg.Pool, link: Link, today: string): Promise<LinkDetails> {
  return detailsInWords(link, await linkWords(pool, [link]), today);
}

/** Many links in the same order, with one look-up a kind of name however many there are. */
export async function linksDetails(
  pool: pg.Pool,
  links: readonly Link[],
  today: string,
): Promise<readonly LinkDetails[]> {
  const words = await linkWords(pool, links);
  return links.map((link) => detailsInWords(link, words, today));
}

/** One link with names that were looked up already. */
export function detailsInWords(link: Link, words: LinkWords, today: string): LinkDetails {
  const { ref, programme, partnerProgramme, year, kind, revision, outcome, closedOn, paused } = link;
  return {
    ref,
    programme,
    ...(partnerProgramme === undefined ? {} : { partnerProgramme }),
    year,
    kind,
    revision,
    stage: stageOf(link),
    reached: link.reached,
    gaps: gapDetails(link, words),
    outcome,
    ...(closedOn === undefined ? {} : { closedOn }),
    meetingsHeld: meetingsHeld(link),
    missing: missingDetails(link, words),
    ...(link.continuesFrom === undefined ? {} : { continuesFrom: link.continuesFrom }),
    ...(link.continuedAs === undefined ? {} : { continuedAs: link.continuedAs }),
    flags: flagsOf(link, today),
    ...(paused === undefined ? {} : { paused }),
    sides: { a: sideDetails(link.sides.a, words), b: sideDetails(link.sides.b, words) },
    agreement: { a: agreementDetails(link, 'a', words), b: agreementDetails(link, 'b', words) },
    training: link.training.map((record) => ({
      ...record,
      teacher: words.person(record.teacherId, 'teacher', link.sides[record.side].urn).name,
    })),
    exchanges: link.exchanges,
    meetings: link.meetings.map((meeting) => {
      const venue = words.venue(meeting.venueId);
      return { ...meeting, ...(venue === undefined ? {} : { venue }) };
    }),
    impact: impactDetails(link.impact),
    skipped: link.skipped,
    enteredLate: lateEntries(link.entries).length,
    next: nextSteps(link).map((step) => ({ ...step, command: kebabCase(step.command) })),
  };
}

const impactDetails = ({ parents, reflections, surveys, testimonials }: Impact): ImpactDetails => ({
  parents,
  reflections: reflections.map(({ noteId: _, ...reflection }) => reflection),
  surveys,
  testimonials: testimonials.map(({ noteId: _, consentId: __, ...testimonial }) => testimonial),
});

function agreementDetails(link: Link, side: Side, words: LinkWords): AgreementDetails {
  const { said: _, ...agreement } = link.agreement[side];
  if (agreement.signerId === undefined) return agreement;
  const { name } = words.person(
    agreement.signerId,
    agreement.signerRole ?? 'headteacher',
    link.sides[side].urn,
  );
  return { ...agreement, signer: name };
}

/** `RecordMeetingHeld` is `record-meeting-held` in addresses. */
const kebabCase = (name: string) =>
  name.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`);
