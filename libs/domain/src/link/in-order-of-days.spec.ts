import type { Side } from '@linking/events/link/link-events.js';
import type { Decided } from './decided.js';
import {
  accepted,
  happened,
  heldMeeting,
  plannedMeeting,
  proposed,
  sent,
  signedBy,
} from './spec-support/example-link.js';
import { EARLIER, LATER, orderOf } from './spec-support/order-of-days.js';

const headChanged = (day: string, from: string, headId: string, side: Side = 'a') =>
  happened(day, 'HeadteacherChanged', { side, headId, from });
const succeeded = (day: string, from: string, to: string, side: Side = 'a') =>
  happened(day, 'SchoolSucceeded', { side, from, to, on: day });
const lost = (day: string, personId = 'teacher-a', side: Side = 'a') =>
  happened(day, 'ContactLost', { side, personId });
const found = (day: string, personId = 'teacher-a', side: Side = 'a') =>
  happened(day, 'ContactRestored', { side, personId });
const paused = (day: string) => happened(day, 'LinkPaused', { reasonCode: 'inspection' });
const resumed = (day: string) => happened(day, 'LinkResumed', {});

describe('the order of days', () => {
  it('is that of the days on which things happened, whenever they were entered', () => {
    expect(orderOf(heldMeeting(1, '2026-11-12'), sent('a', '2026-10-20'), signedBy('a', '2026-09'))).toBe(
      '3, 2, 1',
    );
  });

  it('leaves what happened on one day in the order in which it was entered', () => {
    const day = '2026-11-12';
    expect(orderOf(sent('b', day), heldMeeting(1, day), signedBy('a', '2026-09-09'), sent('a', day))).toBe(
      '3, 1, 2, 4',
    );
  });

  it('begins with the interests and the proposal, whatever their day', () => {
    expect(orderOf(...proposed, accepted('a', '2026-05-20'), accepted('b', 'before-import'))).toBe(
      '1, 2, 3, 5, 4',
    );
  });
});

describe('a word that follows another one comes after it, on whatever day it was said', () => {
  it.each<[string, Decided, Decided]>([
    [
      'a new head of the head before',
      headChanged(LATER, 'first', 'second'),
      headChanged(EARLIER, 'second', 'third'),
    ],
    ['a school that goes on for the one before', succeeded(LATER, '1', '2'), succeeded(EARLIER, '2', '3')],
    ['a contact that is found again', lost(LATER), found(EARLIER)],
    ['a contact that is lost again', found(LATER), lost(EARLIER)],
    ['the end of a rest', paused(LATER), resumed(EARLIER)],
    ['another rest', resumed(LATER), paused(EARLIER)],
  ])('%s', (_, first, second) => {
    expect(orderOf(first, second)).toBe('1, 2');
  });

  it('and so does what follows that one', () => {
    expect(
      orderOf(
        headChanged(LATER, 'first', 'second'),
        headChanged(EARLIER, 'second', 'third'),
        headChanged('2026-11-01', 'third', 'fourth'),
        sent('a', '2026-11-19'),
        sent('b', LATER),
      ),
    ).toBe('4, 1, 2, 3, 5');
  });
});

describe('a word that follows no other one is of its own day', () => {
  it.each<[string, Decided, Decided]>([
    [
      'a head who follows somebody else',
      headChanged(LATER, 'first', 'second'),
      headChanged(EARLIER, 'zeroth', 'first'),
    ],
    [
      'a head of the other school',
      headChanged(LATER, 'first', 'second'),
      headChanged(EARLIER, 'second', 'third', 'b'),
    ],
    ['a school that goes on for another one', succeeded(LATER, '2', '3'), succeeded(EARLIER, '1', '2')],
    ['a school of the other side', succeeded(LATER, '1', '2'), succeeded(EARLIER, '2', '3', 'b')],
    ['another contact that is found', lost(LATER), found(EARLIER, 'teacher-c')],
    ['a contact of the other school that is found', lost(LATER), found(EARLIER, 'teacher-a', 'b')],
    ['another contact that is lost', found(LATER), lost(EARLIER, 'teacher-c')],
    ['a contact of the other school that is lost', found(LATER), lost(EARLIER, 'teacher-a', 'b')],
    ['a contact that is lost twice', lost(LATER), lost(EARLIER)],
    ['a rest that is told anew', paused(LATER), paused(EARLIER)],
    [
      'a meeting that was held before its plan',
      plannedMeeting(1, '2026-12-03', LATER),
      heldMeeting(1, EARLIER),
    ],
    ['work that was sent', plannedMeeting(1, '2026-12-03', LATER), sent('a', EARLIER)],
  ])('%s', (_, first, second) => {
    expect(orderOf(first, second)).toBe('2, 1');
  });
});
