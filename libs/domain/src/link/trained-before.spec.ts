import { given } from './spec-support/given-when-then.js';
import { attended, brokered, happened, trained } from './spec-support/example-link.js';
import { trainedBefore } from './trained-before.js';

const named = (teacherId: string) =>
  happened('2027-02-20', 'ClassConfirmed', {
    side: 'a',
    classNameId: 'name-a',
    yearGroups: [4],
    pupilCount: 28,
    teachers: [{ teacherId, linkedBefore: false }],
  });
const before = given(trained).link;

describe('the training of a teacher whose class goes on in another link', () => {
  it('is found where she attended it, until it is recorded where she is now', () => {
    const { link } = given(brokered);
    expect(trainedBefore(link, before)).toMatchObject([
      { side: 'a', teacherId: 'teacher-a', record: { kind: 'initial-full', on: '2026-10-01', minutes: 300 } },
      { side: 'b', teacherId: 'teacher-b' },
    ]);
    const recorded = given(brokered, attended('a'), attended('b')).link;
    expect(trainedBefore(recorded, before)).toEqual([]);
  });

  it('is nobody else’s', () => {
    expect(trainedBefore(given(brokered, named('teacher-c')).link, before)).toMatchObject([
      { teacherId: 'teacher-b' },
    ]);
  });

  it('is no evidence when it is not the training that she needs', () => {
    const halfDays = [
      attended('a', '2026-10-01', 'initial-half'),
      attended('b', '2026-10-01', 'initial-half'),
    ];
    const old = given(brokered, halfDays).link;
    // The teacher of side b has linked before.
    expect(trainedBefore(given(brokered).link, old)).toMatchObject([
      { teacherId: 'teacher-b', record: { kind: 'initial-half' } },
    ]);
  });
});
