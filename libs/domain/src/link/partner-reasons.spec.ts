import type { DifferenceProfile } from '@linking/events/link/link-events.js';
import { partnerReasons } from './partner-reasons.js';

const [year4, year5and4, year6] = [{ yearGroups: [4] }, { yearGroups: [5, 4] }, { yearGroups: [6] }];
const reasonsOf = (
  profile: Partial<DifferenceProfile>,
  reasons: readonly string[] = [],
  sides = { a: year4, b: year6 },
) => partnerReasons({ reasons, differenceProfile: { a: {}, b: {}, ...profile }, sides });

test('two schools are worth bringing together by what they differ in, and by the age of their classes', () => {
  expect(reasonsOf({ a: { percentEal: 80 }, b: { percentEal: 4 } })).toEqual(['first-languages']);
  expect(reasonsOf({ a: { percentFsm: 40 }, b: { percentFsm: 30 } })).toEqual(['circumstances']);
  expect(
    reasonsOf({ a: { religiousCharacter: 'Muslim' }, b: { religiousCharacter: 'Church of England' } }),
  ).toEqual(['faith']);
  expect(
    reasonsOf({ a: { urbanRural: 'Urban major conurbation' }, b: { urbanRural: 'Rural village' } }),
  ).toEqual(['town-and-country']);
  expect(reasonsOf({}, [], { a: year4, b: year5and4 })).toEqual(['similar-age']);
});

test('a small difference, an unknown figure and one of another kind are no reason', () => {
  expect(reasonsOf({ a: { percentEal: 13 }, b: { percentEal: 4 } })).toEqual([]);
  expect(
    reasonsOf({ a: { percentEal: 80, religiousCharacter: 'Muslim', urbanRural: 'Rural village' } }),
  ).toEqual([]);
  const fsm = (kind: 'fsm' | 'fsmEver') => ({ kind, source: 'census', asOf: '2026-01-15' }) as const;
  expect(
    reasonsOf({ a: { percentFsm: 40, fsm: fsm('fsm') }, b: { percentFsm: 10, fsm: fsm('fsmEver') } }),
  ).toEqual([]);
});

test('what was recorded as a reason counts as well, in the order in which it is told', () => {
  expect(reasonsOf({ a: { percentEal: 80 }, b: { percentEal: 4 } }, ['faith', 'something'])).toEqual([
    'first-languages',
    'faith',
  ]);
});
