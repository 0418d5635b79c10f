import { missingDetails } from '@linking/application/links/gap-details.js';
import type { LinkWords } from '@linking/application/links/link-words.js';
import { lateFactsEnd } from '@linking/domain/calendar/academic-year.js';
import { risksOf, type Risk } from '@linking/domain/link/flags.js';
import { bothSides, otherSide, type Link } from '@linking/domain/link/link.js';
import { trainedBefore } from '@linking/domain/link/trained-before.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { longDay } from '@linking/words/format.js';
import type { ConnectionView, GapView, GapsView } from '../pages/links/link-view.js';
import {
  listText,
  sideText,
  targetedStepNames,
  trainingNames,
  yearGroupsText,
} from '@linking/words/link-terms.js';
import { gapAction } from './next-steps.js';

/** A link that this one continues or goes on as, with today's names, when the reader may see it. */
export interface ConnectedLink {
  readonly link: Link;
  readonly words: LinkWords;
}

export interface Connected {
  readonly before?: ConnectedLink;
  readonly after?: ConnectedLink;
}

/** What leads from one link to the other: `Continues from BRD-2026-014, which Ash Primary left on 12 February 2027.` */
export function connectionsView(link: Link, { before, after }: Connected): readonly ConnectionView[] {
  const { continuesFrom, continuedAs } = link;
  return [
    ...(continuesFrom === undefined
      ? []
      : [{ before: 'Continues from', ...refOf(continuesFrom, before), after: leftWords(before) }]),
    ...(continuedAs === undefined
      ? []
      : [{ before: 'Goes on as', ...refOf(continuedAs, after), after: partnerWords(link, after) }]),
  ];
}

const refOf = (ref: string, seen: ConnectedLink | undefined): { ref: string; href?: string } =>
  seen === undefined ? { ref } : { ref, href: `/links/${ref}` };

function leftWords(before: ConnectedLink | undefined): string {
  const side = before?.link.withdrew;
  if (before === undefined || side === undefined || side === 'both') return '.';
  return `, which ${sideText(before.link, side, before.words)} left on ${longDay(before.link.closedOn ?? '')}.`;
}

function partnerWords(link: Link, after: ConnectedLink | undefined): string {
  const { withdrew } = link;
  if (after === undefined || withdrew === undefined || withdrew === 'both') return '.';
  const { classId } = link.sides[otherSide(withdrew)];
  const partner = after.link.sides.a.classId === classId ? 'b' : 'a';
  const ended = after.link.outcome === 'not-formed' ? ', which was not formed' : '';
  return ` with ${sideText(after.link, partner, after.words)}${ended}.`;
}

/** Why a link may not come through its year, each with what to do about it. */
export function risksView(
  link: Link,
  names: LinkWords,
  today: string,
  mayChange: boolean,
): readonly GapView[] {
  return risksOf(link, today).map((risk) => {
    const { sentence, action } = riskWords(risk, link, names);
    return mayChange ? { sentence, action } : { sentence };
  });
}

function riskWords(risk: Risk, link: Link, names: LinkWords): { sentence: string; action: LinkTo } {
  const href = `/links/${link.ref}/record`;
  switch (risk.kind) {
    case 'contact-lost': {
      const { side, personId, role, on } = risk.contact;
      const who = names.person(personId, role, link.sides[side].urn).name;
      return {
        sentence: `Mails have not reached ${who} of ${sideText(link, side, names)} since ${longDay(on)}.`,
        action: { href: `${href}/restore-contact?side=${side}`, label: 'Reached again' },
      };
    }
    case 'steps-overdue': {
      const steps = risk.steps.map(
        ({ step, target }) => `${targetedStepNames[step].toLowerCase()} (by ${longDay(target)})`,
      );
      return {
        sentence: `${risk.steps.length} steps are overdue: ${listText(steps)}.`,
        action: { href: `${href}/record-discussion`, label: 'Record a call' },
      };
    }
    case 'pause-over':
      return {
        sentence: `The pause was to end on ${longDay(risk.until)}.`,
        action: { href: `${href}/resume`, label: 'Go on' },
      };
  }
}

/** What a link lacked that was closed incomplete; late entries may still fill it. */
export function missingView(
  link: Link,
  names: LinkWords,
  today: string,
  mayChange: boolean,
): GapsView | undefined {
  if (link.outcome !== 'closed-incomplete') return undefined;
  const last = lateFactsEnd(link.year);
  const open = today <= last;
  const gaps = missingDetails(link, names).map(({ sentence, ...gap }): GapView => {
    const { command, preset } = gapAction(gap);
    const query = new URLSearchParams(preset).toString();
    const action = { href: `/links/${link.ref}/record/${command}?${query}`, label: 'Record it late' };
    return open && mayChange ? { sentence, action } : { sentence };
  });
  if (gaps.length > 0) {
    const until = open ? `, late entries are taken until ${longDay(last)}` : '';
    return { title: `Closed with something missing${until}`, gaps };
  }
  const action = { href: `/links/${link.ref}/record/complete`, label: 'Complete it after all' };
  const whole = { sentence: 'Late entries have filled all that was missing.' };
  return { title: 'Nothing is missing any more', gaps: [open && mayChange ? { ...whole, action } : whole] };
}

/** What is known from the link that a school left. It counts here once somebody records it. */
export function evidenceView(
  link: Link,
  names: LinkWords,
  { before }: Connected,
  mayChange: boolean,
): GapsView | undefined {
  if (before === undefined || link.outcome !== 'open') return undefined;
  const href = `/links/${link.ref}/record`;
  const gaps = [...classesBefore(link, before, href), ...trainingBefore(link, before.link, names, href)];
  if (gaps.length === 0) return undefined;
  const title = `Known from ${before.link.ref}, not recorded here`;
  return { title, gaps: mayChange ? gaps : gaps.map(({ sentence }) => ({ sentence })) };
}

/** A class that is still as it was offered in spring had a name and a teacher there. */
const classesBefore = (link: Link, { link: old, words }: ConnectedLink, href: string): readonly GapView[] =>
  bothSides.flatMap((side) => {
    const { classId, placeholder, teachers } = link.sides[side];
    const was = bothSides.find((one) => old.sides[one].classId === classId);
    if (was === undefined || (!placeholder && teachers.length > 0)) return [];
    const known = old.sides[was];
    if (known.placeholder || known.teachers.length === 0) return [];
    const who = known.teachers.map(({ teacherId }) => words.person(teacherId, 'teacher', known.urn).name);
    const size = `${yearGroupsText(known.yearGroups)}, ${known.pupilCount} pupils`;
    return [
      {
        sentence: `The class was ${words.className(known)}, ${size}, with ${listText(who)}.`,
        action: { href: `${href}/confirm-class?side=${side}`, label: 'Confirm the class' },
      },
    ];
  });

const trainingBefore = (link: Link, old: Link, names: LinkWords, href: string): readonly GapView[] =>
  trainedBefore(link, old).map(({ side, teacherId, record: { kind, on, minutes = 0 } }) => {
    const who = names.person(teacherId, 'teacher', link.sides[side].urn).name;
    const query = new URLSearchParams({ side, teacherId, kind, on, minutes: String(minutes) });
    return {
      sentence: `${who} attended the ${trainingNames[kind].toLowerCase()} on ${longDay(on)}, ${minutes} minutes.`,
      action: { href: `${href}/record-training-attended?${query.toString()}`, label: 'Record it here' },
    };
  });
