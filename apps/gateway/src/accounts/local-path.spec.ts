import { localPath } from './local-path.js';

describe('where a person goes after she signed in', () => {
  it.each(['/links/BRD-2026-014?revision=3', '/outbox', '/'])(
    'she comes to the page she asked for: %s',
    (to) => {
      expect(localPath(to)).toBe(to);
    },
  );

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    '/.//elsewhere.example',
    '/x/..//elsewhere.example',
    'javascript:alert(1)',
    'links',
    '/sign-in?to=/sign-in',
    '/sign-out',
    '/api/v1/me',
    ['/links'],
    undefined,
  ])('another site, a program or nonsense leads to the start page: %s', (to) => {
    expect(localPath(to)).toBe('/');
  });
});
