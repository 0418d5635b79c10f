import { readImapUrl } from './imap-url.js';

test('a mailbox is spoken to with TLS from the start, in its inbox unless another folder is named', () => {
  expect(readImapUrl('imaps://bounces%40linking.example:p%2Fa@mail.example.org')).toEqual({
    host: 'mail.example.org',
    port: 993,
    auth: { user: 'bounces@linking.example', pass: 'p/a' },
    folder: 'INBOX',
  });
  expect(readImapUrl('imaps://me:hush@localhost:10993/Returned%20mail')).toMatchObject({
    port: 10_993,
    folder: 'Returned mail',
  });
});

test.each([
  'mail.example.org',
  'imap://me:hush@mail.example.org',
  'imaps://mail.example.org',
  'imaps://me@mail.example.org',
  'imaps://me:hush@mail.example.org:0',
  'imaps://me:hush@mail.example.org?tls=off',
  'imaps://me:50%@mail.example.org',
])('%s is refused', (text) => {
  expect(readImapUrl(text)).toBeUndefined();
});
