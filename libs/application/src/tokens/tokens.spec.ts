import { addressToken, tokenState } from './tokens.js';
import type { Token } from './tokens.js';

const secrets = { tokenSecret: 'one secret' };
const token: Token = {
  id: '00000000-0000-4000-8000-000000000001',
  purpose: 'sign-agreement',
  ref: 'BRD-2026-014',
  side: 'a',
  personId: '00000000-0000-4000-8000-000000000002',
  expiresAt: '2026-10-12T22:59:59.999Z',
};

test('the same token always has the same address, and no other secret makes it', () => {
  const address = addressToken(secrets, token.id, token.purpose);
  expect(address).toMatch(/^[\w-]{43}$/);
  expect(addressToken(secrets, token.id, token.purpose)).toBe(address);
  expect(addressToken({ tokenSecret: 'another' }, token.id, token.purpose)).not.toBe(address);
  expect(addressToken(secrets, token.personId, token.purpose)).not.toBe(address);
});

test('a token that was used says so even after it expired', () => {
  expect(tokenState(token, '2026-10-12T22:59:59.998Z')).toBe('valid');
  expect(tokenState(token, '2026-10-12T22:59:59.999Z')).toBe('expired');
  expect(tokenState({ ...token, usedAt: '2026-10-01T09:00:00.000Z' }, '2026-12-01T09:00:00.000Z')).toBe(
    'used',
  );
  expect(tokenState({ ...token, revokedAt: '2026-10-01T09:00:00.000Z' }, '2026-10-02T09:00:00.000Z')).toBe(
    'revoked',
  );
});
