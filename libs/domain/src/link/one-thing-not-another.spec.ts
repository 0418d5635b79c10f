import type { LinkCommand } from './commands.js';
import type { Decided } from './decided.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  accepted,
  agreed,
  attend,
  attended,
  brokered,
  happened,
  heldMeeting,
  issued,
  issuedTo,
  met,
  plannedMeeting,
  planMeeting,
  proposed,
  proposeExample,
  recordHeld,
  sent,
  trained,
} from './spec-support/example-link.js';

/** Facts that resemble what is asked, and are not it. */
const enrolled = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a') =>
  happened('2026-09-20', 'TeacherEnrolled', {
    side,
    teacherId,
    sessionId,
    kind: 'initial-full',
    on: '2026-12-01',
  });
const came = (teacherId: string, sessionId: string, side: 'a' | 'b' = 'a', minutes = 300) =>
  happened('2026-10-01', 'TrainingAttended', { side, teacherId, kind: 'initial-full', minutes, sessionId });
const voided = (history: readonly Decided[]) =>
  happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${history.length}`, reasonCode: 'wrong-link' });
const day = on('2026-10-01');

describe('a proposal', () => {
  it('of the same first class with another second one is another link', () => {
    given(proposed)
      .when({ ...proposeExample, b: { ...proposeExample.b, classId: 'class-c' } }, on('2026-06-01'))
      .thenRefused('STEP_ALREADY_DONE');
  });

  it('may be of one school when it is an in-school link, of two when it is not', () => {
    const inSchool = {
      ...proposeExample,
      kind: 'in-school',
      b: { ...proposeExample.b, urn: proposeExample.a.urn },
    } as const;
    given()
      .when(inSchool, on('2026-06-01'))
      .thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed', { kind: 'in-school' }]);
  });

  it('needs no reason for a distance when either the distance or the limit is not known', () => {
    const { surroundings } = proposeExample;
    const far = (change: object) =>
      given().when({ ...proposeExample, surroundings: { ...surroundings, ...change } }, on('2026-06-01'));
    far({ distanceLimitKm: 5 }).thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed']);
    far({ distanceKm: 40 }).thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed']);
  });

  it('takes the reason for the very rule that is broken', () => {
    const { surroundings } = proposeExample;
    const command = { ...proposeExample, surroundings: { ...surroundings, linkedBeforeRef: 'BRD-2024-003' } };
    given()
      .when(command, on('2026-06-01', { overrides: [{ rule: 'distance-limit', reasonCode: 'asked-for' }] }))
      .thenRefused('REASON_REQUIRED');
  });
});

describe('a note', () => {
  it('goes with the first of two facts, since it was said once', () => {
    const { history } = given(proposed)
      .when({ type: 'Broker' }, on('2026-06-10', { noteId: 'n1' }))
      .after();
    expect(history.filter(({ data }) => 'noteId' in data).map(({ data }) => data)).toEqual([
      expect.objectContaining({ side: 'a', noteId: 'n1' }),
    ]);
    const both = given(brokered)
      .when(
        { type: 'IssueAgreement', textVersion: 'v1', documentHash: 'h' },
        on('2026-09-01', { noteId: 'n1' }),
      )
      .after();
    expect(both.history.filter(({ data }) => 'noteId' in data)).toHaveLength(1);
  });

  it('is nowhere when nothing was said', () => {
    const { history } = given(agreed).when(attend('a'), day).after();
    expect(history.some(({ data }) => 'noteId' in data)).toBe(false);
  });
});

describe('a place at training', () => {
  const enrol: LinkCommand = {
    type: 'EnrolTeacher',
    side: 'a',
    teacherId: 'teacher-a',
    sessionId: 's1',
    kind: 'initial-full',
    on: '2026-12-01',
  };
  const giveUp: LinkCommand = {
    type: 'WithdrawEnrolment',
    side: 'a',
    teacherId: 'teacher-a',
    sessionId: 's1',
  };

  it.each([
    ['of another teacher', enrolled('cover', 's1')],
    ['in another session', enrolled('teacher-a', 's2')],
    ['on the other side', enrolled('teacher-a', 's1', 'b')],
  ])('%s is not hers', (_, other) => {
    given(agreed, other)
      .when(enrol)
      .thenRecorded(['TeacherEnrolled', { teacherId: 'teacher-a', sessionId: 's1' }]);
    given(agreed, other).when(giveUp).thenNothing();
  });

  it('of another teacher, or in another session, of a closed link is asked for in vain', () => {
    const closed = happened('2026-10-20', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'signed',
    });
    given(agreed, enrolled('cover', 's1'), closed).when(enrol).thenRefused('LINK_CLOSED');
    given(agreed, enrolled('teacher-a', 's2'), closed).when(enrol).thenRefused('LINK_CLOSED');
    given(agreed, enrolled('cover', 's9'), enrolled('teacher-a', 's1'), closed).when(enrol).thenNothing();
    given(agreed, enrolled('teacher-a', 's1'), closed).when(planMeeting()).thenRefused('LINK_CLOSED');
  });
});

describe('a training', () => {
  const miss: LinkCommand = {
    type: 'RecordTrainingMissed',
    side: 'a',
    teacherId: 'teacher-a',
    kind: 'initial-full',
    reasonCode: 'ill',
  };

  it('of another teacher or of another kind on that day is not hers', () => {
    const cover = happened('2026-09-20', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: false,
      lead: false,
    });
    given(agreed, cover, attended('a', '2026-10-01', 'initial-full', 'cover'))
      .when(attend('a'), day)
      .thenRecorded(['TrainingAttended', { teacherId: 'teacher-a' }]);
    given(agreed, attended('a', '2026-10-01', 'planning-half'))
      .when(attend('a'), day)
      .thenRecorded(['TrainingAttended', { kind: 'initial-full' }]);
    given(agreed, enrolled('teacher-a', 's1'))
      .when(attend('a'), on('2026-12-01'))
      .thenRecorded(['TrainingAttended']);
  });

  it('of a stranger is not missed', () => {
    given(agreed)
      .when({ ...miss, teacherId: 'stranger' }, day)
      .thenRefused('TEACHER_NOT_IN_LINK');
  });

  it('with other minutes in the register of the same session takes the place of what it said', () => {
    const history = [...agreed, came('teacher-a', 's1')];
    given(history)
      .when(attend('a', { sessionId: 's1', minutes: 150 }), day)
      .thenRecorded(
        ['EntryVoided', { voidsEventId: `e${history.length}`, reasonCode: 'register-corrected' }],
        ['TrainingAttended', { minutes: 150, sessionId: 's1' }],
      );
    given(history)
      .when(attend('a', { sessionId: 's2', minutes: 150 }), day)
      .thenRefused('TRAINING_RECORDED_DIFFERENTLY');
    given(agreed, attended('a'))
      .when(attend('a', { minutes: 150 }), day)
      .thenRefused('TRAINING_RECORDED_DIFFERENTLY');
  });

  it('that the register takes back is hers, of this session and side, and stands', () => {
    const cover = happened('2026-09-20', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: false,
      lead: false,
    });
    const both = happened('2026-09-21', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'teacher-a',
      linkedBefore: false,
      lead: false,
    });
    const stands = [...agreed, cover, both, came('teacher-a', 's1')];
    const history = [
      ...stands,
      came('cover', 's1'),
      came('teacher-a', 's1', 'b'),
      happened('2026-10-08', 'TrainingAttended', {
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'planning-half',
        minutes: 150,
        sessionId: 's2',
      }),
      enrolled('teacher-a', 's3'),
    ];
    given(history)
      .when({ ...miss, sessionId: 's1' }, day)
      .thenRecorded(['EntryVoided', { voidsEventId: `e${stands.length}` }], ['TrainingMissed']);
    const anew = [...stands, voided(stands), came('teacher-a', 's1', 'a', 200)];
    const last = [
      ...anew,
      happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${anew.length}`, reasonCode: 'x' }),
      came('teacher-a', 's1'),
    ];
    given(last)
      .when({ ...miss, sessionId: 's1' }, day)
      .thenRecorded(['EntryVoided', { voidsEventId: `e${last.length}` }], ['TrainingMissed']);
  });

  it('that the register said was missed may be attended after all', () => {
    const history = [
      ...agreed,
      happened('2026-10-01', 'TrainingMissed', {
        side: 'a',
        teacherId: 'teacher-a',
        kind: 'initial-full',
        reasonCode: 'ill',
        sessionId: 's1',
      }),
    ];
    given(history)
      .when(attend('a', { sessionId: 's1' }), day)
      .thenRecorded(['EntryVoided', { voidsEventId: `e${history.length}` }], ['TrainingAttended']);
  });
});

describe('a meeting', () => {
  const planned = [...trained, plannedMeeting(1, '2026-12-03')];
  const move = (change: object): LinkCommand => ({
    type: 'RescheduleMeeting',
    number: 1,
    on: '2026-12-03',
    startsAt: '10:00',
    endsAt: '14:00',
    reasonCode: 'coach',
    ...change,
  });

  it('is moved by another day, beginning or end; the same again is no move', () => {
    given(planned).when(move({})).thenNothing();
    given(planned)
      .when(move({ on: '2026-12-04' }))
      .thenRecorded(['MeetingRescheduled', { on: '2026-12-04' }]);
    given(planned)
      .when(move({ startsAt: '09:00' }))
      .thenRecorded(['MeetingRescheduled', { startsAt: '09:00' }]);
    given(planned)
      .when(move({ endsAt: '15:00' }))
      .thenRecorded(['MeetingRescheduled', { endsAt: '15:00' }]);
    given(planned)
      .when(move({ endsAt: '10:00' }))
      .thenRefused('END_BEFORE_START');
  });

  it('that is online needs no place', () => {
    given(trained)
      .when(planMeeting({ number: 2, mode: 'virtual', venueId: undefined, venue: undefined }))
      .thenRecorded(['MeetingPlanned', { mode: 'virtual' }]);
  });

  it('was where it was planned, unless it is said or was online', () => {
    const place = (change: object) => {
      const { history } = given(planned)
        .when(recordHeld({ on: '2026-11-12', ...change }))
        .after();
      const { venueId, hostSide } = history.at(-1)!.data as { venueId?: string; hostSide?: string };
      return { venueId, hostSide };
    };
    expect(place({})).toEqual({ venueId: 'cartwright-hall', hostSide: undefined });
    expect(place({ venueId: 'library' })).toEqual({ venueId: 'library', hostSide: undefined });
    expect(place({ hostSide: 'b' })).toEqual({ venueId: undefined, hostSide: 'b' });
    expect(place({ mode: 'virtual' })).toEqual({ venueId: undefined, hostSide: undefined });
  });
});

describe('a step that is skipped', () => {
  const skip = (step: 'training' | 'exchange' | 'planning', side?: 'a' | 'b'): LinkCommand => ({
    type: 'SkipStep',
    step,
    reasonCode: 'no-time',
    ...(side === undefined ? {} : { side }),
  });

  it('may be the training of both while one side alone was trained', () => {
    given(agreed, attended('a'))
      .when(skip('training'))
      .thenRecorded(['StepSkipped', { step: 'training' }]);
    given(agreed, attended('b'))
      .when(skip('training'))
      .thenRecorded(['StepSkipped', { step: 'training' }]);
    given(agreed, attended('b'))
      .when(skip('training', 'a'))
      .thenRecorded(['StepSkipped', { side: 'a' }]);
    given(trained).when(skip('training', 'a')).thenRefused('STEP_ALREADY_DONE');
  });

  it('may be what the other side sent', () => {
    given(agreed, sent('b'))
      .when(skip('exchange', 'a'))
      .thenRecorded(['StepSkipped', { side: 'a' }]);
  });

  it('may be a planning half-day that a teacher missed', () => {
    const missed = happened('2027-01-20', 'TrainingMissed', {
      side: 'a',
      teacherId: 'teacher-a',
      kind: 'planning-half',
      reasonCode: 'ill',
    });
    given(agreed, missed)
      .when(skip('planning'), on('2027-02-01'))
      .thenRecorded(['StepSkipped', { step: 'planning' }]);
  });
});

describe('a person of a link', () => {
  const lose = (personId: string): LinkCommand => ({ type: 'LoseContact', side: 'b', personId });
  const restore = (personId: string): LinkCommand => ({ type: 'RestoreContact', side: 'b', personId });

  it('is lost and found again by herself, headteacher or teacher', () => {
    const { history } = given(agreed).when(lose('teacher-b')).after();
    given(history)
      .when(lose('head-b'))
      .thenRecorded(['ContactLost', { personId: 'head-b' }]);
    given(history).when(restore('head-b')).thenNothing();
    given(history)
      .when(restore('teacher-b'))
      .thenRecorded(['ContactRestored', { personId: 'teacher-b' }]);
    given(agreed).when(lose('head-a')).thenRefused('PERSON_NOT_IN_LINK');
  });

  it('who comes as head gets the last text of her own school that stands', () => {
    const history = [
      ...issued,
      issuedTo('a', '2026-09-03', 'v2'),
      issuedTo('b', '2026-09-04', 'v3'),
      sent('a'),
    ];
    given(history)
      .when({ type: 'ChangeHeadteacher', side: 'a', headId: 'head-new' }, on('2026-11-01'))
      .thenRecorded(['HeadteacherChanged'], ['AgreementIssued', { side: 'a', textVersion: 'v2' }]);
    const taken = [...issued, issuedTo('a', '2026-09-03', 'v2')];
    given(taken, voided(taken))
      .when({ type: 'ChangeHeadteacher', side: 'a', headId: 'head-new' }, on('2026-11-01'))
      .thenRecorded(['HeadteacherChanged'], ['AgreementIssued', { side: 'a', textVersion: 'v1' }]);
  });

  it('who takes over replaces the teacher that is named, and no other', () => {
    const cover = happened('2026-10-01', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: true,
      lead: false,
    });
    const replace = (from: string, to: string): LinkCommand => ({
      type: 'ReplaceTeacher',
      side: 'a',
      from,
      to: { teacherId: to, linkedBefore: false },
      reasonCode: 'left',
    });
    const { history } = given(agreed, cover).when(replace('cover', 'new')).after();
    given(history).when(replace('cover', 'new')).thenNothing();
    given(history).when(replace('teacher-a', 'new')).thenRefused('TEACHER_ALREADY_ASSIGNED');
    given(history).when(replace('cover', 'another')).thenRefused('TEACHER_NOT_IN_LINK');
  });

  it('shares the lead, or stays from one day to another, one day being enough', () => {
    const assign = (change: object): LinkCommand => ({
      type: 'AssignTeacher',
      side: 'a',
      teacher: { teacherId: 'cover', linkedBefore: true },
      lead: true,
      ...change,
    });
    const shared = given(agreed)
      .when(assign({ jobShare: true }))
      .thenRecorded(
        ['TeacherAssigned', { jobShare: true, lead: true }],
        ['TrainingRequirementSet', { kind: 'initial-half', basis: 'linked-before' }],
      );
    shared.when(assign({ jobShare: true })).thenNothing();
    shared.when(assign({})).thenRecorded(['TeacherAssigned', { lead: true }]);
    const alone = given(agreed)
      .when(assign({ jobShare: false }))
      .after();
    expect(alone.history.some(({ data }) => 'jobShare' in data)).toBe(false);
    const oneDay = given(agreed)
      .when(assign({ from: '2026-12-01', to: '2026-12-01', lead: false }))
      .after();
    oneDay.when(assign({ from: '2026-12-01', to: '2026-12-01', lead: false })).thenNothing();
    oneDay
      .when(assign({ from: '2026-12-01', to: '2026-12-02', lead: false }))
      .thenRecorded(['TeacherAssigned', { to: '2026-12-02' }]);
  });
});

describe('a class', () => {
  const confirm = (side: 'a' | 'b'): LinkCommand => ({
    type: 'ConfirmClass',
    side,
    classNameId: `name-${side}`,
    yearGroups: [4],
    pupilCount: side === 'a' ? 28 : 30,
    teachers: [],
    sameName: true,
  });

  it('is confirmed for its own side', () => {
    const { history } = given(agreed)
      .when(confirm('b'))
      .thenRecorded(['ClassConfirmed', { side: 'b' }]);
    given(history).when(confirm('b')).thenNothing();
    given(history)
      .when(confirm('a'))
      .thenRecorded(['ClassConfirmed', { side: 'a' }]);
  });

  it('has new details only where they are new', () => {
    const change = (details: object): LinkCommand => ({ type: 'ChangeClassDetails', side: 'a', ...details });
    const { history } = given(agreed)
      .when(change({ classNameId: 'name-new', yearGroups: [4], pupilCount: 28 }))
      .after();
    expect(history.at(-1)!.data).toEqual({ side: 'a', classNameId: 'name-new' });
    const years = given(agreed)
      .when(change({ yearGroups: [4, 5] }))
      .after();
    expect(years.history.at(-1)!.data).toEqual({ side: 'a', yearGroups: [4, 5] });
    given(agreed)
      .when(change({ yearGroups: [4], pupilCount: 28, classNameId: 'name-a' }))
      .thenNothing();
  });
});

describe('an entry that is voided', () => {
  const voids = (eventId: string, reasonCode: string): LinkCommand => ({
    type: 'VoidEntry',
    eventId,
    reasonCode,
  });

  it('is voided again with the same reason only, by whichever entry voided it', () => {
    const meeting = `e${met.length}`;
    const history = [
      ...met,
      happened('2026-11-20', 'EntryVoided', { voidsEventId: meeting, reasonCode: 'wrong-link' }),
    ];
    const other = [
      ...history,
      attended('a', '2026-11-02', 'planning-half'),
      happened('2026-11-21', 'EntryVoided', {
        voidsEventId: `e${history.length + 1}`,
        reasonCode: 'wrong-day',
      }),
      sent('a'),
    ];
    given(other).when(voids(meeting, 'wrong-link')).thenNothing();
    given(other).when(voids(meeting, 'wrong-day')).thenRefused('ENTRY_VOIDED');
  });
});

describe('what a school said', () => {
  it('no to a link that was withdrawn, or to another partner, is no repetition', () => {
    const no: LinkCommand = {
      type: 'DeclineProposal',
      side: 'a',
      reasonCode: 'no-time',
      wantsOtherPartner: true,
    };
    const declined = given(proposed).when(no, on('2026-06-11')).after();
    declined.when(no, on('2026-06-12')).thenNothing();
    declined
      .when({ ...no, wantsOtherPartner: false }, on('2026-06-12'))
      .thenRefused('LINK_CLOSED', 'This link is closed: not formed on 11 June.', {
        nextStep: 'If it was closed by mistake, void that entry.',
      });
    given(met)
      .when({ type: 'Withdraw', side: 'both', reasonCode: 'staffing' })
      .thenRecorded(['LinkWithdrawn', { side: 'both' }]);
    declined.when({ type: 'Withdraw', side: 'a', reasonCode: 'no-time' }).thenRefused('LINK_CLOSED');
    given(agreed)
      .when({ type: 'Withdraw', side: 'a', reasonCode: 'no-time' })
      .after()
      .when(no)
      .thenRefused('LINK_CLOSED');
  });

  it('is recorded late until 31 October, and no longer', () => {
    const closed = given(met).when({ type: 'Withdraw', side: 'b', reasonCode: 'staffing' }).after();
    const late = on('2027-05-01', { today: '2027-11-01' });
    closed
      .when(recordHeld({ number: 2, on: '2027-05-01' }), late)
      .thenRefused('LINK_CLOSED', 'This link is closed and took late entries until 31 October.');
    closed
      .when(recordHeld({ number: 2, on: '2027-05-01' }), on('2027-05-01', { today: '2027-10-31' }))
      .thenRecorded(['MeetingHeld']);
  });

  it('yes on another day than today or its own is other content', () => {
    const yes: LinkCommand = { type: 'AcceptProposal', side: 'a', means: 'conversation' };
    given(proposed, accepted('a')).when(yes).thenNothing();
    given(proposed, accepted('a')).when(yes, on('2026-06-10')).thenNothing();
    given(proposed, accepted('a')).when(yes, on('2026-06-11')).thenRefused('ALREADY_ANSWERED');
  });
});

describe('a school that goes on as another', () => {
  const succeed = (side: 'a' | 'b'): LinkCommand => ({
    type: 'SucceedSchool',
    side,
    to: '149210',
    successors: ['149210'],
  });

  it('does so on its day, which is not before the link was proposed', () => {
    given(proposed)
      .when(succeed('a'), on('2026-09-01'))
      .thenRecorded(['SchoolSucceeded', { on: '2026-09-01' }, '2026-09-01']);
    given(proposed)
      .when(succeed('b'), on('2026-06-01'))
      .thenRecorded(['SchoolSucceeded', { side: 'b', from: '900002' }, '2026-06-01']);
  });
});

describe('a milestone', () => {
  it('is that of training when a teacher of each side attended', () => {
    const missed = happened('2026-10-01', 'TrainingMissed', {
      side: 'b',
      teacherId: 'teacher-b',
      kind: 'initial-full',
      reasonCode: 'ill',
    });
    expect(given(agreed, attended('a'), missed).link.reached.trained).toBeUndefined();
    expect(given(agreed, attended('a'), attended('a', '2026-10-08')).link.reached.trained).toBeUndefined();
    const cover = happened('2026-10-02', 'TeacherAssigned', {
      side: 'b',
      teacherId: 'stranger',
      linkedBefore: false,
      lead: false,
    });
    expect(
      given(agreed, cover, attended('a'), attended('b', '2026-10-08', 'initial-half', 'stranger')).link
        .reached.trained,
    ).toBeUndefined();
  });

  it('is that of the celebration when the goodbye was said and the celebration was held or skipped', () => {
    const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-05', 'goodbye')];
    const work = [sent('a', '2027-06-01'), sent('b', '2027-06-01')];
    const skipped = (step: 'celebration' | 'training', on: string) =>
      happened(on, 'StepSkipped', { step, reasonCode: 'no-time' });
    const reached = (...facts: readonly Decided[]) => given(met, facts).link.reached.celebrated;
    expect(reached(...goodbye)).toBeUndefined();
    expect(reached(...work, heldMeeting(4, '2027-07-01'))).toBeUndefined();
    expect(reached(...work, ...goodbye, heldMeeting(4, '2027-07-01'))).toBe('2027-07-02');
    expect(reached(...work, ...goodbye, skipped('training', '2027-01-01'))).toBeUndefined();
    expect(reached(...goodbye, skipped('training', '2027-01-01'), skipped('celebration', '2027-07-09'))).toBe(
      '2027-07-09',
    );
  });

  it('of the visits waits for both', () => {
    expect(given(met, heldMeeting(2, '2027-03-01')).link.reached.visited).toBeUndefined();
    expect(given(met, heldMeeting(3, '2027-03-01')).link.reached.visited).toBeUndefined();
  });
});
