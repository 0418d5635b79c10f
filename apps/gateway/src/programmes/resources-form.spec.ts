import { PostedForm } from '../pages/forms/posted-form.js';
import type { FormMaterial } from './programme-form.js';
import { MOST_RESOURCES, resourcesForm } from './resources-form.js';

// Nothing but what was posted is read.
const material = {} as FormMaterial;
const read = (posted: Readonly<Record<string, string>>) => {
  const form = new PostedForm(posted);
  const requests = resourcesForm.read(form, material);
  return { requests, errors: form.errors.map(({ field }) => field) };
};

it('reads a page a line: its title, and its address at the end', () => {
  const { requests, errors } = read({
    'first-exchange.teachers':
      'Who am I? https://example.org/lesson\r\n\r\n  A film  https://example.org/film ',
    'meetings.families': 'What to pack https://example.org/pack',
  });
  expect(errors).toEqual([]);
  expect(requests).toEqual([
    {
      type: 'SetResources',
      resources: [
        {
          step: 'first-exchange',
          audience: 'teachers',
          title: 'Who am I?',
          url: 'https://example.org/lesson',
        },
        { step: 'first-exchange', audience: 'teachers', title: 'A film', url: 'https://example.org/film' },
        { step: 'meetings', audience: 'families', title: 'What to pack', url: 'https://example.org/pack' },
      ],
    },
  ]);
});

it('takes no line without a title, without an address, or with one that is not safe', () => {
  for (const line of [
    'https://example.org',
    'A film',
    'A film http://example.org',
    'Run javascript:alert(1)',
  ]) {
    expect([line, read({ 'meetings.teachers': line }).errors]).toEqual([line, ['meetings.teachers']]);
  }
});

it('takes no longer list than a mail can carry', () => {
  const lines = Array.from({ length: MOST_RESOURCES + 1 }, (_, n) => `Page ${n} https://example.org/${n}`);
  expect(read({ 'meetings.teachers': lines.join('\n') }).errors).toEqual(['first-exchange.teachers']);
});
