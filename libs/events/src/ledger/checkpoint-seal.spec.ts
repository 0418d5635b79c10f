import { randomBytes } from 'node:crypto';
import { readSeal, sealedNumber, signSeal, type Seal } from './checkpoint-seal.js';
import { signingKeyOf } from './ledger-keys.js';

const origin = 'schools-linking.example/log/1';
const key = signingKeyOf(origin, randomBytes(32));
const seal: Seal = {
  origin,
  number: 7,
  signedAt: '2026-11-22T10:00:00.123Z',
  note: 'a checkpoint\n',
  before: 'a seal',
};
const text = signSeal(seal, key);

describe('the seal beside a checkpoint', () => {
  it('says which one it is, when it was signed and what was before it', () => {
    expect(readSeal(text, seal)?.signatures).toHaveLength(1);
    expect(sealedNumber({ ...seal, seal: text }, [key.public])).toBe(7);
  });

  it.each<Partial<Seal>>([
    { origin: 'another.example/log' },
    { number: 8 },
    { signedAt: '2026-11-22T10:00:00.124Z' },
    { note: 'another checkpoint\n' },
    { before: '' },
  ])('is of no other than %o', (other) => {
    expect(readSeal(text, { ...seal, ...other })).toBeUndefined();
  });

  it('is built on only when a key of the log has signed it, over this very checkpoint', () => {
    const stranger = signingKeyOf(origin, randomBytes(32));
    const numberOf = (changed: Partial<Parameters<typeof sealedNumber>[0]>, by = key) =>
      sealedNumber({ ...seal, seal: text, ...changed }, [by.public]);
    expect(numberOf({}, stranger)).toBeUndefined();
    expect(numberOf({ note: 'x\n' })).toBeUndefined();
    expect(numberOf({ signedAt: '2026-11-22T10:00:00.124Z' })).toBeUndefined();
    expect(numberOf({ origin: 'x' })).toBeUndefined();
    expect(numberOf({ seal: text.replace('\n7\n', '\n6\n') })).toBeUndefined();
    expect(numberOf({ seal: 'no note' })).toBeUndefined();
  });
});
