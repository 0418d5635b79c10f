import type { LinkWords } from '@linking/application/links/link-words.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { readWriting } from './write-form.js';

// Only the subject is looked at.
const material = {
  links: [],
  words: {} as LinkWords,
  session: { id: 's', heading: 'Training' },
  mailsPause: undefined,
};

test('a subject that is too long is told the limit of a subject, once', () => {
  const posted = new PostedForm({ subject: 'x'.repeat(500), text: 'Good morning.' });
  readWriting(posted, material);
  expect(posted.errors).toEqual([{ field: 'subject', message: 'Use at most 150 characters' }]);
});
