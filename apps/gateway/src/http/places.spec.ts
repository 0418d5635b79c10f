import { scopeOf } from '@linking/application/accounts/scope.js';
import { ROLES, type Role } from '@linking/application/accounts/roles.js';
import { placesOf, startOf } from './places.js';

const person = (...roles: readonly Role[]) => ({
  id: 'u1',
  name: 'Amina Khan',
  roles,
  programmes: ['bradford'],
});
const menu = (...roles: readonly Role[]) => {
  const user = person(...roles);
  return placesOf(user, scopeOf(user)).map(({ label }) => label);
};

describe('the menu', () => {
  it('has at most seven places, whatever somebody is', () => {
    for (const one of ROLES) for (const other of ROLES) expect(menu(one, other).length).toBeLessThan(8);
  });

  it('has the audit for who watches over the log, and the accounts for who changes them', () => {
    expect([menu('auditor').at(-1), menu('admin').at(-1), menu('auditor', 'admin').at(-1)]).toEqual([
      'Audit',
      'Users',
      'Users',
    ]);
  });

  it('begins with Today for who looks after links, and with the links for who reads', () => {
    expect([menu('coordinator')[0], menu('national')[0]]).toEqual(['Today', 'Today']);
    expect([menu('auditor')[0], menu('admin')[0]]).toEqual(['Links', 'Links']);
    expect(startOf(person('coordinator'))).toBe('/today');
    expect(startOf(person('auditor'))).toBe('/links');
  });
});
