import type { OfferedSchoolDetails, Opening } from '@linking/application/programmes/opening.js';
import { openingView } from '../src/programmes/opening-view-model.js';
import { seen } from './programme-samples.js';

const parts = { csrf: 'sample-csrf', idempotencyKey: 'sample-key' };

const school = (
  urn: string,
  name: string,
  teacher: string,
  ref: string,
  more: Partial<OfferedSchoolDetails> = {},
  recorded = false,
): OfferedSchoolDetails => ({
  urn,
  school: name,
  head: { personId: `h${urn}`, name: 'Helen Marsh' },
  priorities: [],
  classes: [
    {
      classId: `c${urn}`,
      name: '4 Oak',
      yearGroups: [4],
      pupilCount: 28,
      teachers: [{ personId: `t${urn}`, name: teacher }],
    },
  ],
  linkRefs: [ref],
  withdrew: false,
  ...(recorded
    ? {
        interest: { id: 'i1', status: 'waiting', expressedOn: '2027-06-02', channel: 'asked-again' } as const,
      }
    : {}),
  ...more,
});

const opening = (opened: boolean): Opening => ({
  year: '2027-28',
  from: '2026-27',
  opened,
  sessions: [
    {
      sessionId: '7f0f2b7c-1f43-4b0e-9a3e-5a0c5b0d6a11',
      kind: 'initial-full',
      on: '2026-10-01',
      startsAt: '09:30',
      endsAt: '15:00',
      venueId: 'v1',
      venue: 'Cartwright Hall',
      capacity: 24,
      suggestedOn: '2027-09-30',
      ...(opened ? { planned: { sessionId: 's2', on: '2027-09-30', cancelled: false } } : {}),
    },
    {
      sessionId: '7f0f2b7c-1f43-4b0e-9a3e-5a0c5b0d6a12',
      kind: 'planning-half',
      on: '2027-01-28',
      startsAt: '13:00',
      endsAt: '16:00',
      capacity: 24,
      suggestedOn: '2028-01-27',
    },
  ],
  schools: [
    school('900001', 'Brook Lane Primary', 'Saira Malik', 'BRD-2026-014', {}, opened),
    school('900002', 'St Aidan’s CofE Primary', 'Tom Field', 'BRD-2026-014'),
    school('900003', 'Elm Academy', 'Priya Shah', 'BRD-2026-021', { withdrew: true }),
  ],
});

export const before = openingView(seen(false), opening(false), { parts, venues: 5 });
export const opened = openingView(seen(false), opening(true), { parts, venues: 5 });
