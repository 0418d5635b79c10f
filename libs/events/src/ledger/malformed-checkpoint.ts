import { parseCheckpoint } from './checkpoint.js';
import { fromBase64 } from './ledger-keys.js';
import { EMPTY_ROOT, HASH_BYTES, sameHash } from './tree-hashes.js';

/** Such as an editor or a mail leaves it: with a mark at its beginning, with line ends of its own, with empty lines around it. */
export const tidied = (text: string): string => `${text.replaceAll('\r', '').trim()}\n`;

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f]/;

/** What is wrong with a text that should be a checkpoint, by its first wrong line; `undefined` when it is one. */
export function malformedIn(text: string): string | undefined {
  if (parseCheckpoint(text) !== undefined) return undefined;
  const lines = text.split('\n');
  const [origin = '', size = '', root = ''] = lines;
  const hash = fromBase64(root);
  const line = (number: number, should: string) => `line ${number} ${should}`;
  const control = lines.findIndex((it) => CONTROL.test(it));
  if (control >= 0) return line(control + 1, 'has a tab or another character that no checkpoint has');
  if (origin === '') return line(1, 'should be the name of the log');
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) {
    return line(2, 'should be the number of events, in digits alone');
  }
  if (hash?.length !== HASH_BYTES) return line(3, 'should be the hash over the events, 32 bytes in base64');
  if (size === '0' && !sameHash(hash, EMPTY_ROOT)) return line(3, 'is not the hash over no events');
  const empty = lines.indexOf('');
  if (empty < 0 || empty === lines.length - 1) {
    return line(4, 'should be empty, with the signature in the line after it');
  }
  const unsigned = lines.findIndex((it, at) => at > empty && !/^— \S+ [\w+/]{8,}=*$/u.test(it));
  return line(
    (unsigned < 0 || unsigned === lines.length - 1 ? empty + 1 : unsigned) + 1,
    'should be a signature, which begins with a dash and the name of the log',
  );
}
