import type { CommandOf } from './commands.js';
import type { Decided } from './decided.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  agreed,
  attended,
  happened,
  issued,
  met,
  plannedMeeting,
  proposed,
  recordHeld,
  sent,
  trained,
} from './spec-support/example-link.js';

const lastOf = (history: readonly Decided[]) => `e${history.length}`;
const indexOf = (history: readonly Decided[], type: Decided['type'], nth = 0) =>
  `e${history.map((it, i) => [it.type, i + 1] as const).filter(([it]) => it === type)[nth]?.[1]}`;
const correct = (eventId: string, field: string, was: unknown, now: unknown): CommandOf<'CorrectEntry'> => ({
  type: 'CorrectEntry',
  eventId,
  field,
  was,
  now,
  reasonCode: 'typing',
});
const voids = (eventId: string, reasonCode = 'wrong-link'): CommandOf<'VoidEntry'> => ({
  type: 'VoidEntry',
  eventId,
  reasonCode,
});
const meeting = lastOf(met);

describe('correcting an entry', () => {
  it('counts with the new value from now on, and keeps the old one visible', () => {
    const { link } = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52), on('2026-11-20', { noteId: 'n1' }))
      .thenRecorded([
        'EntryCorrected',
        {
          correctsEventId: meeting,
          pointer: '/pupilsA',
          was: 27,
          now: 52,
          reasonCode: 'typing',
          noteId: 'n1',
        },
        '2026-11-23',
      ]);
    expect(link.meetings[0]).toMatchObject({ pupilsA: 52 });
    const entry = link.entries.find((it) => it.event.id === meeting);
    expect(entry?.event.data).toMatchObject({ pupilsA: 27 });
    expect(entry?.corrected?.data).toMatchObject({ pupilsA: 52 });
  });

  it('asked twice changes nothing', () => {
    const once = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after();
    once.when(correct(meeting, '/pupilsA', 27, 52)).thenNothing();
  });

  it('twice starts from the value that counts', () => {
    const once = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after();
    once
      .when(correct(meeting, '/pupilsA', 27, 25))
      .thenRefused('ENTRY_CHANGED', 'This entry says 52, not 27.');
    const twice = once.when(correct(meeting, '/pupilsA', 52, 25)).thenRecorded(['EntryCorrected']);
    expect(twice.link.meetings[0]).toMatchObject({ pupilsA: 25 });
  });

  it.each<[string, unknown, unknown]>([
    ['/riskAssessment/a', 'confirmed', 'not-confirmed'],
    ['/keyQuestions', ['Q1'], ['Q1', 'Q3']],
    ['/keyQuestions/0', 'Q1', 'Q2'],
    ['/collaborative', true, false],
    ['/mode', 'in-person', 'virtual'],
  ])('reaches %s of a meeting', (field, was, now) => {
    const { link } = given(met)
      .when(correct(meeting, field, was, now))
      .thenRecorded(['EntryCorrected', { pointer: field }]);
    expect(JSON.stringify(link.meetings[0])).toContain(JSON.stringify(now));
  });

  it.each(['/on', '/occurredOn'])('of a meeting moves its day and the day it counts on, by %s', (field) => {
    const { link } = given(met)
      .when(correct(meeting, field, '2026-11-12', '2026-11-05'))
      .thenRecorded(['EntryCorrected']);
    expect(link.meetings[0]?.on).toBe('2026-11-05');
    expect(link.reached.met).toBe('2026-11-05');
    expect(link.entries.find((it) => it.event.id === meeting)?.corrected).toMatchObject({
      occurredOn: '2026-11-05',
      data: { on: '2026-11-05' },
    });
  });

  it('moves the day on which an entry counts', () => {
    const { link } = given(trained)
      .when(correct(lastOf(trained), '/occurredOn', '2026-10-01', '2026-10-08'))
      .after();
    expect(link.reached.trained).toBe('2026-10-08');
    given(trained)
      .when(correct(lastOf(trained), '/occurredOn', '2026-10-01', '2026-10'))
      .thenRecorded(['EntryCorrected']);
  });

  it('knows the entries of this link only', () => {
    given(met)
      .when(correct('elsewhere', '/pupilsA', 1, 2))
      .thenRefused('ENTRY_NOT_FOUND', 'There is no such entry in the history of this link.');
  });

  it.each(['/pupilsC', '/riskAssessment/c', 'pupilsA', '', '/keyQuestions/length', '/venueId'])(
    'finds no field %j',
    (field) => {
      given(met)
        .when(correct(meeting, field, 1, 2))
        .thenRefused('ENTRY_FIELD_UNKNOWN', `This entry has no field ${field}.`);
    },
  );

  it.each<[string, unknown, unknown]>([
    ['/pupilsA', 27, '52'],
    ['/pupilsA', 27, -1],
    ['/pupilsA', 27, 2.5],
    ['/pupilsA', 27, null],
    ['/on', '2026-11-12', 'last week'],
    ['/on', '2026-11-12', '2026-02-30'],
    ['/occurredOn', '2026-11-12', '2026-11'],
    ['/keyQuestions', ['Q1'], ['Q9']],
    ['/keyQuestions', ['Q1'], 'Q1'],
    ['/keyQuestions', ['Q1'], [null]],
    ['/keyQuestions/0', 'Q1', 'Q9'],
    ['/riskAssessment/a', 'confirmed', 'perhaps'],
    ['/riskAssessment', { a: 'confirmed', b: 'confirmed' }, { a: 'confirmed' }],
    ['/mode', 'in-person', 'post'],
    ['/collaborative', true, 'yes'],
  ])('lets nothing into %s that cannot stand there: %j → %j', (field, was, now) => {
    given(met)
      .when(correct(meeting, field, was, now))
      .thenRefused('ENTRY_FIELD_UNKNOWN', `${JSON.stringify(now)} cannot stand in the field ${field}.`);
  });

  it('lets no words into the log', () => {
    const skip = happened('2026-11-20', 'StepSkipped', { step: 'planning', reasonCode: 'no-time' });
    const eventId = lastOf([...met, skip]);
    given(met, skip)
      .when(correct(eventId, '/reasonCode', 'no-time', 'Little Amy was ill'))
      .thenRefused('ENTRY_FIELD_UNKNOWN');
    given(met, skip)
      .when(correct(eventId, '/reasonCode', 'no-time', 'closure'))
      .thenRecorded(['EntryCorrected']);
  });

  it('lets a plan keep its form: times are times, years are school years', () => {
    const history = [...trained, plannedMeeting(1, '2026-12-03')];
    const plan = lastOf(history);
    given(history)
      .when(correct(plan, '/endsAt', '14:00', '99:99'))
      .thenRefused('ENTRY_FIELD_UNKNOWN');
    given(history)
      .when(correct(plan, '/endsAt', '14:00', '14:30'))
      .thenRecorded(['EntryCorrected']);
    given(history)
      .when(correct('e1', '/yearGroups', [4], ['four']))
      .thenRefused('ENTRY_FIELD_UNKNOWN');
    given(history)
      .when(correct('e1', '/yearGroups', [4], [4, 5]))
      .thenRecorded(['EntryCorrected']);
    given(history)
      .when(correct('e1', '/priorities', ['identity'], []))
      .thenRecorded(['EntryCorrected']);
  });

  it.each([
    ['/number', meeting, 1, 2],
    ['/urn', 'e1', '900001', '900009'],
    ['/teachers', 'e1', [{ teacherId: 'teacher-a', linkedBefore: false }], [null]],
    ['/ref', 'e3', 'BRD-2026-014', 'BRD-2026-015'],
    ['/classes/a', 'e3', 'class-a', 'class-z'],
    ['/textVersion', indexOf(agreed, 'AgreementSigned'), 'v1', 'v2'],
    ['/signerId', indexOf(agreed, 'AgreementSigned'), 'head-a', 'other'],
  ])('cannot change what the entry is about: %s', (field, eventId, was, now) => {
    given(met)
      .when(correct(eventId, field, was, now))
      .thenRefused('ENTRY_NOT_MENDABLE', `The field ${field} cannot be corrected.`, {
        nextStep: 'Void the entry and enter it again.',
      });
  });

  it('takes the codes of that very entry: means and modes differ between entries', () => {
    const signature = indexOf(agreed, 'AgreementSigned');
    given(agreed)
      .when(correct(signature, '/means', 'mailed-page', 'phone'))
      .thenRefused('ENTRY_FIELD_UNKNOWN', '"phone" cannot stand in the field /means.');
    given(agreed)
      .when(correct(signature, '/means', 'mailed-page', 'paper'))
      .thenRecorded(['EntryCorrected']);
    given(agreed)
      .when(correct(indexOf(agreed, 'ProposalAccepted'), '/means', 'conversation', 'phone'))
      .thenRecorded(['EntryCorrected']);
    const exchange = lastOf([...agreed, sent('a')]);
    given(agreed, sent('a'))
      .when(correct(exchange, '/mode', 'post', 'hand'))
      .thenRecorded(['EntryCorrected']);
    given(agreed, sent('a'))
      .when(correct(exchange, '/mode', 'post', 'virtual'))
      .thenRefused('ENTRY_FIELD_UNKNOWN');
  });

  it('cannot swap the persons of a replacement, but the dates of an assignment', () => {
    const replaced = happened('2026-10-05', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'new',
      linkedBefore: false,
      reasonCode: 'left',
    });
    given(trained, replaced)
      .when(correct(lastOf([...trained, replaced]), '/to', 'new', 'other'))
      .thenRefused('ENTRY_NOT_MENDABLE', 'The field /to cannot be corrected.');
    const assigned = happened('2026-10-05', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'new',
      linkedBefore: false,
      lead: false,
      to: '2027-03-31',
    });
    given(trained, assigned)
      .when(correct(lastOf([...trained, assigned]), '/to', '2027-03-31', '2027-04-30'))
      .thenRecorded(['EntryCorrected']);
  });

  it('still has to be possible', () => {
    given(met)
      .when(correct(meeting, '/pupilsA', 27, 201))
      .thenRefused('PUPIL_NUMBERS', 'The number of pupils has to be a whole number from 0 to 200.');
    given(met)
      .when(correct(meeting, '/on', '2026-11-12', '2026-11-24'))
      .thenRefused('DATE_IN_FUTURE', 'The meeting is on 24 November; it can be recorded from that day.');
    const history = [...trained, plannedMeeting(1, '2026-12-03')];
    given(history)
      .when(correct(lastOf(history), '/endsAt', '14:00', '09:00'))
      .thenRefused('END_BEFORE_START', 'The meeting has to end after it starts.');
  });
});

describe('voiding an entry', () => {
  it('undoes what followed from it, and keeps it readable', () => {
    const { link, history } = given(met)
      .when(voids(meeting), on('2026-11-20', { noteId: 'n1' }))
      .thenRecorded(['EntryVoided', { voidsEventId: meeting, reasonCode: 'wrong-link', noteId: 'n1' }]);
    expect(link.reached.met).toBeUndefined();
    expect(link.meetings).toEqual([]);
    expect(link.entries.find((it) => it.event.id === meeting)?.voided).toBe(true);
    given(history).when(voids(meeting)).thenNothing();
    given(history)
      .when(voids(meeting, 'double'))
      .thenRefused('ENTRY_VOIDED', 'This entry was voided before.');
    given(history)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .thenRefused('ENTRY_VOIDED', 'This entry was voided before.');
  });

  it('leaves the plan of a voided meeting, which can be held anew', () => {
    const { link, history } = given(trained, plannedMeeting(1, '2026-11-12'))
      .when(recordHeld())
      .after()
      .when(voids(`e${trained.length + 2}`))
      .after();
    expect(link.meetings).toMatchObject([{ status: 'planned' }]);
    given(history)
      .when(recordHeld({ on: '2026-11-13' }))
      .thenRecorded(['MeetingHeld']);
  });

  it('may itself be voided: then the entry counts again', () => {
    const once = given(met).when(voids(meeting)).after();
    const restored = once.when(voids(lastOf(once.history))).thenRecorded(['EntryVoided']);
    expect(restored.link.reached.met).toBe('2026-11-12');
    restored.when(voids(meeting, 'double')).thenRecorded(['EntryVoided']);
  });

  it('of a correction brings the earlier value back', () => {
    const once = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after();
    const { link } = once.when(voids(lastOf(once.history))).after();
    expect(link.meetings[0]).toMatchObject({ pupilsA: 27 });
  });

  it('of the first of two corrections leaves the second', () => {
    const twice = given(met)
      .when(correct(meeting, '/pupilsA', 27, 52))
      .after()
      .when(correct(meeting, '/pupilsA', 52, 25))
      .after();
    const { link } = twice.when(voids(`e${met.length + 1}`)).after();
    expect(link.meetings[0]).toMatchObject({ pupilsA: 25 });
  });

  it('never takes the proposal itself away', () => {
    for (const eventId of ['e1', 'e3']) {
      given(proposed)
        .when(voids(eventId))
        .thenRefused('ENTRY_NOT_MENDABLE', 'The proposal itself cannot be voided.');
    }
  });

  it('knows the entries of this link only', () => {
    given(met).when(voids('elsewhere')).thenRefused('ENTRY_NOT_FOUND');
  });

  it('is refused when what came later would have been impossible', () => {
    given(issued)
      .when(voids(indexOf(issued, 'ProposalAccepted')))
      .thenRefused('LINK_NOT_BROKERED', 'Both headteachers have to say yes before the agreement is sent.');
    given(agreed)
      .when(voids(indexOf(agreed, 'AgreementIssued')))
      .thenRefused('AGREEMENT_NOT_ISSUED', 'No agreement has been sent to this school yet.');
    const completed = [
      ...met,
      sent('a', '2026-11-20', 'goodbye'),
      happened('2026-11-21', 'LinkCompleted', { meetingsHeld: 1 }),
    ];
    given(completed)
      .when(voids(indexOf(completed, 'WorkExchanged')))
      .thenRefused('GOODBYE_MISSING');
    given(completed)
      .when(voids(indexOf(completed, 'AgreementSigned')))
      .thenRefused('LINK_NOT_AGREED');
  });

  it('of one training keeps what another one gives', () => {
    const { link } = given(trained, attended('b', '2026-10-15'))
      .when(voids(indexOf(trained, 'TrainingAttended', 1)))
      .after();
    expect(link.reached.trained).toBe('2026-10-15');
  });
});
