import { agreed, happened, trained } from './spec-support/example-link.js';
import { given } from './spec-support/given-when-then.js';
import { leadOn, sidesTaughtBy, sideTaughtBefore } from './teaching.js';

describe('who teaches in a link', () => {
  const replaced = happened('2026-11-02', 'TeacherReplaced', {
    side: 'b',
    from: 'teacher-b',
    to: 'teacher-c',
    linkedBefore: false,
    reasonCode: 'left-school',
  });
  const assigned = (teacherId: string, to?: string) =>
    happened('2026-10-01', 'TeacherAssigned', {
      side: 'a',
      teacherId,
      linkedBefore: false,
      lead: false,
      ...(to === undefined ? {} : { to }),
    });

  it('teaches one side, and a job share as much as the lead', () => {
    const { link } = given(trained, assigned('job-share'));
    expect(sidesTaughtBy(link, 'teacher-a', '2026-11-03')).toEqual(['a']);
    expect(sidesTaughtBy(link, 'job-share', '2026-11-03')).toEqual(['a']);
    expect(sidesTaughtBy(link, 'head-a', '2026-11-03')).toEqual([]);
  });

  it('is not she who was replaced, nor she whose last day is over', () => {
    const { link } = given(trained, replaced, assigned('cover', '2026-12-18'));
    expect(sidesTaughtBy(link, 'teacher-b', '2026-11-03')).toEqual([]);
    expect(sideTaughtBefore(link, 'teacher-b', '2026-11-03')).toBe('b');
    expect(sidesTaughtBy(link, 'cover', '2026-12-18')).toEqual(['a']);
    expect(sideTaughtBefore(link, 'cover', '2026-12-19')).toBe('a');
    expect(sideTaughtBefore(link, 'teacher-c', '2026-11-03')).toBeUndefined();
    expect(sideTaughtBefore(link, 'stranger', '2026-11-03')).toBeUndefined();
  });

  it('has the class in charge who leads it, not who helps for a while', () => {
    const { link } = given(agreed, assigned('helper', '2026-12-18'));
    expect(leadOn(link.sides.a, '2026-11-03')?.teacherId).toBe('teacher-a');
  });
});
