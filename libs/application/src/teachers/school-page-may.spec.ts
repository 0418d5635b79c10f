import { foldLink } from '@linking/domain/link/evolve.js';
import { unknownLink, type Link } from '@linking/domain/link/link.js';
import type { LinkRequest } from '../links/link-request.js';
import type { Sender } from '../commands/sender.js';
import { admitSchoolPage } from './school-page-may.js';

const TODAY = '2026-11-23';
const named = (teacherId: string) => [
  { teacherId, linkedBefore: false, lead: true, needs: 'initial-full' } as const,
];
const link: Link = {
  ...unknownLink,
  ref: 'BRD-2026-014',
  year: '2026-27',
  sides: {
    a: { ...unknownLink.sides.a, headId: 'helen', teachers: named('saira'), formerTeachers: named('former') },
    b: { ...unknownLink.sides.b, headId: 'hari', teachers: named('tom') },
  },
  meetings: [
    {
      number: 1,
      status: 'planned',
      mode: 'in-person',
      on: '2026-11-20',
      activities: [],
      keyQuestions: [],
      ready: { b: { riskAssessment: 'confirmed', transport: 'booked' } },
    },
  ],
};

const by = (actor: string, channel: Sender['channel'] = 'school-page'): Sender => ({
  actor,
  channel,
  commandId: 'c',
  correlationId: 'c',
});
const saira = by('person:saira');
const admitted = (request: LinkRequest, sender = saira, of = link) => {
  try {
    admitSchoolPage(sender, request, of, TODAY);
    return 'admitted';
  } catch (error) {
    return (error as Error).name;
  }
};

const sent = (fromSide: 'a' | 'b'): LinkRequest => ({
  type: 'RecordExchange',
  fromSide,
  kind: 'identity-work',
  mode: 'post',
});
const ready = (side: 'a' | 'b'): LinkRequest => ({
  type: 'ReadyForTheDay',
  number: 1,
  side,
  riskAssessment: 'confirmed',
  transport: 'booked',
});
const held = (riskAssessmentOfB: 'confirmed' | 'not-known', more = {}): LinkRequest => ({
  type: 'RecordMeetingHeld',
  number: 1,
  mode: 'in-person',
  on: '2026-11-20',
  pupilsA: 25,
  pupilsB: 27,
  adultsA: 3,
  adultsB: 3,
  riskAssessment: { a: 'confirmed', b: riskAssessmentOfB },
  collaborative: true,
  ...more,
});

test('a teacher records what her own class did', () => {
  expect([sent('a'), ready('a'), held('confirmed')].map((it) => admitted(it))).toEqual(
    Array(3).fill('admitted'),
  );
});

test('she says nothing for the other class, and of its risk assessment only what it said itself', () => {
  expect([sent('b'), ready('b'), held('not-known')].map((it) => admitted(it))).toEqual(
    Array(3).fill('NotAllowed'),
  );
  expect(admitted(held('confirmed', { venueId: 'cartwright-hall' }))).toBe('NotAllowed');
  expect(admitted(held('not-known', { number: 2 }))).toBe('admitted');
  expect(admitted(held('confirmed', { number: 2 }))).toBe('NotAllowed');
});

test('nothing else of the link is hers to change', () => {
  const reasonCode = 'staffing';
  const others: readonly LinkRequest[] = [
    { type: 'Broker' },
    { type: 'IssueAgreement' },
    { type: 'CancelMeeting', number: 1, reasonCode },
    { type: 'RecordTrainingAttended', side: 'a', teacherId: 'saira', kind: 'initial-full', minutes: 300 },
    { type: 'CompleteFinalExchange' },
    { type: 'SkipStep', step: 'training', side: 'a', reasonCode },
    { type: 'Pause', reasonCode },
    { type: 'Withdraw', side: 'a', reasonCode },
    { type: 'VoidEntry', eventId: 'e1', reasonCode },
    { type: 'Complete' },
  ];
  expect(others.map((it) => admitted(it))).toEqual(others.map(() => 'NotAllowed'));
});

test('a link that she does not teach in, or no longer, does not exist for her', () => {
  expect(admitted(sent('a'), by('person:former'))).toBe('NotFound');
  expect(admitted(sent('a'), by('person:stranger'))).toBe('NotFound');
  expect(admitted(sent('a'), by('user:saira'))).toBe('NotFound');
  expect(admitted(sent('a'), saira, foldLink([]))).toBe('NotFound');
});

test('a head names the teacher of her own class, while that is asked of her', () => {
  const names = (side: 'a' | 'b'): LinkRequest => ({
    type: 'ConfirmClass',
    side,
    name: '4 Oak',
    yearGroups: [4],
    pupilCount: 28,
    teachers: [],
  });
  const { a, b } = link.sides;
  const unnamed: Link = {
    ...link,
    sides: { a: { ...a, headId: 'helen', placeholder: true }, b: { ...b, headId: 'howard' } },
  };
  const helen = by('person:helen');
  expect(admitted(names('a'), helen, unnamed)).toBe('admitted');
  expect(admitted(names('b'), helen, unnamed)).toBe('NotFound');
  expect(admitted(names('b'), by('person:howard'), unnamed)).toBe('NotAllowed');
  expect(admitted(names('a'), saira, unnamed)).toBe('NotFound');
  expect(admitted(names('a'), by('user:helen'), unnamed)).toBe('NotFound');
  const resting = { ...unnamed, paused: { since: TODAY, reasonCode: 'staffing' } };
  expect(admitted(names('a'), helen, resting)).toBe('NotAllowed');
  expect(admitted(sent('a'), helen, unnamed)).toBe('NotFound');
});

test('a paused link takes nothing from a school page', () => {
  expect(admitted(sent('a'), saira, { ...link, paused: { since: TODAY, reasonCode: 'staffing' } })).toBe(
    'NotAllowed',
  );
});

test('a headteacher answers the proposal that was sent to her, for her own class and on her page', () => {
  const sent: Link = { ...link, sentOn: '2026-06-08' };
  const yes = (side: 'a' | 'b', means: 'page' | 'phone' = 'page'): LinkRequest => ({
    type: 'AcceptProposal',
    side,
    means,
  });
  const no: LinkRequest = {
    type: 'DeclineProposal',
    side: 'a',
    reasonCode: 'staffing',
    wantsOtherPartner: true,
  };
  const helen = by('person:helen');
  expect([yes('a'), no].map((it) => admitted(it, helen, sent))).toEqual(['admitted', 'admitted']);
  expect(admitted(yes('b'), helen, sent)).toBe('NotFound');
  expect(admitted(yes('a', 'phone'), helen, sent)).toBe('NotAllowed');
  expect(admitted(yes('a'), helen, link)).toBe('NotFound');
  for (const other of ['person:saira', 'person:hari', 'user:helen']) {
    expect(admitted(no, by(other), sent)).toBe('NotFound');
  }
  const paused = { ...sent, paused: { since: TODAY, reasonCode: 'staffing' } };
  expect(admitted(yes('a'), helen, paused)).toBe('NotAllowed');
});

test('whoever comes by another door is admitted there', () => {
  expect(admitted({ type: 'Complete' }, by('user:rosa', 'page'))).toBe('admitted');
});
