import { questionOf } from './words-to-question.js';

test.each([
  ['Ring me on 01274 555 000 before ten.', 'phone-number'],
  ['My mobile is +44 7700 900123', 'phone-number'],
  ['Please bring the pupil Amir to the front.', 'names'],
  ['The children called Sofia and Jack read their poem.', 'names'],
  ['Amir, Sofia and Jack read their poem.', 'names'],
])('"%s" is questioned', (words, question) => {
  expect(questionOf(words)).toBe(question);
});

test.each([
  'The coach leaves at 09:30 on Tuesday, Wednesday and Thursday.',
  'We meet on 26 November 2026 at Cartwright Hall, BD9 4NS.',
  'Dear colleagues, 28 children take part. Thank you.',
  'The children are looking forward to it.',
])('"%s" is not', (words) => {
  expect(questionOf(words)).toBeUndefined();
});
