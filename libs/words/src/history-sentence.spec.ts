import type { LinkEvent, LinkEventName } from '@linking/events/link/link-events.js';
import { unknownLink } from '@linking/domain/link/link.js';
import { historySentence } from './history-sentence.js';
import type { HistoryNames } from './history-names.js';

const people: Readonly<Record<string, string>> = { t1: 'Tom Reeve', t2: 'Saira Malik', h1: 'Julia Ashdown' };
const notes: Readonly<Record<string, string>> = {
  n1: 'Both by phone.',
  c1: '4 Oak',
  p1: 'the school office',
};
const names: HistoryNames = {
  school: (urn) => ({ '1': 'Ash Primary', '2': 'Elm Academy' })[urn] ?? urn,
  className: () => '4 Oak',
  person: (id) => ({ name: people[id] ?? 'somebody', email: null, phone: null }),
  venue: () => 'Cliffe Castle',
  note: (id) => notes[id ?? ''],
  consent: (id) => (id === 'k1' ? { name: 'Tom Reeve', on: '2026-11-20' } : undefined),
};
const side = (urn: string) => ({ ...unknownLink.sides.a, urn });
const link = { ...unknownLink, ref: 'BRD-2026-001', sides: { a: side('1'), b: side('2') } };
const offered = { classId: 'x', yearGroups: [4], pupilCount: 28, placeholder: true, teachers: [] };
const plan = { number: 1, mode: 'in-person', on: '2026-11-26', startsAt: '10:00', endsAt: '14:00' } as const;
const held = {
  pupilsA: 27,
  pupilsB: 25,
  adultsA: 3,
  adultsB: 2,
  riskAssessment: { a: 'confirmed', b: 'not-known' },
} as const;

/** One event of every type with the sentence a coordinator reads. */
const told: {
  readonly [Name in LinkEventName]: readonly [
    data: Extract<LinkEvent, { type: Name }>['data'],
    sentence: string,
  ];
} = {
  InterestRecorded: [
    {
      ...offered,
      side: 'a',
      interestId: 'i',
      interestRevision: 1,
      urn: '1',
      headId: 'h1',
      expressedOn: '2026-06-01',
      channel: 'phone',
      priorities: [],
    },
    'Ash Primary expressed interest | A Year 4 class of 28 pupils, name and teacher to follow.',
  ],
  LinkProposed: [
    {
      ref: 'BRD-2026-001',
      programme: 'bradford',
      year: '2026-27',
      kind: 'between-schools',
      classes: { a: 'x', b: 'y' },
      reasons: [],
      differenceProfile: { a: {}, b: {} },
    },
    'Proposed: Ash Primary and Elm Academy',
  ],
  ProposalSent: [{}, 'Proposal sent to both schools'],
  ProposalAccepted: [
    { side: 'a', means: 'phone', noteId: 'n1' },
    'Ash Primary said yes | By phone. | “Both by phone.”',
  ],
  ProposalDeclined: [
    { side: 'b', reasonCode: 'distance', wantsOtherPartner: true },
    'Elm Academy said no | Reason: distance. | They would like another partner.',
  ],
  DiscussionRecorded: [{ noteId: 'n1' }, 'Talked about this link | “Both by phone.”'],
  LinkBrokered: [{}, 'Both headteachers said yes'],
  LinkNotFormed: [{ reasonCode: 'distance' }, 'The link was not formed | Reason: distance.'],
  AgreementIssued: [
    { side: 'a', textVersion: '2026-1', documentHash: 'f' },
    'Agreement sent to Ash Primary | Text 2026-1.',
  ],
  AgreementSigned: [
    {
      side: 'a',
      signerId: 'h1',
      signerRole: 'headteacher',
      textVersion: '2026-1',
      means: 'paper',
      heldAtId: 'p1',
      seal: 's',
    },
    'Ash Primary signed the agreement | Julia Ashdown, headteacher. On paper, kept at the school office.',
  ],
  AgreementDeclined: [
    { side: 'b', reasonCode: 'transport-costs', noteId: 'n1' },
    'Elm Academy declined the agreement | Reason: transport costs. | “Both by phone.”',
  ],
  AgreementRevoked: [
    { side: 'a', reasonCode: 'staff-changes' },
    'Agreement of Ash Primary taken back | Reason: staff changes. | It is not signed until it is sent and signed again.',
  ],
  LinkAgreed: [{}, 'Both schools have signed'],
  ClassConfirmed: [
    {
      side: 'a',
      classNameId: 'c1',
      yearGroups: [4],
      pupilCount: 28,
      teachers: [{ teacherId: 't1', linkedBefore: false }],
    },
    'Class of Ash Primary confirmed | 4 Oak, Year 4, 28 pupils, Tom Reeve.',
  ],
  ClassDetailsChanged: [
    { side: 'a', classNameId: 'c1', yearGroups: [3, 4], pupilCount: 30 },
    'Class of Ash Primary changed | Now 4 Oak, Years 3 and 4 and 30 pupils.',
  ],
  HeadteacherChanged: [
    { side: 'a', headId: 't2', from: 'h1' },
    'Saira Malik is the new headteacher of Ash Primary | Before: Julia Ashdown.',
  ],
  SchoolSucceeded: [
    { side: 'a', from: '1', to: '2', on: '2026-09-01' },
    'Ash Primary became Elm Academy (2) | Since 1 September 2026. The class, its people and the agreement pass to it.',
  ],
  ContactLost: [
    { side: 'a', personId: 't1' },
    'Contact with Tom Reeve of Ash Primary lost | No more mails go there.',
  ],
  ContactRestored: [
    { side: 'a', personId: 't1', noteId: 'n1' },
    'Tom Reeve of Ash Primary can be reached again | “Both by phone.”',
  ],
  TeacherAssigned: [
    { side: 'a', teacherId: 't1', linkedBefore: false, from: '2027-01-04', lead: false },
    'Tom Reeve teaches the class of Ash Primary | From 4 January 2027.',
  ],
  TeacherReplaced: [
    { side: 'a', from: 't1', to: 't2', linkedBefore: false, reasonCode: 'leave' },
    'Saira Malik takes over from Tom Reeve at Ash Primary | Reason: leave.',
  ],
  TrainingRequirementSet: [
    { side: 'a', teacherId: 't1', kind: 'initial-half', basis: 'linked-before' },
    'Tom Reeve needs the half day of training | Has linked before.',
  ],
  TeacherEnrolled: [
    { side: 'a', teacherId: 't1', sessionId: 's', kind: 'initial-full', on: '2026-10-01' },
    'Tom Reeve enrolled for training | Full day on Thursday 1 October 2026.',
  ],
  EnrolmentWithdrawn: [
    { side: 'a', teacherId: 't1', sessionId: 's' },
    'Tom Reeve gave up a place at training',
  ],
  TrainingAttended: [
    { side: 'a', teacherId: 't1', kind: 'initial-full', minutes: 330 },
    'Tom Reeve attended the full day of training | 330 minutes.',
  ],
  TrainingMissed: [
    { side: 'a', teacherId: 't1', kind: 'initial-full', reasonCode: 'illness' },
    'Tom Reeve missed the full day of training | Reason: illness.',
  ],
  CatchUpCompleted: [
    { side: 'b', teacherId: 't2', kind: 'initial-full', minutes: 120, noteId: 'n1' },
    'Saira Malik caught up on the full day of training | 120 minutes. | “Both by phone.”',
  ],
  WorkExchanged: [
    {
      fromSide: 'b',
      kind: 'identity-work',
      mode: 'post',
      keyQuestions: ['Q1'],
      subjects: ['pshe'],
      policyTags: [],
    },
    'Elm Academy sent identity work to Ash Primary | By post. | Key questions Q1. | Subjects: PSHE.',
  ],
  MeetingPlanned: [
    { ...plan, venueId: 'v', pupilsExpected: 55, activities: ['drama'] },
    'First meeting planned for Thursday 26 November 2026 | Cliffe Castle, 10:00 to 14:00. 55 pupils expected. Drama.',
  ],
  ReadyForTheDay: [
    { number: 1, side: 'a', riskAssessment: 'confirmed', transport: 'booked' },
    'Ash Primary is ready for the first meeting | Risk assessment confirmed. Transport booked.',
  ],
  AnotherDateAsked: [
    { number: 2, side: 'a', on: '2027-03-16', reasonCode: 'clash' },
    'Ash Primary asked for another date of the first visit | It suggests Tuesday 16 March 2027. | Reason: clash.',
  ],
  AnotherDateDeclined: [
    { number: 2, side: 'a', reasonCode: 'partner-cannot' },
    'The date of the first visit stands, though Ash Primary asked for another | Reason: partner cannot.',
  ],
  MeetingRescheduled: [
    { number: 1, on: '2026-12-03', startsAt: '10:00', endsAt: '14:00', reasonCode: 'weather' },
    'First meeting moved to Thursday 3 December 2026 | 10:00 to 14:00. | Reason: weather.',
  ],
  MeetingMovedOnline: [{ number: 2, reasonCode: 'weather' }, 'First visit moved online | Reason: weather.'],
  MeetingCancelled: [{ number: 3, reasonCode: 'weather' }, 'Second visit cancelled | Reason: weather.'],
  MeetingHeld: [
    {
      ...held,
      number: 1,
      mode: 'in-person',
      on: '2026-11-26',
      hostSide: 'a',
      collaborative: true,
      keyQuestions: [],
    },
    'First meeting held | At Ash Primary. 27 pupils of Ash Primary and 25 of Elm Academy, with 3 and 2 adults. | The children worked in mixed groups. | Risk assessment of Elm Academy: not known.',
  ],
  VisitsPlanned: [{}, 'Both visits have a date'],
  ParentsInvolved: [
    { side: 'a', kind: 'came-along', count: 6, noteId: 'n1' },
    '6 parents of Ash Primary came along when the classes met | “Both by phone.”',
  ],
  ReflectionRecorded: [
    { side: 'b', meeting: 1, rating: 4, noteId: 'n1' },
    'Elm Academy looked back on the first meeting | 4 of 5. | “Both by phone.”',
  ],
  SurveyResultRecorded: [
    { side: 'a', round: 'post', instrument: 'class-survey', n: 27, scores: { O1: 4.1, O5: 3.9 } },
    'Ash Primary did the after-survey | Questions to the class, 27 answers. | Means from 1 to 5: Interest in other cultures 4.1 and comfort with difference 3.9.',
  ],
  TestimonialRecorded: [
    { role: 'teacher', side: 'b', consentId: 'k1', noteId: 'n1' },
    'A teacher of Elm Academy said something that may be quoted | “Both by phone.” | Tom Reeve agreed on 20 November 2026.',
  ],
  StepSkipped: [
    { step: 'celebration', reasonCode: 'not-planned' },
    'Celebration skipped | Reason: not planned.',
  ],
  LinkPaused: [
    { reasonCode: 'building-work', until: '2027-01-11' },
    'Paused until 11 January 2027 | Reason: building work.',
  ],
  LinkResumed: [{}, 'The link goes on'],
  LinkWithdrawn: [
    { side: 'b', reasonCode: 'staffing', stageReached: 'signed' },
    'Elm Academy withdrew | Reason: staffing. | The link had come as far as: signed.',
  ],
  LinkReBrokered: [{ remainingSide: 'a', newLinkRef: 'BRD-2026-201' }, 'Ash Primary goes on in BRD-2026-201'],
  LinkClosedIncomplete: [
    { missing: ['visit-3', 'goodbye'], reasonCode: 'no-time' },
    'The link was closed incomplete | Missing: the second visit and the goodbye. | Reason: no time.',
  ],
  FinalExchangeCompleted: [{}, 'Both classes said goodbye'],
  LinkCompleted: [{ meetingsHeld: 3 }, 'The link is complete | 3 of 3 meetings held.'],
  GuardOverridden: [
    { rule: 'distance-limit', reasonCode: 'heads-agreed' },
    'The schools are farther apart than the limit, with a reason | Reason: heads agreed.',
  ],
  EntryCorrected: [
    { correctsEventId: 'e', pointer: '/pupilsB', was: 52, now: 25, reasonCode: 'typing-mistake' },
    'An entry was corrected | Reason: typing mistake.',
  ],
  EntryVoided: [{ voidsEventId: 'e', reasonCode: 'wrong-link' }, 'An entry was voided | Reason: wrong link.'],
};

describe('the history in plain English', () => {
  it('tells of a call about a step, and of the new date', () => {
    const told = (data: object) =>
      historySentence({ type: 'DiscussionRecorded', data } as LinkEvent, link, names).headline;
    expect(told({ about: 'exchange', newTarget: '2026-12-04' })).toBe(
      'Phoned about the first exchange, new date 4 December 2026',
    );
    expect(told({ about: 'visits', noteId: 'n1' })).toBe('Phoned about the visits');
  });

  it('tells of a training session that was moved or cancelled for all', () => {
    const whose = { side: 'a', teacherId: 't1', sessionId: 's' };
    const tell = (type: string, data: object) => {
      const { headline, details } = historySentence({ type, data } as LinkEvent, link, names);
      return [headline, ...details].join(' | ');
    };
    const moved = { ...whose, kind: 'initial-full', on: '2026-10-08', movedFrom: '2026-10-01' };
    expect(tell('TeacherEnrolled', moved)).toBe(
      'Training of Tom Reeve moved to Thursday 8 October 2026 | Full day, was on Thursday 1 October 2026.',
    );
    expect(tell('EnrolmentWithdrawn', { ...whose, cancelled: true })).toBe(
      'Training of Tom Reeve was cancelled',
    );
  });

  it('shows no words whose consent was erased, and no numbers of a class too small', () => {
    const tell = (event: LinkEvent) => {
      const { headline, details } = historySentence(event, link, names);
      return [headline, ...details].join(' | ');
    };
    const data = { role: 'parent', consentId: 'erased', noteId: 'n1' } as const;
    expect(tell({ type: 'TestimonialRecorded', data })).toBe(
      'A parent said something | The consent is not there any more, so the words are not shown.',
    );
    const few = { side: 'a', round: 'pre', instrument: 'show-of-hands' } as const;
    expect(tell({ type: 'SurveyResultRecorded', data: few })).toBe(
      'Ash Primary did the survey at the beginning | Show of hands. | It is kept that it was done, and no numbers.',
    );
    expect(tell({ type: 'ReflectionRecorded', data: { side: 'a', rating: 5 } })).toBe(
      'Ash Primary looked back on the link | 5 of 5.',
    );
    expect(tell({ type: 'ParentsInvolved', data: { side: 'a', kind: 'helped', count: 1 } })).toBe(
      '1 parent of Ash Primary helped',
    );
  });

  it.each(Object.entries(told))('%s', (type, [data, sentence]) => {
    const { headline, details } = historySentence({ type, data } as LinkEvent, link, names);
    expect([headline, ...details].join(' | ')).toBe(sentence);
  });
});
