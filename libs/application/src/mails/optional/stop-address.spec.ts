import { stopHeaders, stoppableOf, stopToken } from './stop-address.js';

const settings = { tokenSecret: 'one secret', publicUrl: 'https://linking.example' };
const personId = '00000000-0000-4000-8000-00000000000a';

test('an optional mail carries the address at which one click stops it, and no other mail does', () => {
  const headers = stopHeaders(settings, personId, ['N27', 'N27']);
  expect(headers).toEqual({
    'List-Unsubscribe': expect.stringMatching(/^<https:\/\/linking\.example\/unsubscribe\/N27\.[^<>\s]+>$/),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
  expect(stopHeaders(settings, personId, ['N07'])).toEqual({});
  expect(stopHeaders(settings, personId, ['N27', 'N07'])).toEqual({});
});

test('only an address that we made stops anything, and only what may be stopped', () => {
  const token = stopToken(settings, { personId, rule: 'N27' });
  expect(stoppableOf(settings, token)).toEqual({ personId, rule: 'N27' });
  expect(stoppableOf({ tokenSecret: 'another' }, token)).toBeUndefined();
  expect(stoppableOf(settings, token.replace('N27', 'N28'))).toBeUndefined();
  expect(stoppableOf(settings, stopToken(settings, { personId, rule: 'N07' }))).toBeUndefined();
  for (const strange of ['', '..', 'N27', `N27.${personId}.`, 'N27.x.y']) {
    expect(stoppableOf(settings, strange)).toBeUndefined();
  }
});
