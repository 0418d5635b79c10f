import type { Occasion } from './commands.js';
import { missingIn } from './gaps.js';
import { meetingsHeld } from './link.js';
import { meetingAppointments } from './meeting-appointments.js';
import { given, on } from './spec-support/given-when-then.js';
import {
  agreed,
  happened,
  heldMeeting,
  issued,
  met,
  plannedMeeting,
  proposed,
  recordHeld,
  sent,
  sign,
  trained,
} from './spec-support/example-link.js';

const close = (reasonCode?: string) =>
  ({ type: 'CloseIncomplete', ...(reasonCode === undefined ? {} : { reasonCode }) }) as const;
const complete = { type: 'Complete' } as const;
const july31 = on('2027-07-31');
const october = (day: number): Occasion => on(`2027-10-${day}`);
const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-02', 'goodbye')];
const skipped = happened('2027-07-02', 'StepSkipped', { step: 'celebration', reasonCode: 'not-planned' });
const closed = happened('2027-07-31', 'LinkClosedIncomplete', { missing: ['visit-3'] });

describe('closing a link incomplete', () => {
  it('says what was missing, and keeps the stage', () => {
    const { link, history } = given(met, heldMeeting(2, '2027-03-01'))
      .when(close('no-time'), july31)
      .thenRecorded(['LinkClosedIncomplete', { missing: ['visit-3', 'goodbye'], reasonCode: 'no-time' }]);
    expect(link).toMatchObject({ outcome: 'closed-incomplete', closedOn: '2027-07-31' });
    expect(link.reached.met).toBe('2026-11-12');
    given(history).when(close('no-time'), july31).thenNothing();
    given(history).when(close(), july31).thenNothing();
    given(history)
      .when(close('cost'), july31)
      .thenRefused('LINK_CLOSED', 'This link is closed: closed incomplete on 31 July.');
  });

  it.each([
    ['a proposal', proposed, 'brokering,agreement,training,first-meeting,visit-2,visit-3,goodbye'],
    ['a signed link', agreed, 'training,first-meeting,visit-2,visit-3,goodbye'],
    ['a trained link', trained, 'first-meeting,visit-2,visit-3,goodbye'],
    [
      'a celebration that nobody recorded',
      [...met, ...goodbye, plannedMeeting(4, '2027-07-08')],
      'visit-2,visit-3,celebration',
    ],
  ])('of %s names each missing step once', (_, facts, missing) => {
    given(facts)
      .when(close(), july31)
      .thenRecorded(['LinkClosedIncomplete', { missing: missing.split(',') }]);
  });

  it('names a signature that was taken back although its milestone was reached', () => {
    const facts = [
      ...met,
      happened('2026-12-01', 'AgreementRevoked', { side: 'b', reasonCode: 'staff-changes' }),
    ];
    given(facts)
      .when({ type: 'CloseIncomplete' }, on('2027-07-31'))
      .thenRecorded(['LinkClosedIncomplete', { missing: ['agreement', 'visit-2', 'visit-3', 'goodbye'] }]);
  });

  it('is refused when nothing is missing', () => {
    given(met, heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-05-01'), goodbye, skipped)
      .when(close(), july31)
      .thenRefused('NOTHING_MISSING', 'Nothing is missing in this link, so it is complete.');
  });

  it('asks for a reason before the year ends', () => {
    given(trained)
      .when(close(), on('2027-06-30'))
      .thenRefused('REASON_REQUIRED', 'The year of this link ends on 31 July. Say why it is closed before.', {
        rule: 'before-year-end',
      });
    const overrides = [{ rule: 'before-year-end', reasonCode: 'agreed-with-schools' } as const];
    given(trained)
      .when(close(), on('2027-06-30', { overrides }))
      .thenRecorded(['LinkClosedIncomplete'], ['GuardOverridden', { rule: 'before-year-end' }]);
  });

  it('calls off what was still to come, and nothing that may have taken place', () => {
    const { link } = given(
      trained,
      plannedMeeting(1, '2027-01-14'),
      plannedMeeting(2, '2027-09-30', '2027-06-01'),
      closed,
    );
    expect(meetingAppointments(link).map(({ cancelled }) => cancelled)).toEqual([false, true]);
  });
});

describe('late facts of a link that was closed incomplete', () => {
  const visited = [...met, heldMeeting(2, '2027-03-01')];

  it('are taken until 31 October, and change what is missing and how often they met', () => {
    const third = recordHeld({ number: 3, on: '2027-07-07' });
    const { link } = given(visited, closed)
      .when(third, { ...october(31), occurredOn: '2027-07-07' })
      .after();
    expect(missingIn(link).map(({ step }) => step)).toEqual(['goodbye']);
    expect(meetingsHeld(link)).toBe(3);
    expect(link).toMatchObject({ outcome: 'closed-incomplete', reached: { visited: '2027-07-07' } });
    given(visited, closed)
      .when(third, { ...on('2027-11-01'), occurredOn: '2027-07-07' })
      .thenRefused('LINK_CLOSED', 'This link is closed and took late entries until 31 October.');
  });

  it('may complete it after all, until the same day', () => {
    const whole = [...visited, closed, ...goodbye, skipped];
    const { link } = given(whole)
      .when(complete, october(15))
      .thenRecorded(['LinkCompleted', { meetingsHeld: 2 }]);
    expect(link).toMatchObject({ outcome: 'completed', closedOn: '2027-10-15' });
    given(whole).when(complete, on('2027-11-01')).thenRefused('LINK_CLOSED');
    given(visited, closed).when(complete, october(15)).thenRefused('GOODBYE_MISSING');
  });

  it('may be a signature that turns up', () => {
    given(issued, closed)
      .when(sign('a', { means: 'paper' }), october(2))
      .thenRecorded(['AgreementSigned']);
    given(
      issued,
      happened('2027-02-12', 'LinkWithdrawn', { side: 'b', reasonCode: 'cost', stageReached: 'brokered' }),
    )
      .when(sign('a', { means: 'paper' }), october(2))
      .thenRefused('LINK_CLOSED');
  });
});
