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

describe('a number', () => {
  const errors = (typed: string) => {
    const posted = new PostedForm({ km: typed });
    posted.count('km', 'Enter a whole number of kilometres', 500, 1);
    return posted.errors.map(({ message }) => message);
  };

  it.each(['0', '501', '99999999', '9'.repeat(40)])('%s is out of its limits, and said so once', (typed) => {
    expect(errors(typed)).toEqual(['Enter a number from 1 to 500']);
  });

  it.each(['', 'ten', '-1', '1.5'])('"%s" is none', (typed) => {
    expect(errors(typed)).toEqual(['Enter a whole number of kilometres']);
  });
});

test('a line that is too long is told the one limit that holds', () => {
  const posted = new PostedForm({ subject: 'x'.repeat(500) });
  posted.line('subject', 'Write what the mail is about', 150);
  expect(posted.errors).toEqual([{ field: 'subject', message: 'Use at most 150 characters' }]);
});
