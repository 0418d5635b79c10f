import { mergedMail } from './merged-mail.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';
import { sampleMails } from './wording/sample-mails.js';

const sample = (name: string) => {
  const mail = sampleMails[name];
  if (mail === undefined) throw new Error(`No sample ${name}`);
  return mail;
};
const [training, visit, asked] = ['n11-planning-soon', 'n21-visitor', 'n18-first-asking'].map(sample) as [
  ReturnType<typeof sample>,
  ReturnType<typeof sample>,
  ReturnType<typeof sample>,
];

test('mails of one morning are one mail: greeted once, a heading and a button for each', () => {
  const merged = mergedMail([training, visit, asked]);
  expect(merged.subject).toBe(`${training.subject} (and 2 more)`);
  expect(merged.sections.map(({ heading }) => heading)).toEqual(
    [training, visit, asked].map((it) => it.subject),
  );
  const html = renderHtml(merged);
  expect(html.match(/<h1>/g)).toHaveLength(1);
  expect(html.match(/<h2>/g)).toHaveLength(3);
  expect(html.match(/class="button"/g)).toHaveLength(3);
  expect(renderText(merged).match(/Dear Saira Malik/g)).toHaveLength(1);
});

test('what each of them says at its foot is said once, with every reason', () => {
  const text = renderText(mergedMail([training, visit, visit]));
  expect(text.match(/no children’s names/g)).toHaveLength(1);
  expect(text.match(/You get this e-mail because/g)).toHaveLength(2);
  expect(text.match(/Questions\?/g)).toHaveLength(1);
  expect(text.match(/01274 496 0000/g)).toHaveLength(1);
});

test('a second programme’s facilitator is named as well', () => {
  const other = { ...visit, askWho: [{ name: 'Ines Moore', email: 'kent@linking.example' }] };
  const text = renderText(mergedMail([training, other]));
  expect(text).toContain('Aisha Khan');
  expect(text).toContain('Ines Moore');
});

test('one mail stays as it is, and none cannot be merged', () => {
  expect(mergedMail([visit])).toBe(visit);
  expect(() => mergedMail([])).toThrow('no mail to merge');
});
