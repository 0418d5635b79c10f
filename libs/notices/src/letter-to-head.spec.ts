import { targetedSteps } from '@linking/events/link/codes.js';
import { letterToHead } from './letter-to-head.js';
import { link } from './wording/sample-mails.js';

const letter = (step: (typeof targetedSteps)[number]) =>
  letterToHead({
    head: 'Helen Marsh',
    link,
    step,
    target: '2026-11-30',
    facilitator: 'Aisha Khan',
    programme: 'Bradford',
    mailbox: 'bradford@linking.example',
  });

test('a letter says which link it is about, what was hoped for, and how to answer', () => {
  const { greeting, paragraphs, signature } = letter('exchange');
  expect(greeting).toBe('Dear Helen Marsh,');
  expect(paragraphs[0]).toBe(
    '4 Oak of St Mary’s Primary School is linked with 4 Ash of Hill Top Academy in 2026–27 (link BRD-2026-014).',
  );
  expect(paragraphs[1]).toContain(
    'We had hoped that your class would have sent its first work to the other one by Monday 30 November 2026, and',
  );
  expect(paragraphs[2]).toContain('let us know, in a short e-mail to bradford@linking.example, whether');
  expect(paragraphs.at(-1)).toBe('If you would rather talk about it, write when we may ring you.');
  expect(signature).toEqual(['Yours sincerely', 'Aisha Khan', 'Schools Linking Bradford']);
  expect(new Set(signature).size).toBe(signature.length);
});

test('there is a letter for every step, and none of them blames', () => {
  const texts = targetedSteps.map((step) => letter(step).paragraphs.join(' '));
  expect(new Set(texts).size).toBe(targetedSteps.length);
  expect(texts.filter((text) => /\b(overdue|late|fail|must|final|urgent)/i.test(text))).toEqual([]);
});
