import { awaitedIn } from './awaited.js';
import { lostContactsOf } from './contacts.js';
import { tasksOf, tasksOn } from './link-tasks.js';
import { flagsOf } from './flags.js';
import { given, on } from './spec-support/given-when-then.js';
import { agreed, happened, issued, trained } from './spec-support/example-link.js';

const newHead = { type: 'ChangeHeadteacher', side: 'a', headId: 'head-new' } as const;
const lose = { type: 'LoseContact', side: 'b', personId: 'teacher-b' } as const;
const restore = { ...lose, type: 'RestoreContact' } as const;
const lost = happened('2026-11-20', 'ContactLost', { side: 'b', personId: 'teacher-b' });

describe('a new headteacher', () => {
  it('leaves the signature of the one before as it is', () => {
    const { link } = given(agreed)
      .when(newHead, on('2026-11-01', { noteId: 'n1' }))
      .thenRecorded(['HeadteacherChanged', { side: 'a', headId: 'head-new', from: 'head-a', noteId: 'n1' }]);
    expect(link.agreement.a).toMatchObject({ status: 'signed', signerId: 'head-a' });
    expect(link.sides.a).toMatchObject({
      headId: 'head-new',
      newHead: { on: '2026-11-01', before: 'head-a' },
    });
  });

  it('is sent what nobody has signed yet, today, whatever day she came', () => {
    given(issued)
      .when(newHead, on('2026-11-01'))
      .thenRecorded(
        ['HeadteacherChanged', {}, '2026-11-01'],
        ['AgreementIssued', { side: 'a', textVersion: 'v1', documentHash: 'hash' }, '2026-11-23'],
      );
  });

  it('is sent it also when the class was confirmed since', () => {
    const confirmed = happened('2026-09-10', 'ClassConfirmed', {
      side: 'a',
      classNameId: 'name-a',
      yearGroups: [4],
      pupilCount: 28,
      teachers: [],
    });
    given(issued, confirmed)
      .when(newHead, on('2026-11-01'))
      .thenRecorded(['HeadteacherChanged'], ['AgreementIssued', { side: 'a', textVersion: 'v1' }]);
  });

  it('asked twice changes nothing', () => {
    const { history } = given(agreed).when(newHead).after();
    given(history).when(newHead).thenNothing();
  });

  it('may be corrected in its day, and is voided when it was somebody else', () => {
    const { history } = given(agreed).when(newHead, on('2026-11-01')).after();
    const entry = `e${history.length}`;
    const correct = (field: string, was: string, now: string) =>
      given(history).when({
        type: 'CorrectEntry',
        eventId: entry,
        field,
        was,
        now,
        reasonCode: 'typing-error',
      });
    correct('/occurredOn', '2026-11-01', '2026-11-02').thenRecorded(['EntryCorrected']);
    correct('/from', 'head-a', 'head-b').thenRefused('ENTRY_NOT_MENDABLE');
  });
});

describe('a person who cannot be reached', () => {
  it('flags the link and asks to phone the school', () => {
    const { link } = given(agreed)
      .when(lose, on('2026-11-20'))
      .thenRecorded(['ContactLost', { side: 'b', personId: 'teacher-b' }, '2026-11-20']);
    expect(flagsOf(link, '2026-09-10')).toEqual(['contact-lost']);
    expect(tasksOn(tasksOf(link), '2026-11-20')).toContainEqual(
      expect.objectContaining({ kind: 'contact-lost', personId: 'teacher-b', role: 'teacher' }),
    );
  });

  it('is not called about what is due: the head is', () => {
    const { link } = given(agreed, lost);
    expect(awaitedIn(link, 'exchange', '2026-11-30').find(({ side }) => side === 'b')).toEqual({
      side: 'b',
      personId: 'head-b',
      role: 'headteacher',
    });
  });

  it('is one of this side, and lost once', () => {
    given(agreed, lost).when(lose).thenNothing();
    given(agreed)
      .when({ ...lose, side: 'a' })
      .thenRefused('PERSON_NOT_IN_LINK', 'This person is neither headteacher nor teacher of this side.');
  });

  it('is reached again, or replaced', () => {
    const { link } = given(agreed, lost).when(restore).thenRecorded(['ContactRestored']);
    expect(lostContactsOf(link)).toEqual([]);
    given(agreed).when(restore).thenNothing();
    const to = { teacherId: 'new', linkedBefore: false };
    const replaced = given(agreed, lost)
      .when({ type: 'ReplaceTeacher', side: 'b', from: 'teacher-b', to, reasonCode: 'left' })
      .after();
    expect(flagsOf(replaced.link, '2026-09-10')).toEqual([]);
  });
});

describe('a teacher who takes over a class that is trained', () => {
  const replace = (linkedBefore: boolean) =>
    ({
      type: 'ReplaceTeacher',
      side: 'a',
      from: 'teacher-a',
      to: { teacherId: 'new', linkedBefore },
      reasonCode: 'leave',
    }) as const;
  const newcomers = (link: Parameters<typeof tasksOf>[0]) =>
    tasksOf(link).filter(({ kind }) => kind === 'new-teacher-training');

  it.each([
    [true, 'initial-half'],
    [false, 'initial-full'],
  ] as const)(
    'is asked for her own training (linked before: %s), and the link stays trained',
    (before, needs) => {
      const { link } = given(trained).when(replace(before), on('2026-11-02')).after();
      expect(newcomers(link)).toMatchObject([{ personId: 'new', needs, from: '2026-11-02' }]);
      expect(link.reached.trained).toBe('2026-10-01');
    },
  );

  it('is no more once she was trained or has a place', () => {
    const { link, history } = given(trained).when(replace(true), on('2026-11-02')).after();
    expect(newcomers(link)).toHaveLength(1);
    const attended = { side: 'a', teacherId: 'new', kind: 'initial-half', minutes: 180 } as const;
    expect(newcomers(given(history, happened('2026-11-10', 'TrainingAttended', attended)).link)).toEqual([]);
    const place = {
      side: 'a',
      teacherId: 'new',
      sessionId: 's',
      kind: 'initial-half',
      on: '2026-12-01',
    } as const;
    expect(newcomers(given(history, happened('2026-11-10', 'TeacherEnrolled', place)).link)).toEqual([]);
  });
});
