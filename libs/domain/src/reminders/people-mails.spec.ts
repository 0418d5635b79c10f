import {
  agreed,
  happened,
  issued,
  issuedTo,
  plannedMeeting,
  trained,
} from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';
import { mailId, type WantedMail } from './wanted-mail.js';

const wanted = (...facts: Facts) => planMails(given(...facts).link);
const isRule =
  (...rules: readonly string[]) =>
  ({ content }: WantedMail) =>
    rules.includes(content.rule);
const replaced = (side: 'a' | 'b' = 'a', day = '2026-11-02', linkedBefore = true) =>
  happened(day, 'TeacherReplaced', {
    side,
    from: `teacher-${side}`,
    to: 'new',
    linkedBefore,
    reasonCode: 'leave',
  });
const newHead = happened('2026-11-02', 'HeadteacherChanged', {
  side: 'a',
  headId: 'head-new',
  from: 'head-a',
});
const lost = happened('2026-11-03', 'ContactLost', { side: 'a', personId: 'teacher-a' });

describe('when a teacher takes over', () => {
  it('the new one reads what training she needs and who the partner is, and gets no other greeting', () => {
    const [first] = wanted(trained, replaced()).filter(isRule('N25'));
    expect(first).toMatchObject({
      personId: 'new',
      kind: 'immediate',
      content: { audience: 'new', needs: 'initial-half', partnerTeacherIds: ['teacher-b'] },
    });
    expect(
      wanted(trained, replaced())
        .filter(isRule('N09'))
        .map(({ personId }) => personId),
    ).toEqual(['head-a', 'teacher-b', 'head-b']);
  });

  it('the partner, a colleague of the job share and the programme read of it', () => {
    const share = happened('2026-10-05', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'share',
      linkedBefore: false,
      lead: true,
      jobShare: true,
    });
    const mails = wanted(trained, share, replaced()).filter(isRule('N25'));
    expect(mails.map(({ personId, mailbox, content }) => [mailbox ?? personId, content])).toMatchObject([
      ['new', { audience: 'new' }],
      ['teacher-a', { audience: 'former' }],
      ['share', { audience: 'colleague', side: 'a', changedSide: 'a' }],
      ['teacher-b', { audience: 'colleague', side: 'b', changedSide: 'a' }],
      ['programme', { audience: 'programme' }],
    ]);
  });

  it('the meetings to come leave the calendar of the former one and reach the new one', () => {
    const meetings = [plannedMeeting(1, '2026-12-03'), plannedMeeting(2, '2027-03-09')];
    const mails = wanted(trained, ...meetings, replaced());
    const toFormer = mails.filter(({ personId }) => personId === 'teacher-a');
    expect(toFormer.map(({ content }) => content)).toMatchObject([
      { rule: 'N25', meeting: { number: 1, on: '2026-12-03', sequence: 1 } },
      { rule: 'N25', meeting: { number: 2, on: '2027-03-09', sequence: 1 } },
    ]);
    const invited = mails.filter(isRule('N15', 'N20')).filter(({ personId }) => personId === 'new');
    expect(invited.map(({ content }) => content)).toMatchObject([
      { change: 'planned' },
      { change: 'planned' },
    ]);
  });

  it('a meeting that is past, or planned afterwards, is none that she takes from a calendar', () => {
    const facts = [
      plannedMeeting(1, '2026-10-20'),
      replaced(),
      plannedMeeting(2, '2027-03-09', '2026-11-05'),
    ];
    const [mail, ...others] = wanted(trained, ...facts).filter(({ personId }) => personId === 'teacher-a');
    expect(others).toEqual([]);
    expect(mail?.content).not.toHaveProperty('meeting');
  });

  it('before the teachers knew each other, the usual greeting is enough', () => {
    const early = [...issued, replaced('b', '2026-09-05'), ...agreed.slice(issued.length)];
    expect(wanted(early).filter(isRule('N25'))).toEqual([]);
    expect(
      wanted(early)
        .filter(isRule('N09'))
        .map(({ personId }) => personId),
    ).toContain('new');
  });

  it('a change that was voided is told to nobody', () => {
    const voided = happened('2026-11-03', 'EntryVoided', {
      voidsEventId: `e${trained.length + 1}`,
      reasonCode: 'wrong-link',
    });
    expect(wanted(trained, replaced(), voided).filter(isRule('N25'))).toEqual([]);
  });
});

describe('a cover between two days', () => {
  it('reads of the partner a week before she begins, and the partner does not read of her in September', () => {
    const cover = happened('2026-09-08', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: false,
      lead: true,
      from: '2027-01-11',
      to: '2027-03-31',
    });
    const greetings = wanted(agreed, cover).filter(isRule('N09'));
    expect(greetings.find(({ personId }) => personId === 'cover')).toMatchObject({
      kind: 'scheduled',
      dueOn: '2027-01-04',
      content: { ownTeacherIds: ['teacher-a', 'cover'], partnerTeacherIds: ['teacher-b'] },
    });
    expect(greetings.find(({ personId }) => personId === 'teacher-b')?.content).toMatchObject({
      partnerTeacherIds: ['teacher-a'],
    });
  });

  it('is told of the meetings of these days and of no others', () => {
    const cover = happened('2026-11-02', 'TeacherAssigned', {
      side: 'a',
      teacherId: 'cover',
      linkedBefore: false,
      lead: true,
      from: '2027-01-04',
      to: '2027-03-31',
    });
    const meetings = [
      plannedMeeting(1, '2026-12-03'),
      plannedMeeting(2, '2027-03-09'),
      plannedMeeting(3, '2027-06-08'),
    ];
    const days = wanted(trained, cover, ...meetings)
      .filter(({ personId, content }) => personId === 'cover' && 'on' in content)
      .map(({ content }) => ('on' in content ? content.on : ''));
    expect([...new Set(days)]).toEqual(['2027-03-09']);
  });
});

describe('a new headteacher', () => {
  it('gets a copy of what was signed before her, once, from where she may take it back', () => {
    const mails = wanted(agreed, newHead).filter(({ personId }) => personId === 'head-new');
    expect(mails.filter(({ kind }) => kind === 'immediate')).toMatchObject([
      { step: 'new-head-a', anchorDate: '2026-11-02', content: { rule: 'N09', audience: 'new-head' } },
    ]);
  });

  it('is asked for the signature that is still open, and the one before is not asked again', () => {
    const again = issuedTo('a', '2026-11-02');
    const asked = wanted(issued, newHead, again).filter(
      ({ content }) => 'side' in content && content.side === 'a',
    );
    expect(asked.map(mailId)).toEqual([
      'BRD-2026-014.N07.agreement-a.2026-11-02.head-new',
      'BRD-2026-014.N08.agreement-a-asking-1.2026-11-02.head-new',
      'BRD-2026-014.N08.agreement-a-asking-2.2026-11-02.head-new',
    ]);
  });
});

describe('a school that declined', () => {
  const declined = (day: string) =>
    happened(day, 'AgreementDeclined', { side: 'a', reasonCode: 'transport-costs' });

  it('is not asked again until the agreement is sent again, also on the same day', () => {
    const toA = (...facts: Facts) =>
      wanted(...facts)
        .filter(({ kind, personId }) => kind === 'immediate' && personId === 'head-a')
        .map(({ step }) => step);
    expect(toA(issued, declined('2026-09-01'))).toEqual([]);
    expect(toA(issued, declined('2026-09-01'), issuedTo('a', '2026-09-01'))).toEqual(['agreement-a-time-2']);
    expect(toA(issued, declined('2026-09-01'), issuedTo('a', '2026-09-08'))).toEqual(['agreement-a']);
  });
});

describe('somebody who cannot be reached', () => {
  it('gets no mail, and the others get theirs', () => {
    const facts: Facts = [trained, plannedMeeting(2, '2027-03-09'), lost];
    const people = new Set(wanted(...facts).map(({ personId }) => personId));
    expect(people.has('teacher-a')).toBe(false);
    expect(people.has('teacher-b')).toBe(true);
    const again = happened('2026-11-20', 'ContactRestored', { side: 'a', personId: 'teacher-a' });
    expect(wanted(...facts, again).some(({ personId }) => personId === 'teacher-a')).toBe(true);
  });
});
