import {
  agreed,
  brokered,
  happened,
  heldMeeting,
  met,
  plannedMeeting,
  proposed,
  sent,
  signedBy,
  issued,
  trained,
} from './spec-support/example-link.js';
import { given, type Facts } from './spec-support/given-when-then.js';
import { teacherNext } from './teacher-next.js';

const next = (today: string, ...facts: Facts) => teacherNext(given(...facts).link, 'a', today);
const ready = (side: 'a' | 'b') =>
  happened('2026-11-20', 'ReadyForTheDay', {
    number: 1,
    side,
    riskAssessment: 'confirmed',
    transport: 'booked',
  });
const skipped = (step: 'training' | 'first-meeting' | 'visit-2') =>
  happened('2027-01-08', 'StepSkipped', { step, reasonCode: 'no-time' });
const visits = [heldMeeting(2, '2027-03-01'), heldMeeting(3, '2027-05-04')];
const first = { step: 'first', kinds: ['identity-work', 'photographs', 'first-names'] };

describe('what a teacher does next', () => {
  it('is nothing before the two schools are joined and have signed', () => {
    expect(next('2026-06-20', proposed)).toEqual({ step: 'await-partner' });
    expect(next('2026-06-20', brokered)).toEqual({ step: 'await-signatures', of: ['a', 'b'] });
    expect(next('2026-09-10', issued, signedBy('a'))).toEqual({ step: 'await-signatures', of: ['b'] });
  });

  it('is the training that she needs, with the day when she has a place', () => {
    expect(next('2026-09-20', agreed)).toEqual({ step: 'train', kind: 'initial-full', by: '2026-10-23' });
    const enrolled = happened('2026-09-15', 'TeacherEnrolled', {
      side: 'a',
      teacherId: 'teacher-a',
      sessionId: 'session',
      kind: 'initial-full',
      on: '2026-10-01',
    });
    expect(next('2026-09-20', agreed, enrolled)).toMatchObject({ on: '2026-10-01' });
    const missed = happened('2026-10-01', 'TrainingMissed', {
      side: 'a',
      teacherId: 'teacher-a',
      sessionId: 'session',
      kind: 'initial-full',
      reasonCode: 'illness',
    });
    expect(next('2026-10-02', agreed, enrolled, missed)).toMatchObject({ missedOn: '2026-10-01' });
  });

  it('is then the first work to be sent, whichever teacher of her class sends it', () => {
    expect(next('2026-10-02', trained)).toEqual({ step: 'send', what: first, by: '2026-11-30' });
    expect(next('2026-10-02', trained, sent('b'))).toMatchObject({ step: 'send' });
    expect(next('2026-10-21', trained, sent('a'))).toMatchObject({ step: 'await-plan', number: 1 });
  });

  it('is the meeting that is near: to get ready for two weeks before, to tell of from its day on', () => {
    const planned = [trained, sent('a'), plannedMeeting(1, '2026-11-26')];
    expect(next('2026-11-11', ...planned)).toEqual({ step: 'meet', number: 1, on: '2026-11-26' });
    expect(next('2026-11-12', ...planned)).toEqual({ step: 'get-ready', number: 1, on: '2026-11-26' });
    expect(next('2026-11-20', ...planned, ready('b'))).toMatchObject({ step: 'get-ready' });
    expect(next('2026-11-20', ...planned, ready('a'))).toMatchObject({ step: 'meet' });
    expect(next('2026-11-26', ...planned, ready('a'))).toEqual({
      step: 'tell-meeting',
      number: 1,
      on: '2026-11-26',
    });
  });

  it('is curiosity questions once they met, and a goodbye when both visits are done or June has come', () => {
    const curiosity = { step: 'curiosity', kinds: ['curiosity-questions'] };
    const goodbye = { step: 'goodbye', kinds: ['goodbye'] };
    expect(next('2026-11-13', met, sent('a'))).toMatchObject({ what: curiosity });
    expect(next('2026-11-13', met)).toMatchObject({ what: curiosity });
    const asked = [met, sent('a', '2027-01-10', 'curiosity-questions')];
    expect(next('2027-01-11', ...asked)).toMatchObject({ step: 'await-plan', number: 2 });
    expect(next('2027-06-01', ...asked)).toMatchObject({ what: goodbye });
    expect(next('2027-05-05', ...asked, visits)).toMatchObject({ what: goodbye });
    expect(next('2027-07-01', ...asked, visits, sent('a', '2027-07-01', 'goodbye'))).toEqual({
      step: 'await-end',
    });
  });

  it('is nothing while the link is paused, and nothing more after it has ended', () => {
    const paused = happened('2026-11-01', 'LinkPaused', { reasonCode: 'staffing', until: '2027-01-04' });
    expect(next('2026-11-02', trained, paused)).toEqual({ step: 'paused', until: '2027-01-04' });
    const withdrawn = happened('2026-11-02', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'trained',
    });
    expect(next('2026-11-03', trained, withdrawn)).toEqual({ step: 'closed' });
  });

  it('is to be ready for a meeting in person, not for one that takes place online', () => {
    const online = happened('2026-11-10', 'MeetingMovedOnline', { number: 1, reasonCode: 'weather' });
    const planned = [trained, sent('a'), plannedMeeting(1, '2026-11-26'), online];
    expect(next('2026-11-20', ...planned)).toEqual({ step: 'meet', number: 1, on: '2026-11-26' });
  });

  it('is the nearest of the meetings that are planned, whichever visit it is', () => {
    const planned = [
      sent('a', '2027-01-10', 'curiosity-questions'),
      plannedMeeting(2, '2027-05-04'),
      plannedMeeting(3, '2027-03-09'),
    ];
    expect(next('2027-02-01', met, planned)).toEqual({ step: 'meet', number: 3, on: '2027-03-09' });
    expect(next('2027-02-25', met, planned)).toEqual({ step: 'get-ready', number: 3, on: '2027-03-09' });
    expect(next('2027-05-05', met, planned)).toMatchObject({ step: 'tell-meeting', number: 3 });
  });

  it('is to wait for the plan of the next meeting that is neither held nor skipped', () => {
    const done = [sent('a'), sent('a', '2027-01-10', 'curiosity-questions')];
    expect(next('2026-10-21', trained, sent('a'))).toEqual({
      step: 'await-plan',
      number: 1,
      by: '2027-01-29',
    });
    expect(next('2027-01-11', met, done)).toEqual({ step: 'await-plan', number: 2, by: '2027-06-30' });
    expect(next('2027-01-11', met, done, skipped('visit-2'))).toMatchObject({ number: 3 });
    expect(next('2027-01-11', trained, done, skipped('first-meeting'))).toMatchObject({ number: 2 });
    expect(next('2027-01-11', agreed, done, skipped('training'))).toEqual({ step: 'await-plan', number: 1 });
  });
});
