import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mailTitles } from './mail-titles.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';
import { sampleMails } from './wording/sample-mails.js';

const folder = path.resolve(import.meta.dirname, '../samples');
const mails = Object.entries(sampleMails);
const named = (part: RegExp) => mails.filter(([name]) => part.test(name));

test.each(mails)('%s reads as its sample does', (name, mail) => {
  const sample = readFileSync(path.join(folder, `${name}.txt`), 'utf8');
  expect(`Subject: ${mail.subject}\n\n${renderText(mail)}`).toBe(sample);
});

test('every rule has a sample, and every sample is made', () => {
  const rules = new Set(mails.map(([name]) => (name === 'written' ? name : name.slice(0, 3).toUpperCase())));
  expect(Object.keys(mailTitles).filter((rule) => !rules.has(rule))).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(mails.map(([name]) => `${name}.txt`).sort());
});

test('subjects fit into a list of mails, and lines of text into any window', () => {
  expect(mails.filter(([, { subject }]) => subject.length > 78)).toEqual([]);
  const long = mails.flatMap(([, mail]) => renderText(mail).split('\n')).filter((line) => line.length > 76);
  expect(long).toEqual([]);
});

test('every mail has one thing to do, whom to ask, why it came, and how data are used', () => {
  for (const [name, mail] of mails) {
    const html = renderHtml(mail);
    const buttons = { 'n09-head': 0, 'merged-three': 3, written: 0 }[name] ?? 1;
    expect([name, html.match(/class="button"/g)?.length ?? 0]).toEqual([name, buttons]);
    for (const form of [html, renderText(mail)]) {
      expect(form).toMatch(/(bradford|office)@linking\.example/);
      expect(form).toContain('You get this e-mail because');
      expect(form).toContain('https://linking.example/privacy');
    }
  }
});

test('no mail asks to be rung: a programme has a mailbox and no telephone number', () => {
  const asking = mails.filter(([, mail]) =>
    /\b(ring|phone|call) us\b/i.test(renderText(mail).replace(/\s+/g, ' ')),
  );
  expect(asking.map(([name]) => name)).toEqual([]);
});

test('whoever may write about a class is asked to use no children’s names', () => {
  const toTeachers = named(/^n(0[1236]|09-teacher|1|2[0-8])/).filter(([name]) => !name.includes('venue'));
  const silent = toTeachers.filter(([, mail]) => !renderText(mail).includes('children’s names'));
  expect(toTeachers.length).toBeGreaterThan(25);
  expect(silent.map(([name]) => name)).toEqual([]);
});

test('what linking is for stands in the first letter to a headteacher, and in the one that brings teachers together', () => {
  const aims = /identity and diversity, champion equality and learn through dialogue/;
  const saying = mails.filter(([, mail]) => aims.test(renderText(mail).replace(/\s+/g, ' ')));
  expect(saying.map(([name]) => name)).toEqual(
    expect.arrayContaining(['n01-interest-received', 'n09-teacher']),
  );
});

test('a letter about something that is late blames nobody and offers help', () => {
  const blame =
    /\b(overdue|late|fail(ed|ure)?|immediately|must|unacceptable|urgent|final|you (have not|did not|should have))\b/i;
  const letters = mails.filter(([name]) => !/^n(27|28|29)/.test(name));
  expect(letters.filter(([, mail]) => blame.test(renderText(mail))).map(([name]) => name)).toEqual([]);
  const asking = named(/^n(05-second|08-second|12|18-second)/);
  expect(asking).toHaveLength(4);
  for (const [name, mail] of asking) {
    expect([name, renderText(mail)]).toEqual([name, expect.stringMatching(/ring|call/)]);
  }
});

test('what is moved, put online or cancelled says what changed, and asks for a sign that it arrived', () => {
  for (const [name, mail] of named(/^n(15|20).*(moved|other-time|online|cancelled)/)) {
    const text = renderText(mail).replace(/\s+/g, ' ');
    expect(text).toMatch(
      /has moved from|has changed|now takes place online|is cancelled|not coming after all/,
    );
    const [asks, whom] = name.includes('venue')
      ? ['Please answer this e-mail', 'bradford@linking.example']
      : ['Please ring your linking partner', '01274 496 0001'];
    expect(text).toContain(asks);
    expect(text).toContain(whom);
  }
});

test('a mail to a venue names schools and no teacher', () => {
  for (const [, mail] of named(/venue/)) {
    expect(renderText(mail)).toContain('Hill Top');
    expect(renderText(mail)).not.toMatch(/Saira|Tom Reed/);
  }
});

test('a link within one school needs no transport', () => {
  for (const [, mail] of named(/in-school/)) expect(renderText(mail)).not.toMatch(/transport|coach/i);
  for (const [, mail] of named(/n04-linking|n15-planned|n20-visitor/))
    expect(renderText(mail)).toMatch(/transport/);
});
