import { wordingErrors } from './wording-errors.js';

const text = { subject: 'Please sign', opening: 'Good morning, {school}.', closing: '' };
const errors = (change: Partial<typeof text>, checked = false) =>
  wordingErrors('N07', { ...text, ...change }, checked);

test('an empty subject, an unknown placeholder and a single bracket are told at their boxes', () => {
  const told = errors({ subject: '', opening: '{nobody}', closing: 'a } b' });
  expect(told.map(({ field, message }) => [field, message.split('. ')[0]])).toEqual([
    ['subject', 'The subject is empty'],
    ['opening', 'The opening text has {nobody}, which this mail does not know'],
    ['closing', 'The closing text has a curly bracket that belongs to no placeholder'],
  ]);
});

test('two texts that are too long are told once each, by name, with the limit that holds', () => {
  expect(errors({ opening: 'x'.repeat(5_500), closing: 'y'.repeat(5_500) })).toEqual([
    {
      field: 'opening',
      message: 'The opening text has 5500 characters; 2000 are possible. Make it shorter.',
    },
    {
      field: 'closing',
      message: 'The closing text has 5500 characters; 1000 are possible. Make it shorter.',
    },
  ]);
});

test('what is doubtful is told at its box until it was checked', () => {
  const closing = 'Ring 01274 496 0000.';
  expect(errors({ closing }).map(({ field }) => field)).toEqual(['closing']);
  expect(errors({ closing }, true)).toEqual([]);
});
