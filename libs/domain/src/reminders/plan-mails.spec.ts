import {
  agreed,
  brokered,
  issued,
  issuedTo,
  proposedInSchool,
  accepted,
  signedBy,
  happened,
} from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { programmeKey } from './interest-mails.js';
import { planMails } from './plan-mails.js';
import { mailId } from './wanted-mail.js';

/** The mails that go at once; those on a date have specs of their own. */
const mails = (...facts: Facts) =>
  planMails(given(...facts).link)
    .filter(({ kind }) => kind === 'immediate')
    .map(mailId);
/** The number of the entry of a type, as the specs name events. */
const entry = (facts: Facts, type: string, last = false) => {
  const types = facts.flat().map((fact) => fact.type);
  return `e${(last ? types.lastIndexOf(type as never) : types.indexOf(type as never)) + 1}`;
};
const voided = (voidsEventId: string) =>
  happened('2026-09-20', 'EntryVoided', { voidsEventId, reasonCode: 'wrong-link' });

const toPartners = [
  'BRD-2026-014.N09.partner-a.2026-09-09.teacher-a',
  'BRD-2026-014.N09.partner-a-copy.2026-09-09.head-a',
  'BRD-2026-014.N09.partner-b.2026-09-09.teacher-b',
  'BRD-2026-014.N09.partner-b-copy.2026-09-09.head-b',
];
const toSign = (side: string, day = '2026-09-01') => `BRD-2026-014.N07.agreement-${side}.${day}.head-${side}`;

test('whoever has not signed is asked to', () => {
  expect(mails(brokered)).toEqual([]);
  expect(mails(issued)).toEqual([toSign('a'), toSign('b')]);
  expect(mails(issued, signedBy('a'))).toEqual([toSign('b')]);
});

test('both teachers and both heads are told of the partner once both signed', () => {
  expect(mails(agreed)).toEqual(toPartners);
});

test('a paused link and a withdrawn one ask for nothing but that it is told; a resumed one for what it asked before', () => {
  const paused = happened('2026-09-10', 'LinkPaused', { reasonCode: 'building-work' });
  const withdrawn = happened('2026-09-10', 'LinkWithdrawn', {
    side: 'b',
    reasonCode: 'staffing',
    stageReached: 'signed',
  });
  const besides = (...facts: Facts) => mails(...facts).filter((id) => !id.includes('.N26.'));
  expect(besides(agreed, paused)).toEqual([]);
  expect(besides(agreed, withdrawn)).toEqual([]);
  expect(besides(agreed, paused, happened('2026-09-20', 'LinkResumed', {}))).toEqual(toPartners);
});

test('a corrected day makes no other mail of the one that was sent', () => {
  const corrected = (correctsEventId: string, was: string) =>
    happened('2026-09-20', 'EntryCorrected', {
      correctsEventId,
      pointer: '/occurredOn',
      was,
      now: '2026-09-05',
      reasonCode: 'typing-mistake',
    });
  expect(mails(agreed, corrected(entry([agreed], 'AgreementSigned', true), '2026-09-09'))).toEqual(
    toPartners,
  );
  expect(mails(issued, corrected(entry([issued], 'AgreementIssued'), '2026-09-01'))).toEqual([
    toSign('a'),
    toSign('b'),
  ]);
});

test('a signature that was voided is asked for again in the same mail, and signed again nobody is told twice', () => {
  const again = [agreed, voided(entry([agreed], 'AgreementSigned', true))];
  expect(mails(...again)).toEqual([toSign('b')]);
  expect(mails(...again, signedBy('b', '2026-09-25'))).toEqual(toPartners);
});

test('a proposal that was voided with all that followed asks for nothing any more', () => {
  expect(planMails(given(issued, voided(entry([issued], 'LinkProposed'))).link)).toEqual([]);
});

test('an agreement that is sent anew is asked for in a new mail', () => {
  const anew = [issued, voided(entry([issued], 'AgreementIssued')), issuedTo('a', '2026-09-21')];
  expect(mails(...anew)).toEqual([toSign('a', '2026-09-21'), toSign('b')]);
});

test('a teacher who comes in place of another is told; the others are not told again', () => {
  const replaced = happened('2026-11-02', 'TeacherReplaced', {
    side: 'b',
    from: 'teacher-b',
    to: 'teacher-c',
    linkedBefore: false,
    reasonCode: 'left-school',
  });
  const [teacherA, headA, , headB] = toPartners;
  const n25 = (step: string, who: string) => `BRD-2026-014.N25.${step}-b-v12.2026-11-02.${who}`;
  expect(mails(agreed, replaced)).toEqual([
    teacherA,
    headA,
    headB,
    n25('new-teacher', 'teacher-c'),
    n25('former-teacher', 'teacher-b'),
    n25('new-teacher', 'teacher-a'),
    n25('new-teacher', programmeKey('bradford')),
  ]);
});

test('an in-school link asks its one headteacher once, and tells her once', () => {
  const oneHead = proposedInSchool.map((fact) =>
    fact.type === 'InterestRecorded' ? { ...fact, data: { ...fact.data, headId: 'head-a' } } : fact,
  );
  const inSchool = [oneHead, accepted('a'), accepted('b'), issuedTo('a')];
  expect(mails(...inSchool)).toEqual([toSign('a')]);
  expect(mails(...inSchool, signedBy('a'))).toEqual(toPartners.slice(0, 3));
});

test('a headteacher who teaches the class gets one mail', () => {
  const teaching = agreed.map((fact) =>
    fact.type === 'InterestRecorded' && fact.data.side === 'a'
      ? { ...fact, data: { ...fact.data, teachers: [{ teacherId: 'head-a', linkedBefore: true }] } }
      : fact,
  );
  expect(mails(teaching).filter((id) => id.endsWith('.head-a'))).toEqual([
    'BRD-2026-014.N09.partner-a.2026-09-09.head-a',
  ]);
});
