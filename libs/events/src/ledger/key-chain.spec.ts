import { randomBytes } from 'node:crypto';
import { replacementsIn, strangerIn, vouchedIn, vouchedWithPast, type ChainedKey } from './key-chain.js';
import { readReplacement, replacementStatement } from './key-replacement.js';
import { rotationStatement } from './key-rotation.js';
import { signingKeyOf, type SigningKey } from './ledger-keys.js';

const origin = 'schools-linking.example/log/1';
const key = (name = origin) => signingKeyOf(name, randomBytes(32));
const [first, second, lost, third, thief] = [key(), key(), key(), key(), key()];
const loss = { on: '2026-12-03', reason: 'machine-lost' } as const;
const replaced = (from: SigningKey, to: SigningKey) =>
  replacementStatement({ ...loss, from: from.public, to });
const chained = (by: SigningKey, statement: string | null): ChainedKey => ({
  vkey: by.public.vkey,
  statement,
});
/** first → second is a handover, second → third a loss. */
const keys = [
  chained(first, null),
  chained(second, rotationStatement(first, second)),
  chained(third, replaced(second, third)),
];
const vkeys = (found: readonly { vkey: string }[]) => found.map(({ vkey }) => vkey).toSorted();
const of = (...those: SigningKey[]) => vkeys(those.map((it) => it.public));

describe('a key that was replaced because it was lost', () => {
  it('is one step of the chain of keys, with its day and its reason', () => {
    expect(strangerIn(keys)).toBeUndefined();
    expect(replacementsIn(keys)).toMatchObject([
      { from: { vkey: second.public.vkey }, to: { vkey: third.public.vkey }, ...loss },
    ]);
  });

  it('is never followed from the old key to the new one', () => {
    expect(vkeys(vouchedIn(keys, [first.public]))).toEqual(of(first, second));
    expect(vkeys(vouchedWithPast(keys, [first.public]))).toEqual(of(first, second));
  });

  it('is the past of the new one, which is believed only where its past is asked for', () => {
    expect(vkeys(vouchedIn(keys, [third.public]))).toEqual(of(third));
    expect(vkeys(vouchedWithPast(keys, [third.public]))).toEqual(of(first, second, third));
  });

  it.each([
    ['that points the other way', replaced(third, second)],
    ['of another log', replaced(second, key('another.example/log'))],
    ['with another day than was signed', replaced(second, third).replace('2026-12-03', '2026-12-04')],
    ['with a reason of its own', replaced(second, third).replace('machine-lost', 'why not')],
    ['that replaces itself', replaced(third, third)],
    ['that is a handover by a thief', rotationStatement(thief, third)],
    ['that is nothing', 'x'],
  ])('is not replaced by a statement %s', (_how, statement) => {
    expect(strangerIn([...keys.slice(0, 2), chained(third, statement)])).toBe(third.public.vkey);
  });

  it('does not stand first, and needs the key that signed last', () => {
    expect(strangerIn(keys.slice(2))).toBe(third.public.vkey);
    expect(strangerIn([keys[0]!, chained(third, replaced(lost, third))])).toBe(third.public.vkey);
    expect(readReplacement(rotationStatement(first, second))).toBeUndefined();
  });
});
