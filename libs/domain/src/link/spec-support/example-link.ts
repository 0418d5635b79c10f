import type { LinkEventData, LinkEventName, Side } from '@linking/events/link/link-events.js';
import type { CommandOf, PlanMeeting, Propose, RecordMeetingHeld, SignAgreement } from '../commands.js';
import type { Decided } from '../decided.js';

/** One fact of a link's history. */
export const happened = <Name extends LinkEventName>(
  occurredOn: string,
  type: Name,
  data: LinkEventData[Name],
): Decided => ({ type, data, occurredOn }) as unknown as Decided;

const interest = (side: Side) => ({
  interestId: `interest-${side}`,
  interestRevision: 1,
  urn: side === 'a' ? '900001' : '900002',
  headId: `head-${side}`,
  expressedOn: '2026-05-12',
  channel: 'phone',
  priorities: ['identity'],
  classId: `class-${side}`,
  classNameId: `name-${side}`,
  yearGroups: [4],
  pupilCount: side === 'a' ? 28 : 30,
  placeholder: false,
  teachers: [{ teacherId: `teacher-${side}`, linkedBefore: side === 'b' }],
});

const classKnown = { year: '2026-27', interestWithdrawn: false, offered: true, otherLinkRefs: [] };

/** 4 Oak of St Mary's and 4 Ash of Hill Top, for 2026-27. */
export const proposeExample: Propose = {
  type: 'Propose',
  ref: 'BRD-2026-014',
  programme: 'bradford',
  year: '2026-27',
  kind: 'between-schools',
  a: interest('a'),
  b: interest('b'),
  reasons: ['language'],
  differenceProfile: { a: { percentEal: 80 }, b: { percentEal: 4 }, distanceKm: 5 },
  surroundings: {
    a: { schoolName: "St Mary's", className: '4 Oak', ...classKnown },
    b: { schoolName: 'Hill Top', className: '4 Ash', ...classKnown },
    sameTrust: false,
  },
};

const { surroundings: _, a: __, b: ___, type: ____, ...proposal } = proposeExample;

const interests = (urnOfB: string) => [
  happened('2026-06-01', 'InterestRecorded', { side: 'a', ...interest('a') }),
  happened('2026-06-01', 'InterestRecorded', { side: 'b', ...interest('b'), urn: urnOfB }),
];

const classes = { a: 'class-a', b: 'class-b' };

export const proposed: readonly Decided[] = [
  ...interests('900002'),
  happened('2026-06-01', 'LinkProposed', { ...proposal, classes }),
];

export const proposedInSchool: readonly Decided[] = [
  ...interests('900001'),
  happened('2026-06-01', 'LinkProposed', { ...proposal, kind: 'in-school', classes }),
];

export const accepted = (side: Side, day = '2026-06-10') =>
  happened(day, 'ProposalAccepted', { side, means: 'conversation' });

export const brokered: readonly Decided[] = [
  ...proposed,
  accepted('a'),
  accepted('b'),
  happened('2026-06-10', 'LinkBrokered', {}),
];

export const issuedTo = (side: Side, day = '2026-09-01', textVersion = 'v1') =>
  happened(day, 'AgreementIssued', { side, textVersion, documentHash: 'hash' });

export const issued: readonly Decided[] = [...brokered, issuedTo('a'), issuedTo('b')];

export const signedBy = (side: Side, day = '2026-09-09') =>
  happened(day, 'AgreementSigned', {
    side,
    signerId: `head-${side}`,
    signerRole: 'headteacher',
    textVersion: 'v1',
    means: 'mailed-page',
    seal: `seal-${side}`,
  });

export const agreed: readonly Decided[] = [
  ...issued,
  signedBy('a'),
  signedBy('b'),
  happened('2026-09-09', 'LinkAgreed', {}),
];

export const attended = (
  side: Side,
  day = '2026-10-01',
  kind: LinkEventData['TrainingAttended']['kind'] = 'initial-full',
  teacherId = `teacher-${side}`,
) => happened(day, 'TrainingAttended', { side, teacherId, kind, minutes: 300 });

export const trained: readonly Decided[] = [...agreed, attended('a'), attended('b')];

const heldFacts = {
  mode: 'in-person',
  pupilsA: 27,
  pupilsB: 30,
  adultsA: 3,
  adultsB: 4,
  riskAssessment: { a: 'confirmed', b: 'confirmed' },
  collaborative: true,
  keyQuestions: ['Q1'],
} as const;

export const heldMeeting = (number: 1 | 2 | 3 | 4, day: string) =>
  happened(day, 'MeetingHeld', { number, on: day, ...heldFacts });

export const plannedMeeting = (number: 1 | 2 | 3 | 4, meetsOn: string, day = '2026-10-05') =>
  happened(day, 'MeetingPlanned', {
    number,
    mode: 'in-person',
    on: meetsOn,
    startsAt: '10:00',
    endsAt: '14:00',
    venueId: 'cartwright-hall',
    pupilsExpected: 58,
    activities: ['drama'],
  });

export const met: readonly Decided[] = [...trained, heldMeeting(1, '2026-11-12')];

export const sent = (
  fromSide: Side,
  day = '2026-10-20',
  kind: LinkEventData['WorkExchanged']['kind'] = 'photographs',
) =>
  happened(day, 'WorkExchanged', {
    fromSide,
    kind,
    mode: 'post',
    keyQuestions: ['Q1'],
    subjects: ['art'],
    policyTags: [],
  });

export const planMeeting = (change: Partial<PlanMeeting> = {}): PlanMeeting => ({
  type: 'PlanMeeting',
  number: 1,
  mode: 'in-person',
  on: '2026-12-03',
  startsAt: '10:00',
  endsAt: '14:00',
  venueId: 'cartwright-hall',
  pupilsExpected: 58,
  activities: ['drama'],
  venue: { name: 'Cartwright Hall', linksAtOnce: 2, booked: 0 },
  ...change,
});

export const recordHeld = (change: Partial<RecordMeetingHeld> = {}): RecordMeetingHeld => ({
  type: 'RecordMeetingHeld',
  number: 1,
  on: '2026-11-12',
  ...heldFacts,
  ...change,
});

export const sign = (side: Side, change: Partial<SignAgreement> = {}): SignAgreement => ({
  type: 'SignAgreement',
  side,
  signerId: `head-${side}`,
  signerRole: 'headteacher',
  textVersion: 'v1',
  agreed: true,
  means: 'mailed-page',
  seal: `seal-${side}`,
  documentHash: 'hash',
  namedBySchool: true,
  currentTextVersion: 'v1',
  ...change,
});

export const attend = (
  side: Side,
  change: Partial<CommandOf<'RecordTrainingAttended'>> = {},
): CommandOf<'RecordTrainingAttended'> => ({
  type: 'RecordTrainingAttended',
  side,
  teacherId: `teacher-${side}`,
  kind: 'initial-full',
  minutes: 300,
  ...change,
});
