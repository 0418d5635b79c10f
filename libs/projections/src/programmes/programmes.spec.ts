import { expect, test } from '@jest/globals';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { foldProgramme, type Programme } from './programmes.js';

const bristol = {
  slug: 'bristol',
  code: 'BRS',
  name: 'Bristol',
  laCodes: ['801'],
  districtCodes: [],
  year: '2027-28',
};
const fold = (...events: readonly ProgrammeEvent[]) =>
  events.reduce<Programme | undefined>(
    (programme, event, index) => foldProgramme(programme, event, { revision: index + 1 }),
    undefined,
  );

test('a programme that wants to join is proposed until it has joined', () => {
  const proposed = fold({ type: 'ProgrammeProposed', data: bristol });
  expect(proposed).toEqual({ ...bristol, coordinators: [], proposed: true, revision: 1 });
  const joined = fold(
    { type: 'ProgrammeProposed', data: bristol },
    { type: 'CoordinatorAppointed', data: { userId: 'u', from: '2027-01-04' } },
    { type: 'ProgrammeJoined', data: { ...bristol, year: '2028-29' } },
  );
  expect(joined).toEqual({
    ...bristol,
    year: '2028-29',
    coordinators: [{ userId: 'u', from: '2027-01-04' }],
    revision: 3,
  });
});

test('a proposal that comes after the joining changes nothing', () => {
  const joined = fold(
    { type: 'ProgrammeJoined', data: bristol },
    { type: 'ProgrammeProposed', data: bristol },
  );
  expect(joined).not.toHaveProperty('proposed');
});
