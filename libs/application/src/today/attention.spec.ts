import { escalationOf } from '@linking/domain/link/escalation.js';
import { unknownLink } from '@linking/domain/link/link.js';
import type { StepTask } from '@linking/domain/link/link-tasks.js';
import { byUrgency, keyOf, linksOf, urgencyOf, type AttentionItem } from './attention.js';

const today = '2026-11-23';
const step = (ref: string, due: string): AttentionItem => {
  const escalation = escalationOf(unknownLink, 'agreement', due);
  const task: StepTask = {
    kind: 'step',
    step: 'agreement',
    from: due,
    due,
    awaited: [],
    agreed: false,
    escalation,
  };
  return { kind: 'task', ref, programme: 'bradford', partnerProgramme: null, task };
};
const meeting = (ref: string, on: string): AttentionItem => ({
  kind: 'task',
  ref,
  programme: 'bradford',
  partnerProgramme: null,
  task: { kind: 'meeting-not-ready', number: 1, from: on, until: on, due: on, sides: ['b'] },
});
const register: AttentionItem = {
  kind: 'register',
  kindOfTraining: 'initial-full',
  sessionId: 's1',
  programme: 'bradford',
  on: '2026-11-18',
  teachers: 14,
};
const waiting: AttentionItem = {
  kind: 'waiting',
  programme: 'bradford',
  classes: 3,
  since: '2026-05-12',
  urns: ['900001'],
};
const unplaced = (since: string): AttentionItem => ({
  kind: 'unplaced',
  programme: '',
  interests: 2,
  since,
  urns: ['900012'],
});
const venue: AttentionItem = {
  kind: 'venue-full',
  programme: 'bradford',
  venueId: 'v1',
  on: '2026-12-03',
  linksAtOnce: 1,
  meetings: ['BRD-2026-009 1', 'BRD-2026-022 1'],
};

describe('what needs attention', () => {
  it('comes in this order: a day of this week, the longest overdue, a day further ahead, amber, what can wait', () => {
    const items = [
      waiting,
      register,
      step('BRD-2026-002', '2026-11-20'),
      step('BRD-2026-003', '2026-11-25'),
      venue,
      step('BRD-2026-001', '2026-09-15'),
      meeting('BRD-2026-014', '2026-11-26'),
    ];
    expect(byUrgency(items, today).map(keyOf)).toEqual([
      'BRD-2026-014 meeting-not-ready 1',
      'BRD-2026-001 step agreement',
      'v1 2026-12-03',
      's1',
      'BRD-2026-002 step agreement',
      'BRD-2026-003 step agreement',
      'waiting bradford',
    ]);
  });

  it('is red only ten school days after its target: until then mails ask for it', () => {
    expect(urgencyOf(step('BRD-2026-001', today), '2026-12-04')).toBe('amber');
    expect(urgencyOf(step('BRD-2026-001', today), '2026-12-07')).toBe('red');
  });

  it('is red when a school without a programme has waited for more than five working days', () => {
    expect(urgencyOf(unplaced('2026-11-16'), today)).toBe('amber');
    expect(urgencyOf(unplaced('2026-11-13'), today)).toBe('red');
  });

  it('counts both links of a clash, and none for classes that wait', () => {
    expect(linksOf(venue)).toEqual(['BRD-2026-009', 'BRD-2026-022']);
    expect([waiting, unplaced(today), register].flatMap(linksOf)).toEqual([]);
  });
});
