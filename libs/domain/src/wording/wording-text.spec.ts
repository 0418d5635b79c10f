import { Refusal } from '../refusal.js';
import { checkWording, doubtsIn, tidied, wordingFaults, type WordingText } from './wording-text.js';

const text = { subject: 'Please sign', opening: 'Good morning, {school}.', closing: '' };

function refused(change: Partial<WordingText>, checked = false) {
  try {
    checkWording('N07', { ...text, ...change }, checked);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.sentence, error.more.nextStep];
  }
  return undefined;
}

test('words with the placeholders of their mail are taken', () => {
  expect(refused({})).toBeUndefined();
  expect(refused({ subject: '{class} and {partner-class}', closing: 'Ask {facilitator}.' })).toBeUndefined();
});

test('a placeholder that the mail does not know is named, with those it knows', () => {
  expect(refused({ opening: 'On {date}.' })).toEqual([
    'PLACEHOLDER_UNKNOWN',
    'The opening text has {date}, which this mail does not know.',
    'Use one of {school}, {class}, {partner}, {partner-class}, {year}, {programme}, {facilitator}, {contact}.',
  ]);
  expect(refused({ subject: '{}' })?.[0]).toBe('PLACEHOLDER_UNKNOWN');
  expect(refused({ closing: 'a } b' })?.[1]).toBe(
    'The closing text has a curly bracket that belongs to no placeholder.',
  );
});

test.each([
  [{ subject: '' }, 'The subject is empty.'],
  [{ subject: 'Hello\r\nBcc: x@y.example' }, 'The subject has a line break or another control character.'],
  [{ subject: 'x'.repeat(121) }, 'The subject has 121 characters; 120 are possible.'],
  [{ opening: '' }, 'The opening text is empty.'],
  [{ opening: 'x'.repeat(2001) }, 'The opening text has 2001 characters; 2000 are possible.'],
  [{ closing: 'x'.repeat(1001) }, 'The closing text has 1001 characters; 1000 are possible.'],
])('%o is refused', (change, sentence) => {
  expect(refused(change)?.slice(0, 2)).toEqual(['WORDING_NOT_VALID', sentence]);
});

test('a telephone number or what looks like a child’s name is asked about, and stands once it was checked', () => {
  const opening = 'Ring Aisha on 01274 496 0000.';
  expect(refused({ opening })).toEqual([
    'WORDING_DOUBTFUL',
    '“01274 496 0000” looks like somebody’s telephone number.',
    'Take it out, or say that you have checked it and it may stand there.',
  ]);
  expect(refused({ opening }, true)).toBeUndefined();
  expect(doubtsIn('Bring a present for the pupil Amir.')).toEqual([
    '“pupil Amir” looks like the name of a child.',
  ]);
  expect(doubtsIn('In 2026–27 about 58 pupils come. Year 4.')).toEqual([]);
});

test('a mail that begins with its facts needs no words before them', () => {
  expect(() => checkWording('N09-head', { ...text, opening: '' }, false)).not.toThrow();
});

test('spaces and empty lines do not make other words, and half a character is no character', () => {
  const typed = { subject: ' Please  sign ', opening: 'One.\r\n\r\n\r\n Two \u0007.\n', closing: '\ud800' };
  expect(tidied(typed)).toEqual({ subject: 'Please  sign', opening: 'One.\n\nTwo .', closing: '\ufffd' });
});

test('each fault names the part it is in, and what is doubtful waits until the rest holds', () => {
  const faults = (change: Partial<WordingText>) =>
    wordingFaults('N07', { ...text, ...change }, false).map(({ field, refusal }) => [field, refusal.code]);
  expect(faults({ opening: 'x'.repeat(6_000), closing: 'x'.repeat(6_000) })).toEqual([
    ['opening', 'WORDING_NOT_VALID'],
    ['closing', 'WORDING_NOT_VALID'],
  ]);
  const opening = 'Ring Aisha on 01274 496 0000.';
  expect(faults({ subject: '', opening, closing: '{nobody} and }' })).toEqual([
    ['subject', 'WORDING_NOT_VALID'],
    ['closing', 'PLACEHOLDER_UNKNOWN'],
    ['closing', 'WORDING_NOT_VALID'],
  ]);
  expect(faults({ opening })).toEqual([['opening', 'WORDING_DOUBTFUL']]);
  expect(faults({})).toEqual([]);
});
