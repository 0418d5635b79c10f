import { readSmtpUrl } from './smtp-url.js';

test('a server elsewhere is spoken to in private, on the ports made for it', () => {
  expect(readSmtpUrl('smtp://mail.example.org')).toEqual({
    host: 'mail.example.org',
    port: 587,
    tls: 'required',
  });
  expect(readSmtpUrl('smtps://mail.example.org/')).toEqual({
    host: 'mail.example.org',
    port: 465,
    tls: 'from-the-start',
  });
});

test('a server on this machine needs no encryption, and any may be told so', () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    expect(readSmtpUrl(`smtp://${host}:1025`)).toMatchObject({ port: 1025, tls: 'off' });
  }
  expect(readSmtpUrl('smtp://[::1]')?.host).toBe('::1');
  expect(readSmtpUrl('smtp://localhost?tls=required')?.tls).toBe('required');
  expect(readSmtpUrl('smtp://relay.internal:25?tls=off')).toMatchObject({ port: 25, tls: 'off' });
  expect(readSmtpUrl('smtp://127.0.0.1.example.org')?.tls).toBe('required');
});

test('user and password may hold any character, written as in addresses', () => {
  expect(readSmtpUrl('smtps://me%40example.org:p%2Fa%3Fs%25s@mail.example.org')?.auth).toEqual({
    user: 'me@example.org',
    pass: 'p/a?s%s',
  });
  expect(readSmtpUrl('smtps://me@example.org:secret@mail.example.org')?.auth?.user).toBe('me@example.org');
});

test.each([
  'mail.example.org',
  'http://mail.example.org',
  'smtp://',
  'smtp://mail.example.org:99999',
  'smtp://mail.example.org:0',
  'smtp://mail.example.org/inbox',
  'smtp://mail.example.org?tls=perhaps',
  'smtp://mail.example.org?rejectUnauthorized=false',
  'smtps://mail.example.org?tls=off',
  'smtp://user@mail.example.org',
  'smtp://user:50%@mail.example.org',
])('%s is refused', (text) => {
  expect(readSmtpUrl(text)).toBeUndefined();
});
