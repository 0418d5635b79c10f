import { readAsAt } from './as-at.js';

describe('a moment in the history of a link', () => {
  test.each([
    ['2027-01-15', '2027-01-15'],
    ['2027-01-15T09:00Z', '2027-01-15T09:00:00.000Z'],
    ['2027-07-15T00:30:05.5+01:00', '2027-07-14T23:30:05.500Z'],
  ])('%s is a day or an instant', (text, moment) => expect(readAsAt(text)).toBe(moment));

  test.each([
    '2027-02-30',
    '2027-02-30T09:00Z',
    '2027-01-15T25:00Z',
    '2027-01-15T09:00',
    '9999-12-31T23:59-12:00',
    'yesterday',
    '',
  ])('“%s” is neither', (text) => expect(readAsAt(text)).toBeUndefined());
});
