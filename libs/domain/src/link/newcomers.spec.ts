import { tookOverOn, untrainedNewcomers } from './newcomers.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import { agreed, attended, happened, trained } from './spec-support/example-link.js';

/** Who of the class of side a is still asked to be trained, and since when. */
const asked = (...facts: Facts) =>
  untrainedNewcomers(given(...facts).link, 'a').map(({ teacherId, since }) => [teacherId, since]);
const takesOver = (teacherId = 'new', side: 'a' | 'b' = 'a') =>
  happened('2026-11-02', 'TeacherReplaced', {
    side,
    from: `teacher-${side}`,
    to: teacherId,
    linkedBefore: false,
    reasonCode: 'left',
  });
const joins = (teacherId: string) =>
  happened('2026-11-01', 'TeacherAssigned', { side: 'a', teacherId, linkedBefore: false, lead: false });
const skips = (side: 'a' | 'b') =>
  happened('2026-11-03', 'StepSkipped', { step: 'training', side, reasonCode: 'no-time' });
const enrolled = (teacherId: string, kind: 'initial-full' | 'planning-half' = 'initial-full') =>
  happened('2026-11-05', 'TeacherEnrolled', {
    side: 'a',
    teacherId,
    sessionId: 's1',
    kind,
    on: '2026-12-01',
  });
const isNew = [['new', '2026-11-02']];

describe('a teacher who took over a trained class', () => {
  it('is asked to be trained herself, since the day on which she came', () => {
    expect(asked(trained, takesOver())).toEqual(isNew);
    const { link } = given(trained, takesOver());
    expect(tookOverOn(link, 'a', 'new')).toBe('2026-11-02');
    expect(tookOverOn(link, 'b', 'new')).toBeUndefined();
  });

  it('is asked since another day when that was corrected, and not at all when it was voided', () => {
    const entry = `e${trained.length + 1}`;
    const corrected = happened('2026-11-20', 'EntryCorrected', {
      correctsEventId: entry,
      pointer: '/occurredOn',
      was: '2026-11-02',
      now: '2026-11-09',
      reasonCode: 'typing',
    });
    expect(asked(trained, takesOver(), corrected)).toEqual([['new', '2026-11-09']]);
    const voided = happened('2026-11-20', 'EntryVoided', { voidsEventId: entry, reasonCode: 'wrong-link' });
    expect(asked(trained, takesOver(), voided)).toEqual([]);
  });

  it('is no newcomer while her class waits for its training, or after it skipped it', () => {
    expect(asked(agreed, takesOver())).toEqual([]);
    expect(asked(trained, takesOver(), skips('a'))).toEqual([]);
    expect(asked(trained, takesOver(), skips('b'))).toEqual(isNew);
  });

  it('is not somebody who joined the class beside its teacher', () => {
    expect(asked(trained, joins('cover'))).toEqual([]);
    expect(asked(trained, joins('cover'), takesOver())).toEqual(isNew);
    expect(asked(trained, joins('both'), takesOver('both', 'b'))).toEqual([]);
  });

  it('is asked until she has a place of her own at an initial training', () => {
    expect(asked(trained, takesOver(), enrolled('new'))).toEqual([]);
    expect(asked(trained, takesOver(), enrolled('new', 'planning-half'))).toEqual(isNew);
    expect(asked(trained, joins('cover'), takesOver(), enrolled('cover'))).toEqual(isNew);
  });

  it('is asked until she herself attended what she needs, with this class', () => {
    const came = (kind: 'initial-full' | 'initial-half', side: 'a' | 'b' = 'a') =>
      attended(side, '2026-11-10', kind, 'new');
    expect(asked(trained, takesOver(), came('initial-full'))).toEqual([]);
    expect(asked(trained, takesOver(), came('initial-half'))).toEqual(isNew);
    expect(asked(trained, takesOver(), came('initial-full', 'b'))).toEqual(isNew);
  });
});
