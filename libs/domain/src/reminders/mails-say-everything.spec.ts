import { agreed, happened, heldMeeting, plannedMeeting } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';

const mails = (...facts: Facts) => planMails(given(agreed, ...facts).link);
const of = (rule: string, personId: string, ...facts: Facts) =>
  mails(...facts).filter((mail) => mail.content.rule === rule && mail.personId === personId);
const assigned = (teacherId: string, day: string, side: 'a' | 'b' = 'a') =>
  happened(day, 'TeacherAssigned', { side, teacherId, linkedBefore: false, lead: false });
const planned = plannedMeeting(1, '2026-12-03');
const cancelled = (number: 1 | 2, day: string) =>
  happened(day, 'MeetingCancelled', { number, reasonCode: 'weather' });

describe('the mail of a meeting', () => {
  it('says when, where and with whom, for whom, and how many are expected', () => {
    expect(of('N15', 'teacher-a', planned)[0]).toMatchObject({
      subject: 'BRD-2026-014',
      programme: 'bradford',
      kind: 'immediate',
      step: 'meeting-1-v0',
      anchorDate: '2026-12-03',
      dueOn: '2026-12-03',
      content: {
        rule: 'N15',
        linkRef: 'BRD-2026-014',
        side: 'a',
        ownUrn: '900001',
        partnerUrn: '900002',
        ownClassNameId: 'name-a',
        partnerClassNameId: 'name-b',
        year: '2026-27',
        number: 1,
        mode: 'in-person',
        on: '2026-12-03',
        startsAt: '10:00',
        endsAt: '14:00',
        venueId: 'cartwright-hall',
        pupilsExpected: 58,
        partnerTeacherIds: ['teacher-b'],
        audience: 'teacher',
        change: 'planned',
      },
    });
    expect(of('N15', 'teacher-a', planned)[0]?.content).not.toHaveProperty('hostSide');
    expect(of('N15', 'teacher-a', planned)[0]).not.toHaveProperty('mailbox');
  });

  it('of a visit says who hosts', () => {
    const { venueId: _, ...data } = plannedMeeting(2, '2027-03-04').data as { venueId?: string };
    const visit = happened('2027-01-11', 'MeetingPlanned', { ...data, hostSide: 'b' } as never);
    expect(of('N20', 'teacher-a', visit)[0]?.content).toMatchObject({ hostSide: 'b', number: 2 });
    expect(of('N20', 'teacher-a', visit)[0]?.content).not.toHaveProperty('venueId');
    expect(of('N21', 'teacher-a', visit)[0]?.content).toMatchObject({ hosts: false });
    expect(of('N21', 'teacher-b', visit)[0]?.content).toMatchObject({ hosts: true });
    expect(of('N21', 'teacher-a', planned)).toEqual([]);
  });

  it('goes to the venue as the venue reads it', () => {
    const [toVenue] = of('N15', 'cartwright-hall', planned);
    expect(toVenue).toMatchObject({ mailbox: 'venue', content: { audience: 'venue', change: 'planned' } });
    expect(of('N17', 'cartwright-hall', planned)[0]).toMatchObject({
      mailbox: 'venue',
      content: { audience: 'venue' },
    });
    const online = happened('2026-11-12', 'MeetingMovedOnline', { number: 1, reasonCode: 'weather' });
    expect(of('N15', 'cartwright-hall', planned, online)).toMatchObject([
      { content: { change: 'cancelled' } },
    ]);
    expect(of('N17', 'cartwright-hall', planned, online)).toEqual([]);
  });

  it('reaches a teacher of both classes once', () => {
    expect(of('N15', 'teacher-a', assigned('teacher-a', '2026-10-01', 'b'), planned)).toHaveLength(1);
  });

  it('is not sent of a meeting of which only the day is known', () => {
    expect(mails(heldMeeting(1, '2026-11-12')).filter(({ step }) => step.startsWith('meeting-'))).toEqual([]);
  });

  it('tells only those of a cancellation who knew of the plan', () => {
    const late = assigned('late', '2026-11-21');
    expect(of('N15', 'late', planned, cancelled(1, '2026-11-20'), late)).toEqual([]);
    expect(of('N15', 'teacher-a', planned, cancelled(1, '2026-11-20'), late)).toMatchObject([
      { content: { change: 'cancelled' } },
    ]);
  });

  it('tells a teacher who came after the plan of a move as of something new', () => {
    const move = happened('2026-11-10', 'MeetingRescheduled', {
      number: 1,
      on: '2026-12-10',
      startsAt: '10:00',
      endsAt: '14:00',
      reasonCode: 'weather',
    });
    expect(of('N15', 'late', planned, assigned('late', '2026-10-20'), move)).toMatchObject([
      { content: { change: 'planned' } },
    ]);
    expect(of('N15', 'early', assigned('early', '2026-09-20'), planned, move)).toMatchObject([
      { content: { change: 'moved', wasOn: '2026-12-03' } },
    ]);
    const confirmed = happened('2026-09-21', 'ClassConfirmed', {
      side: 'a',
      classNameId: 'name-a',
      yearGroups: [4],
      pupilCount: 28,
      teachers: [
        { teacherId: 'teacher-a', linkedBefore: false },
        { teacherId: 'second', linkedBefore: false },
      ],
    });
    expect(of('N15', 'second', confirmed, planned, move)).toMatchObject([{ content: { change: 'moved' } }]);
    expect(of('N15', 'second', planned, confirmed, move)).toMatchObject([{ content: { change: 'planned' } }]);
  });

  it('of a link that ended or stands still is about what does not take place', () => {
    const withdrawn = happened('2026-11-16', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'signed',
    });
    const aboutMeetings = mails(planned, withdrawn).filter(({ step }) => step.startsWith('meeting-'));
    expect(aboutMeetings.map(({ content }) => 'change' in content && content.change)).toEqual(
      aboutMeetings.map(() => 'cancelled'),
    );
    expect(aboutMeetings.length).toBeGreaterThan(0);
  });
});

describe('a headteacher who came after the signature', () => {
  const came = (day: string, headId = 'head-new', side: 'a' | 'b' = 'a') =>
    happened(day, 'HeadteacherChanged', { side, headId, from: `head-${side}` });
  const copies = (...facts: Facts) =>
    mails(...facts)
      .filter(({ step }) => step.startsWith('new-head-'))
      .map(({ step, personId, anchorDate }) => [step, personId, anchorDate]);

  it('gets her copy, from the day of the signature on', () => {
    expect(copies(came('2026-11-02'))).toEqual([['new-head-a', 'head-new', '2026-11-02']]);
    expect(copies(came('2026-09-09'))).toEqual([['new-head-a', 'head-new', '2026-09-09']]);
    expect(copies(came('2026-09-08'))).toEqual([]);
    expect(copies(came('2026-11-02', 'head-c', 'b'), came('2026-11-03'))).toEqual([
      ['new-head-a', 'head-new', '2026-11-03'],
      ['new-head-b', 'head-c', '2026-11-02'],
    ]);
  });

  it('gets none when she signed herself, or somebody signed who is head again', () => {
    expect(copies()).toEqual([]);
    expect(copies(came('2026-11-02'), came('2026-11-09', 'head-a'))).toEqual([]);
  });

  it('gets no second copy when the day on which she came is corrected', () => {
    const corrected = happened('2026-11-10', 'EntryCorrected', {
      correctsEventId: `e${agreed.length + 1}`,
      pointer: '/occurredOn',
      was: '2026-11-02',
      now: '2026-11-04',
      reasonCode: 'typing-mistake',
    });
    expect(copies(came('2026-11-02'), assigned('second', '2026-11-05'), corrected)).toEqual([
      ['new-head-a', 'head-new', '2026-11-02'],
    ]);
  });

  it('gets it on the day of the change that stands', () => {
    const history = [...agreed, came('2026-11-02'), came('2026-11-09', 'head-third')];
    const voided = happened('2026-11-10', 'EntryVoided', {
      voidsEventId: `e${history.length}`,
      reasonCode: 'wrong-link',
    });
    expect(copies(...history.slice(agreed.length), voided)).toEqual([
      ['new-head-a', 'head-new', '2026-11-02'],
    ]);
    expect(copies(came('2026-11-02'), plannedMeeting(1, '2026-12-03', '2026-11-05'))).toEqual([
      ['new-head-a', 'head-new', '2026-11-02'],
    ]);
  });
});
