import { hashPassword, verifyPassword } from './password-hash.js';

describe('a password', () => {
  it('is kept as an Argon2id hash with the parameters OWASP recommends', async () => {
    expect(await hashPassword('a long enough password')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
  });

  it('fits its own hash and no other password does', async () => {
    const hash = await hashPassword('a long enough password');
    expect(await verifyPassword('a long enough password', hash)).toBe(true);
    expect(await verifyPassword('a long enough passwors', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('has another hash each time it is set', async () => {
    expect(await hashPassword('the same password')).not.toBe(await hashPassword('the same password'));
  });

  it('is the same however the keyboard composes its accents', async () => {
    const hash = await hashPassword('caf\u00e9 au lait');
    expect(await verifyPassword('cafe\u0301 au lait', hash)).toBe(true);
  });

  it('fits a hash made by the reference implementation of Argon2', async () => {
    // RFC 9106 reference code, test.c: "password", "somesalt", m=65536, t=2, p=1.
    const reference =
      '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await verifyPassword('password', reference)).toBe(true);
  });

  it('never fits something that is not such a hash', async () => {
    expect(await verifyPassword('x', 'x')).toBe(false);
    expect(await verifyPassword('x', '$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA')).toBe(false);
  });
});
