import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { mailTitles } from '@linking/notices/mail-titles.js';

const root = path.resolve(import.meta.dirname, '../../../..');

/** The text of each spec by its name without `.spec.ts`; of several with one name, all of them. */
const specs = new Map<string, string>();
for (const folder of ['libs', 'apps', 'tests']) {
  for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
    const name = /^(.+)\.spec\.tsx?$/.exec(entry.name)?.[1];
    if (name === undefined) continue;
    specs.set(name, (specs.get(name) ?? '') + readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  }
}

const rows = readFileSync(path.join(root, 'docs/mail-rules.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const named = (text = '') => [...text.matchAll(/`([a-z0-9-]+)`/g)].map(([, name]) => name ?? '');
const ofRules = rows.filter(([, rule = '']) => /^N\d\d$/.test(rule));

describe('the table of the rules of mails', () => {
  test('has a row a rule, and no other', () => {
    const rules = Object.keys(mailTitles).filter((rule) => rule !== 'written');
    expect(ofRules.map(([, rule]) => rule)).toEqual(rules.toSorted());
  });

  test('names a spec for each that exists and knows the rule', () => {
    const unproven = ofRules.flatMap(([, rule = '', ...cells]) => {
      const names = named(cells.at(-2));
      const strangers = names.filter((name) => !new RegExp(`\\b${rule}\\b`).test(specs.get(name) ?? ''));
      return names.length === 0 ? [rule] : strangers.map((name) => `${rule} ${name}`);
    });
    expect(unproven).toEqual([]);
  });

  test('names a spec that exists for all bad input', () => {
    const badInput = rows.slice(rows.indexOf(ofRules.at(-1) ?? []) + 3);
    expect(badInput.length).toBeGreaterThan(8);
    expect(badInput.filter((row) => named(row.at(-2)).length === 0)).toEqual([]);
    expect(badInput.flatMap((row) => named(row.at(-2))).filter((name) => !specs.has(name))).toEqual([]);
  });
});
