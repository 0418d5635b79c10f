import fc from 'fast-check';
import { everyWordingKind, kindOf, placeholders } from '@linking/domain/wording/wording-kinds.js';
import { checkWording, type WordingText } from '@linking/domain/wording/wording-text.js';
import { headerText } from '../mail-headers.js';
import { mailTitles } from '../mail-titles.js';
import { renderHtml } from '../render-html.js';
import { renderText } from '../render-text.js';
import { calledAs } from './called-as.js';
import { filled, fillingsOf } from './fillings.js';
import { productWording, sampleOf, wordedSample } from './product-wording.js';
import { sampleMails } from './sample-mails.js';
import { worded } from './worded.js';

const own: WordingText = {
  subject: 'A signature, please: {school}',
  opening: 'Good morning.\n\n{class} and {partner-class} wait for you.',
  closing: '{facilitator} is glad to help.',
};
const bradford = {
  programme: 'Kent',
  askWho: { name: 'Ines Moore', email: 'kent@linking.example' },
  facilitator: 'your linking officer',
  privacyHref: 'https://linking.example/privacy',
};

test('what people see in the editor is what is sent now', () => {
  for (const kind of everyWordingKind) {
    const sample = sampleOf(kind);
    const text = productWording(kind);
    expect(() => checkWording(kind, text, false)).not.toThrow();
    expect(renderText(worded(sample, text, fillingsOf(sample.about)))).toBe(renderText(sample));
  }
});

test('the same words fit other facts', () => {
  for (const [kind, others] of [
    ['N10', ['n10-half-day']],
    ['N15-teacher', ['n15-in-school']],
    ['N24-teacher', ['n24-complete']],
    ['N24-head', ['n24-head-with-form']],
  ] as const) {
    for (const name of others) {
      const mail = sampleMails[name];
      if (mail === undefined) throw new Error(`No sample ${name}`);
      expect(renderText(worded(mail, productWording(kind), fillingsOf(mail.about)))).toBe(renderText(mail));
    }
  }
});

test('a mail can name whatever its placeholders stand for', () => {
  for (const kind of everyWordingKind) {
    const fillings = fillingsOf(sampleOf(kind).about);
    for (const name of kindOf(kind).placeholders)
      expect([kind, name, fillings[name]]).not.toContain(undefined);
  }
});

test('every rule has words that people may change, but what tells that a link rests or ends, what lists facts, and what is written each time', () => {
  const fixed = ['N03', 'N06', 'N26', 'N27', 'N28', 'N29', 'N30', 'written'];
  const rules = new Set(everyWordingKind.map((kind) => kindOf(kind).rule));
  expect(Object.keys(mailTitles).filter((rule) => !(rules as ReadonlySet<string>).has(rule))).toEqual([
    ...fixed,
  ]);
});

test('own words stand before the commitments; those, the button and who to ask stay', () => {
  const mail = wordedSample('N07', own, bradford);
  const text = renderText(mail);
  expect(mail.subject).toBe('A signature, please: St Mary’s Primary School');
  expect(text).toContain(
    'Good morning.\n\n4 Oak of St Mary’s Primary School and 4 Ash of Hill Top Academy wait for\nyou.\n\nBy signing',
  );
  expect(text.match(/^\* /gm)).toHaveLength(4);
  expect(text).toContain('Your linking officer is glad to help.\n\nThe button is for you alone');
  expect(text).toContain('Questions? Ask your linking officer:\n  Ines Moore');
  expect(text).not.toContain('will link with');
});

test('nothing that is worded otherwise loses its line about children’s names', () => {
  for (const kind of everyWordingKind) {
    const sample = renderText(sampleOf(kind));
    const other = renderText(wordedSample(kind, { ...own, opening: 'Short.', closing: '' }, bradford));
    if (sample.includes('children’s names'))
      expect([kind, other]).toEqual([kind, expect.stringMatching(/children’s\s+names/)]);
  }
});

test('a programme that calls its coordinator otherwise does so in every mail', () => {
  for (const [name, mail] of Object.entries(sampleMails)) {
    const said = renderText(calledAs(mail, 'your linking officer')).replace(/\s+/g, ' ');
    expect([name, said]).toEqual([name, expect.not.stringMatching(/local facilitator/i)]);
    expect(said).toMatch(/Ask (your linking officer|the national office):/);
  }
});

test('no text that is typed makes a header, markup or another placeholder', () => {
  const names = fc.constantFrom(...placeholders.map((name) => `{${name}}`));
  const nasty = fc.constantFrom(
    '\r\nBcc: all@x.example',
    '<script>',
    '{school}',
    '=?utf-8?',
    '\u2028',
    '</p>',
  );
  const typed = fc
    .array(fc.oneof(fc.string(), names, nasty), { maxLength: 6 })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(typed, typed, typed, typed, (subject, opening, closing, school) => {
      const sample = sampleOf('N07');
      const link = { ...sample.about.link!, ownSchool: school };
      const mail = worded(sample, { subject, opening, closing }, fillingsOf({ ...sample.about, link }));
      expect(headerText(mail.subject)).not.toMatch(/[\r\n\u2028\u2029]|=\?/);
      const html = renderHtml(mail);
      expect(html).not.toMatch(/<script|<\/p>[^<]*<\/p>/);
      expect(html.match(/<(a|h1|li|address|footer)[ >]/g)).toEqual(
        renderHtml(sample).match(/<(a|h1|li|address|footer)[ >]/g),
      );
      expect(filled('to {partner}', { partner: school, school: 'taken' })).toBe(
        `to ${school}`.replace(/\s+/gu, ' ').trim(),
      );
    }),
  );
});
