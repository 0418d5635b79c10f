import { isAcademicYear } from '../calendar/academic-year.js';
import { fullDate } from '../calendar/words.js';
import { milesText } from '../schools/distance.js';
import { Refusal } from '../refusal.js';
import type { ClassSurroundings, Occasion, Propose } from './commands.js';
import { fact, note, reasonFor, type Decided } from './decided.js';
import type { Link } from './link.js';

/** Two offered classes become a proposal; both interests are copied into the stream. */
export function propose(command: Propose, link: Link, occasion: Occasion): readonly Decided[] {
  const { a, b, surroundings } = command;
  if (link.ref !== '') {
    const same = link.sides.a.classId === a.classId && link.sides.b.classId === b.classId;
    if (same) return [];
    throw new Refusal('STEP_ALREADY_DONE', `${link.ref} is already a link of two other classes.`);
  }
  checkPair(command);
  checkClass(surroundings.a, command.year);
  checkClass(surroundings.b, command.year);
  const { surroundings: _, a: __, b: ___, type: ____, ...proposal } = command;
  return [
    fact(occasion, 'InterestRecorded', { side: 'a', ...a }),
    fact(occasion, 'InterestRecorded', { side: 'b', ...b }),
    fact(occasion, 'LinkProposed', {
      ...proposal,
      classes: { a: a.classId, b: b.classId },
      ...note(occasion),
    }),
    ...overriddenRules(command, occasion),
  ];
}

function checkPair({ a, b, kind, year }: Propose): void {
  if (!isAcademicYear(year)) {
    throw new Refusal('YEAR_NOT_VALID', `${year} is not an academic year; write it as 2026-27.`);
  }
  if (a.classId === b.classId) {
    throw new Refusal('SAME_CLASS', 'A class cannot be linked with itself. Choose two different classes.');
  }
  if (kind === 'between-schools' && a.urn === b.urn) {
    throw new Refusal('SAME_SCHOOL', 'Both classes are at the same school.', {
      nextStep: 'Choose a class of another school, or make it an in-school link.',
    });
  }
  if (kind === 'in-school' && a.urn !== b.urn) {
    throw new Refusal('DIFFERENT_SCHOOLS', 'An in-school link joins two classes of one school.', {
      nextStep: 'Choose two classes of one school, or make it a link between schools.',
    });
  }
}

function checkClass(it: ClassSurroundings, year: string): void {
  if (it.interestWithdrawn) {
    throw new Refusal('INTEREST_WITHDRAWN', `${it.schoolName} has withdrawn its interest.`, {
      nextStep: 'Choose a class of the waiting list.',
    });
  }
  if (!it.offered) {
    throw new Refusal('CLASS_NOT_OFFERED', `${it.schoolName} has not offered this class.`, {
      nextStep: 'Choose a class of the waiting list.',
    });
  }
  if (it.year !== year) {
    throw new Refusal(
      'DIFFERENT_YEARS',
      `${it.className} of ${it.schoolName} was offered for ${it.year}, not for ${year}.`,
      { nextStep: `Choose a class that was offered for ${year}.` },
    );
  }
  if (it.closedOn !== undefined) {
    throw new Refusal(
      'SCHOOL_CLOSED',
      `${it.schoolName} closed on ${fullDate(it.closedOn)} and has no successor on record.`,
      { nextStep: 'If it has a successor, import a newer register or its file of links.' },
    );
  }
}

function overriddenRules({ surroundings }: Propose, occasion: Occasion): readonly Decided[] {
  const { a, b, distanceKm, distanceLimitKm, linkedBeforeRef } = surroundings;
  const twice = [a, b].find((it) => it.otherLinkRefs.length > 0);
  return [
    ...reasonFor(
      occasion,
      'class-in-two-links',
      twice !== undefined,
      `${twice?.className} is also in ${twice?.otherLinkRefs.join(' and ')}. Say why it should be in two links.`,
    ),
    ...reasonFor(
      occasion,
      'distance-limit',
      distanceKm !== undefined && distanceLimitKm !== undefined && distanceKm > distanceLimitKm,
      `Give a reason: the schools are ${milesText(distanceKm ?? 0)} apart and your limit is ${milesText(distanceLimitKm ?? 0)}.`,
    ),
    ...reasonFor(
      occasion,
      'linked-before',
      linkedBeforeRef !== undefined,
      `These schools were linked before in ${linkedBeforeRef}. Say why they should be linked again.`,
    ),
  ];
}
