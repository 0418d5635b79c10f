import { csvText, guarded } from './spreadsheet-text.js';

test('a text that begins like a formula stays a text', () => {
  expect(['=1+1', ' @sum', '+44 1274', '-', 'Ash = Elm'].map(guarded)).toEqual([
    `'=1+1`,
    `' @sum`,
    `'+44 1274`,
    `'-`,
    'Ash = Elm',
  ]);
});

test('cells with commas, quotes and line breaks keep to their cell', () => {
  expect(csvText([['Ash, Elm', 'the "day"', 'two\nlines', '=x,y']])).toBe(
    '\uFEFF"Ash, Elm","the ""day""",two lines,"\'=x,y"\r\n',
  );
});
