import { isAcademicYear } from '../calendar/academic-year.js';
import { closedSentence } from '../schools/closed-words.js';
import { milesText } from '../schools/distance.js';
import { Refusal, type SoftRule } from '../refusal.js';
import type { ClassSurroundings, Occasion, ProposalSurroundings, Propose } from './commands.js';
import { checkContinuation } from './continuing.js';
import { fact, note, reasonFor, type Decided } from './decided.js';
import type { Link } from './link.js';

/** Two offered classes become a proposal; both interests are copied into the stream. */
export function propose(command: Propose, link: Link, occasion: Occasion): readonly Decided[] {
  const { a, b, surroundings } = command;
  if (link.ref !== '') {
    const same = link.sides.a.classId === a.classId && link.sides.b.classId === b.classId;
    if (same) return [];
    throw new Refusal('STEP_ALREADY_DONE', `${link.ref} is already a link of two other classes.`, {
      nextStep: 'Propose these two once more: they get a reference of their own.',
    });
  }
  checkPair(command);
  checkContinuation(command);
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
    const { schoolName: name, closedOn, successors = [] } = it;
    throw new Refusal('SCHOOL_CLOSED', closedSentence({ name, closedOn, successors }), {
      nextStep:
        successors.length === 0
          ? 'If it has a successor, import a newer register or its file of links.'
          : 'Take back this interest and record it for the school that the class goes to.',
    });
  }
}

function overriddenRules({ surroundings }: Propose, occasion: Occasion): readonly Decided[] {
  return reasonsAsked(surroundings).flatMap(({ rule, sentence }) =>
    reasonFor(occasion, rule, true, sentence),
  );
}

export interface ReasonAsked {
  readonly rule: SoftRule;
  readonly sentence: string;
}

/** For which rules these two classes need a reason; known before anybody proposes them. */
export function reasonsAsked({
  a,
  b,
  distanceKm,
  distanceLimitKm,
  linkedBeforeRef,
}: ProposalSurroundings): readonly ReasonAsked[] {
  const twice = [a, b].find((it) => it.otherLinkRefs.length > 0);
  const far = distanceKm !== undefined && distanceLimitKm !== undefined && distanceKm > distanceLimitKm;
  return [
    ...(twice === undefined
      ? []
      : [
          {
            rule: 'class-in-two-links' as const,
            sentence: `${twice.className} is also in ${twice.otherLinkRefs.join(' and ')}. Say why it should be in two links.`,
          },
        ]),
    ...(far
      ? [
          {
            rule: 'distance-limit' as const,
            sentence: `Give a reason: the schools are ${milesText(distanceKm)} apart and your limit is ${milesText(distanceLimitKm)}.`,
          },
        ]
      : []),
    ...(linkedBeforeRef === undefined
      ? []
      : [
          {
            rule: 'linked-before' as const,
            sentence: `These schools were linked before in ${linkedBeforeRef}. Say why they should be linked again.`,
          },
        ]),
  ];
}
