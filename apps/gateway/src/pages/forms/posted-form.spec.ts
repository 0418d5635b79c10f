import { PostedForm } from './posted-form.js';

const read = (startsAt: string) => {
  const posted = new PostedForm({ startsAt });
  return [posted.time('startsAt', 'Enter when it begins'), posted.errors.length] as const;
};

describe('a time of day', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['10', '10:00'],
    ['2pm', '14:00'],
    ['9.15 AM', '09:15'],
    ['12:30pm', '12:30'],
    ['12am', '00:00'],
  ])('is understood when it is typed as %s', (typed, time) => {
    expect(read(typed)).toEqual([time, 0]);
  });

  it.each(['', 'noon', '24:00', '10:60', '13pm', '0am', '10:5'])('is asked for again after "%s"', (typed) => {
    expect(read(typed)[1]).toBe(1);
  });
});
