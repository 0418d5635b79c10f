import { awaitedIn } from './awaited.js';
import type { Decided } from './decided.js';
import {
  accepted,
  agreed,
  attended,
  brokered,
  happened,
  issued,
  issuedTo,
  proposed,
  sent,
  signedBy,
  trained,
} from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';

const day = '2026-11-30';
const people = (step: Parameters<typeof awaitedIn>[1], ...history: Facts) =>
  awaitedIn(given(...history).link, step, day).map(({ personId }) => personId);
const skipped = (step: 'training' | 'exchange', side: 'a' | 'b') =>
  happened('2026-11-02', 'StepSkipped', { step, side, reasonCode: 'no-time' });
const withClass = (placeholder: boolean, side: 'a' | 'b', history: readonly Decided[]) =>
  history.map((it) =>
    it.type === 'InterestRecorded' && it.data.side === side
      ? { ...it, data: { ...it.data, placeholder } }
      : it,
  );

describe('a step waits for', () => {
  it('the head who has not said yes', () => {
    expect(people('brokering', proposed)).toEqual(['head-a', 'head-b']);
    expect(people('brokering', proposed, accepted('a'))).toEqual(['head-b']);
  });

  it('the head who has not signed, whether or not the text was sent; not for one who said no', () => {
    expect(people('agreement', brokered, issuedTo('a'))).toEqual(['head-a', 'head-b']);
    expect(people('agreement', issued, signedBy('a'))).toEqual(['head-b']);
    const no = happened('2026-09-10', 'AgreementDeclined', { side: 'a', reasonCode: 'no-time' });
    expect(people('agreement', issued, no)).toEqual(['head-b']);
  });

  it('the head whose class has no name yet', () => {
    expect(people('classes', withClass(true, 'b', brokered))).toEqual(['head-b']);
    expect(people('classes', brokered)).toEqual([]);
  });

  it('the teacher who is not trained, unless that was skipped', () => {
    expect(people('training', agreed)).toEqual(['teacher-a', 'teacher-b']);
    expect(people('training', agreed, attended('a'))).toEqual(['teacher-b']);
    expect(people('training', agreed, skipped('training', 'a'))).toEqual(['teacher-b']);
    expect(people('training', agreed, skipped('exchange', 'a'))).toEqual(['teacher-a', 'teacher-b']);
  });

  it('the teacher who has sent nothing, unless that was skipped', () => {
    expect(people('exchange', trained, sent('a'))).toEqual(['teacher-b']);
    expect(people('exchange', trained, skipped('exchange', 'a'))).toEqual(['teacher-b']);
    expect(people('exchange', trained, skipped('training', 'a'))).toEqual(['teacher-a', 'teacher-b']);
  });
});

describe('of several teachers it is', () => {
  const assigned = (teacherId: string, more: { lead: boolean; from?: string; to?: string }) =>
    happened('2026-10-05', 'TeacherAssigned', { side: 'a', teacherId, linkedBefore: false, ...more });
  const whom = (...history: Facts) => people('first-meeting', trained, ...history)[0];

  it('the one who leads', () => {
    expect(whom(assigned('second', { lead: false }))).toBe('teacher-a');
    expect(whom(assigned('second', { lead: true }))).toBe('second');
  });

  it('a cover who leads on that day, and not after it', () => {
    const cover = { lead: true, from: '2026-11-01' };
    expect(whom(assigned('cover', { ...cover, to: '2026-12-18' }))).toBe('cover');
    expect(whom(assigned('cover', { ...cover, to: '2026-11-29' }))).toBe('teacher-a');
  });

  it('the first who can be reached, where nobody is there on that day', () => {
    const later = [
      assigned('second', { lead: false, from: '2027-01-04' }),
      assigned('teacher-a', { lead: true, from: '2027-01-04' }),
    ];
    expect(whom(later)).toBe('second');
    const lost = happened('2026-11-20', 'ContactLost', { side: 'a', personId: 'second' });
    expect(whom(later, lost)).toBe('teacher-a');
  });
});
