import type { FormContext } from './command-form.js';
import { bookedVenues } from './booked-venues.js';

const hall = { id: 'v1', name: 'Cartwright Hall', linksAtOnce: 2 };
const at = (ref: string, startsAt: string, on = '2026-11-26') => ({
  ref,
  number: 1,
  on,
  startsAt,
  endsAt: '14:00',
  venueId: 'v1',
});
const booked = (...diary: readonly ReturnType<typeof at>[]) =>
  bookedVenues({
    venues: [hall],
    diary,
    link: { ref: 'BRD-2026-014' },
  } as unknown as FormContext).map(({ key, value }) => [key, value]);

describe('the form that plans a meeting', () => {
  it('says before saving where others meet already', () => {
    expect(booked(at('BRD-2026-009', '10:00'))).toEqual([
      ['Booked Thu 26 Nov', 'Cartwright Hall has one link that morning and room for two.'],
    ]);
    expect(
      booked(at('BRD-2026-009', '10:00'), at('BRD-2026-010', '09:30'), at('BRD-2026-011', '13:00')),
    ).toEqual([
      ['Booked Thu 26 Nov', 'Cartwright Hall has two links that morning and room for two.'],
      ['Booked Thu 26 Nov', 'Cartwright Hall has one link that afternoon and room for two.'],
    ]);
  });

  it('does not count the link itself', () => {
    expect(booked(at('BRD-2026-014', '10:00'))).toEqual([]);
  });
});
