import { randomBytes } from 'node:crypto';
import { signCheckpoint } from './checkpoint.js';
import { readKept, type KeptFault } from './kept-checkpoint.js';
import { rotationStatement, vouchedFor } from './key-rotation.js';
import { signingKeyOf } from './ledger-keys.js';
import { leafHash } from './tree-hashes.js';

const origin = 'schools-linking.example/log/1';
const key = () => signingKeyOf(origin, randomBytes(32));
const [first, second, stranger] = [key(), key(), key()];
const keys = vouchedFor([second.public], [rotationStatement(first, second)]);
const log = { origin, keys, size: 40 };
const note = (size = 12, by = second, of = origin) =>
  signCheckpoint({ origin: of, size, root: leafHash('x') }, [by]);
const good = note();
const lines = good.split('\n');
const withLine = (number: number, line: string) => lines.with(number - 1, line).join('\n');

describe('a checkpoint that somebody kept', () => {
  it.each([
    ['is older than the log', good],
    ['is the newest', note(40)],
    ['is signed by a key that has handed over since', note(12, first)],
    ['was in a mail', `\uFEFF\r\n${good.replaceAll('\n', '\r\n')}\r\n`],
    ['has lost its last line end', good.trimEnd()],
    ['is signed by a stranger as well', good + note(12, stranger).split('\n').at(-2)! + '\n'],
  ])('that %s is a good one', (_how, text) => {
    expect(readKept(text, log)).toMatchObject({ ok: true });
  });

  it.each<[string, string, KeptFault, string]>([
    ['is of another log', note(12, second, 'another.example/log'), 'other-log', 'another.example/log'],
    ['is signed by a strange key', note(12, stranger), 'other-key', stranger.public.id],
    ['was changed after it was signed', good.replace('\n12\n', '\n13\n'), 'forged', second.public.id],
    ['speaks of more than there is', note(41), 'log-shorter', 'speaks of 41 events; the log has only 40'],
    ['is empty', '', 'malformed', 'line 1 should be the name'],
    ['has no number', withLine(2, '12 events'), 'malformed', 'line 2 should be the number'],
    ['has half a hash', withLine(3, lines[2]!.slice(9)), 'malformed', 'line 3 should be the hash'],
    ['is of nothing, with a hash', withLine(2, '0'), 'malformed', 'line 3 is not the hash over no events'],
    ['was cut off before its signature', lines.slice(0, 3).join('\n'), 'malformed', 'line 4 should be empty'],
    ['has lost its empty line', good.replace('\n\n', '\n'), 'malformed', 'line 4 should be empty'],
    ['has half a signature', withLine(5, lines[4]!.slice(0, -20)), 'forged', second.public.id],
    ['has a hyphen for the dash', good.replace('—', '-'), 'malformed', 'line 5 should be a signature'],
    ['has a tab', withLine(3, `${lines[2]}\t`), 'malformed', 'line 3 has a tab'],
  ])('that %s is named so', (_how, text, fault, words) => {
    const read = readKept(text, log);
    expect(read).toMatchObject({ ok: false, fault });
    expect(read.ok ? '' : read.sentence).toContain(words);
  });
});
