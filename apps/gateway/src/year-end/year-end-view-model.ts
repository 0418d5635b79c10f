import { missingDetails } from '@linking/application/links/gap-details.js';
import type { LinkWords } from '@linking/application/links/link-words.js';
import { lateFactsEnd, yearEnd } from '@linking/domain/calendar/academic-year.js';
import { closable } from '@linking/domain/link/closable.js';
import { meetingsHeld, type Link, type Outcome } from '@linking/domain/link/link.js';
import { stageOf } from '@linking/domain/link/stage.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { listText, outcomeNames, outcomeText, sideText, stageNames } from '@linking/words/link-terms.js';
import { academicYear, counted, longDay } from '@linking/words/format.js';
import type { FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { OpenLinkView, OutcomeLineView, YearEndView } from '../pages/year-end/year-end-page.js';
import { decisionField, presetValues, readPreset, reasonsFor, revisionsSeen } from './year-end-form.js';

export interface YearEndMaterial {
  readonly programme: Pick<Programme, 'slug' | 'name'>;
  readonly year: string;
  readonly today: string;
  readonly mayChange: boolean;
  /** All links of the programme's year. */
  readonly links: readonly Link[];
  readonly words: LinkWords;
  readonly parts: Pick<FormView, 'csrf' | 'idempotencyKey'>;
  /** What the address asks for the links that are not ready. */
  readonly others: unknown;
  readonly posted?: PostedForm;
  /** What was closed just now. */
  readonly done: readonly Link[];
}

export function yearEndView(material: YearEndMaterial): YearEndView {
  const { programme, year, today, mayChange, links, words, posted, done } = material;
  const href = `/programmes/${programme.slug}/year-end/${year}`;
  const open = links.filter(({ outcome }) => outcome === 'open').toSorted(byWhatIsMissing);
  const ended = links.length - open.length;
  const completed = links.filter(({ outcome }) => outcome === 'completed').length;
  const form: FormView = {
    ...material.parts,
    action: href,
    fields: reasonsFor(open, year, today),
    submitLabel: 'Close these links',
    values: posted?.values() ?? presetValues(open, readPreset(material.others)),
    errors: posted?.errors ?? [],
    hidden: revisionsSeen(open),
  };
  const view = (link: Link) => openLinkView(link, words);
  const ready = open.filter((link) => closable(link).ready).map(view);
  const others = open.filter((link) => !closable(link).ready).map(view);
  return {
    eyebrow: programme.name,
    heading: `Close the year ${academicYear(year)}`,
    lead: leadOf(links.length, open.length, year, today),
    progress: { ended, of: links.length, words: `${ended} of ${counted(links.length, 'link')} closed` },
    outcomes: outcomesOf(links, programme.slug, year),
    done: done.map((link) => `${nameOf(link, words)}: ${outcomeText(link).toLowerCase()}`),
    ...(open.length === 0 || !mayChange ? {} : { form }),
    groups: [
      { title: `Ready to complete: ${ready.length}`, links: ready },
      { title: `Something is missing: ${others.length}`, links: others },
    ].filter((group) => group.links.length > 0),
    ...(others.length > 0 && posted === undefined && mayChange
      ? { preset: presetLink(href, material.others) }
      : {}),
    ...(completed === 0
      ? {}
      : {
          certificates: {
            href: `/programmes/${programme.slug}/certificates/${year}`,
            label: `Certificates of ${counted(completed, 'link')}`,
          },
        }),
    late: `Closed links take late entries until ${longDay(lateFactsEnd(year))}.`,
    empty: {
      title: links.length === 0 ? 'No links in this year' : 'Every link of this year has ended',
      sentence:
        links.length === 0
          ? 'Links that are proposed for this year appear here.'
          : 'Late entries may still change what they came to.',
    },
  };
}

function leadOf(all: number, open: number, year: string, today: string): string {
  const end = longDay(yearEnd(year));
  if (open === 0) return all === 0 ? '' : 'All links of the year have ended.';
  const when = today < yearEnd(year) ? `The year ends on ${end}.` : `The year ended on ${end}.`;
  return `${when} ${counted(open, 'link')} still open. Nothing closes by itself: you decide, link by link or all at once.`;
}

const nameOf = (link: Link, words: LinkWords) =>
  `${link.ref}, ${listText([sideText(link, 'a', words), sideText(link, 'b', words)])}`;

function openLinkView(link: Link, words: LinkWords): OpenLinkView {
  const missing = missingDetails(link, words).map(({ sentence }) => sentence);
  const schools = listText([sideText(link, 'a', words), sideText(link, 'b', words)]);
  const facts = [`${meetingsHeld(link)} of 3 meetings`, stageNames[stageOf(link)]];
  const paused = link.paused === undefined ? [] : ['paused'];
  return {
    ref: link.ref,
    href: `/links/${link.ref}`,
    field: decisionField(link, schools, [link.ref, ...facts, ...paused].join(' · ')),
    missing,
  };
}

const byWhatIsMissing = (x: Link, y: Link) => meetingsHeld(y) - meetingsHeld(x) || x.ref.localeCompare(y.ref);

/** `Completed, 3 of 3 meetings: 31`, each with the list of its links. */
function outcomesOf(links: readonly Link[], slug: string, year: string): readonly OutcomeLineView[] {
  const href = (outcome: Outcome) => `/links?programme=${slug}&year=${year}&outcome=${outcome}`;
  return (Object.keys(outcomeNames) as Outcome[]).flatMap((outcome) => {
    const of = links.filter((link) => link.outcome === outcome);
    const texts = [...new Set(of.map(outcomeText))].toSorted().toReversed();
    return texts.map((text) => ({
      text,
      count: of.filter((link) => outcomeText(link) === text).length,
      href: href(outcome),
    }));
  });
}

const presetLink = (href: string, others: unknown) =>
  readPreset(others) === 'leave'
    ? { href: `${href}?others=close-incomplete`, label: 'Choose “Close incomplete” for all of them' }
    : { href, label: 'Choose “Leave it open” for all of them' };
