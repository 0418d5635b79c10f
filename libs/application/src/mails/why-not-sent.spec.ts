import { reachable } from './why-not-sent.js';

describe('whom a mail can be sent to', () => {
  test('is whoever has an address that holds one address only', () => {
    const helen = { name: 'Helen Marsh', email: 'head@ash.example' };
    expect(reachable(helen)).toEqual(helen);
    expect(reachable({ name: 'Helen Marsh' })).toBe('no-address');
    expect(reachable(undefined)).toBe('no-address');
    expect(reachable({ name: 'Helen Marsh', email: 'head@ash.example, all@ash.example' })).toBe(
      'unusable-address',
    );
  });

  test('is nobody whose account was closed', () => {
    expect(reachable({ name: 'Grace Okoro', email: 'g.okoro@linking.example', closed: true })).toBe(
      'account-closed',
    );
  });
});
