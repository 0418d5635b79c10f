import type { Side } from '@linking/events/link/link-events.js';
import type { Decided } from './decided.js';
import { happened } from './spec-support/example-link.js';
import { EARLIER, LATER, orderOf } from './spec-support/order-of-days.js';

const confirmed = (day: string, teacherIds: readonly string[], side: Side = 'a') =>
  happened(day, 'ClassConfirmed', {
    side,
    classNameId: 'n2',
    yearGroups: [4],
    pupilCount: 28,
    teachers: teacherIds.map((teacherId) => ({ teacherId, linkedBefore: false })),
  });
const assigned = (day: string, teacherId: string, side: Side = 'a') =>
  happened(day, 'TeacherAssigned', { side, teacherId, linkedBefore: false, lead: false });
const replaced = (day: string, from: string, to: string, side: Side = 'a') =>
  happened(day, 'TeacherReplaced', { side, from, to, linkedBefore: false, reasonCode: 'left-school' });
const needs = (day: string, teacherId: string, side: Side = 'a') =>
  happened(day, 'TrainingRequirementSet', { side, teacherId, kind: 'initial-half', basis: 'linked-before' });

describe('a word about a teacher comes after the one that names her, on whatever day it was said', () => {
  it.each<[string, Decided]>([
    ['by confirming her class', confirmed(LATER, ['farah', 'saira'])],
    ['by her coming', assigned(LATER, 'saira')],
    ['by her taking over', replaced(LATER, 'farah', 'saira')],
  ])('%s', (_, names) => {
    expect(orderOf(names, needs(EARLIER, 'saira'))).toBe('1, 2');
    expect(orderOf(names, replaced(EARLIER, 'saira', 'dan'))).toBe('1, 2');
    expect(orderOf(names, assigned(EARLIER, 'saira'))).toBe('1, 2');
  });

  it('of another teacher, or of the other class, it is of its own day', () => {
    for (const names of [
      confirmed(LATER, ['farah', 'saira']),
      assigned(LATER, 'saira'),
      replaced(LATER, 'farah', 'saira'),
    ]) {
      expect(orderOf(names, needs(EARLIER, 'dan'))).toBe('2, 1');
      expect(orderOf(names, needs(EARLIER, 'saira', 'b'))).toBe('2, 1');
      expect(orderOf(names, replaced(EARLIER, 'dan', 'eve'))).toBe('2, 1');
      expect(orderOf(names, replaced(EARLIER, 'saira', 'dan', 'b'))).toBe('2, 1');
      expect(orderOf(names, assigned(EARLIER, 'saira', 'b'))).toBe('2, 1');
    }
    expect(orderOf(assigned(LATER, 'saira'), assigned(EARLIER, 'dan'))).toBe('2, 1');
    expect(orderOf(replaced(LATER, 'farah', 'saira'), assigned(EARLIER, 'dan'))).toBe('2, 1');
  });

  it('what she needs says nothing of her to others', () => {
    expect(orderOf(needs(LATER, 'saira'), assigned(EARLIER, 'saira'))).toBe('2, 1');
    expect(orderOf(needs(LATER, 'saira'), needs(EARLIER, 'saira'))).toBe('2, 1');
  });
});

describe('a teacher who comes', () => {
  it('comes after the class was confirmed without her', () => {
    expect(orderOf(confirmed(LATER, ['farah']), assigned(EARLIER, 'saira'))).toBe('1, 2');
  });

  it('comes back after she went', () => {
    expect(orderOf(replaced(LATER, 'farah', 'saira'), assigned(EARLIER, 'farah'))).toBe('1, 2');
  });

  it('comes on her own day when the class was confirmed without saying who teaches it', () => {
    expect(orderOf(confirmed(LATER, []), assigned(EARLIER, 'saira'))).toBe('2, 1');
  });

  it('comes on her own day to the other class', () => {
    expect(orderOf(confirmed(LATER, ['farah']), assigned(EARLIER, 'saira', 'b'))).toBe('2, 1');
    expect(orderOf(replaced(LATER, 'farah', 'saira'), assigned(EARLIER, 'farah', 'b'))).toBe('2, 1');
  });
});

describe('a class', () => {
  it.each<[string, Decided, readonly string[]]>([
    ['without the teacher who came', assigned(LATER, 'saira'), ['farah']],
    ['with the teacher who went', replaced(LATER, 'farah', 'saira'), ['farah', 'saira']],
    ['without the teacher who took over', replaced(LATER, 'farah', 'saira'), ['dan']],
  ])('is confirmed after a change, %s', (_, change, teacherIds) => {
    expect(orderOf(change, confirmed(EARLIER, teacherIds))).toBe('1, 2');
  });

  it.each<[string, Decided, readonly string[]]>([
    ['with the teacher who came', assigned(LATER, 'saira'), ['farah', 'saira']],
    ['with the teacher who took over', replaced(LATER, 'farah', 'saira'), ['saira']],
    ['without a word of its teachers when one came', assigned(LATER, 'saira'), []],
    ['without a word of its teachers when one took over', replaced(LATER, 'farah', 'saira'), []],
    ['otherwise than before', confirmed(LATER, ['farah']), ['saira']],
    ['when something else was said', needs(LATER, 'saira'), ['farah']],
    ['when a teacher came to the other class', assigned(LATER, 'saira', 'b'), ['farah']],
    ['when a teacher of the other class was replaced', replaced(LATER, 'farah', 'saira', 'b'), ['farah']],
  ])('is confirmed on its own day %s', (_, change, teacherIds) => {
    expect(orderOf(change, confirmed(EARLIER, teacherIds))).toBe('2, 1');
  });

  it('comes before what is said of it later by the days of both', () => {
    const details = (day: string, side: Side = 'a') =>
      happened(day, 'ClassDetailsChanged', { side, pupilCount: 31 });
    const changed = [assigned(LATER, 'saira'), confirmed(EARLIER, ['farah'])] as const;
    for (const then of [
      details('2026-11-15'),
      details(EARLIER),
      confirmed('2026-11-15', ['farah', 'saira']),
      confirmed('2026-11-15', []),
    ]) {
      expect(orderOf(...changed, then)).toBe('1, 2, 3');
    }
    for (const then of [
      details('2026-11-09'),
      details('2026-11-15', 'b'),
      confirmed('2026-11-09', ['farah', 'saira']),
      confirmed('2026-11-15', ['farah', 'saira'], 'b'),
    ]) {
      expect(orderOf(...changed, then)).toBe('3, 1, 2');
    }
    expect(orderOf(assigned(LATER, 'saira'), details(EARLIER))).toBe('2, 1');
  });
});
