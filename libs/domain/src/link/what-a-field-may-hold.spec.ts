import { given } from './spec-support/given-when-then.js';
import { agreed, happened, met, plannedMeeting, sent, trained } from './spec-support/example-link.js';
import { correct, indexOf, lastOf } from './spec-support/mendings.js';

const meeting = lastOf(met);

describe('correcting a field', () => {
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
});
