import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addFrozenLines, frozenLines } from './frozen-lines.js';

const folder = mkdtempSync(path.join(tmpdir(), 'frozen-'));
const file = path.join(folder, 'said');
afterAll(() => rmSync(folder, { recursive: true }));

const rewrite = (change: (text: string) => string) =>
  writeFileSync(`${file}.ndjson`, change(readFileSync(`${file}.ndjson`, 'utf8')));
const changedLines = () => frozenLines(file).changes.map((sentence) => /^Line (\d+) of/.exec(sentence)?.[1]);

test('lines may be added, and none may be edited, taken out or put between', () => {
  addFrozenLines(file, ['one', 'two']);
  addFrozenLines(file, ['three']);
  expect(frozenLines(file)).toEqual({ lines: ['one', 'two', 'three'], changes: [] });
  const stood = readFileSync(`${file}.ndjson`, 'utf8');

  rewrite((text) => text.replace('two', 'Two'));
  expect(changedLines()).toEqual(['2']);
  expect(frozenLines(file).changes[0]).toContain('History is never rewritten: put it back.');
  rewrite(() => stood.replace('three\n', ''));
  expect(changedLines()).toEqual(['3']);
  rewrite(() => stood.replace('two\n', 'new\ntwo\n'));
  expect(changedLines()).toEqual(['2', '3', '4']);
});
