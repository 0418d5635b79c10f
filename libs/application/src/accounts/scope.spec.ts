import type { Role } from './roles.js';
import { covers, mayChange, onBehalfOf, scopeCondition, scopeOf } from './scope.js';

const scope = (roles: Role[], programmes: string[] = []) => scopeOf({ roles, programmes });

describe('what a person sees and may do', () => {
  it('a coordinator reads and changes her own programmes only', () => {
    const rosa = scope(['coordinator'], ['bradford']);
    expect(covers(rosa, 'bradford')).toBe(true);
    expect(mayChange(rosa, 'bradford')).toBe(true);
    expect(covers(rosa, 'kent')).toBe(false);
    expect(mayChange(rosa, 'kent')).toBe(false);
    expect(rosa).toMatchObject({
      mayImport: false,
      logsReads: false,
    });
  });

  it('a coordinator sees a link whose second school lies in her programme', () => {
    expect(covers(scope(['coordinator'], ['bradford']), 'kent', 'bradford')).toBe(true);
    expect(covers(scope(['coordinator'], ['bradford']), 'kent', null)).toBe(false);
  });

  it('a coordinator without a programme sees nothing', () => {
    expect(scope(['coordinator'])).toMatchObject({ programmes: [], mayChangeLinks: false });
  });

  it('programmes written beside another role give no ownership', () => {
    expect(scope(['admin'], ['bradford'])).toMatchObject({ own: [], changes: [], mayChangeLinks: false });
  });

  it('the national office changes every programme, on behalf of it', () => {
    const office = scope(['national']);
    expect(mayChange(office, 'kent')).toBe(true);
    expect(onBehalfOf(office, 'kent')).toBe('kent');
    expect(onBehalfOf(scope(['national', 'coordinator'], ['kent']), 'kent')).toBeUndefined();
    expect(office).toMatchObject({ mayImport: true, logsReads: true });
  });

  it('an auditor reads everything, changes nothing, and each read is kept', () => {
    const auditor = scope(['auditor']);
    expect(covers(auditor, 'kent')).toBe(true);
    expect(mayChange(auditor, 'kent')).toBe(false);
    expect(auditor).toMatchObject({
      mayChangeLinks: false,
      mayImport: false,
      logsReads: true,
    });
  });

  it('an administrator imports and changes no link, and each read is kept', () => {
    expect(scope(['admin'])).toMatchObject({
      mayChangeLinks: false,
      mayImport: true,
      logsReads: true,
    });
  });

  it('the same rule goes into SQL as a condition on the programme columns', () => {
    const params: unknown[] = ['first'];
    expect(scopeCondition(scope(['coordinator'], ['bradford']), params, ['l.programme', 'l.partner'])).toBe(
      '(coalesce(l.programme = any($2::text[]), false) or coalesce(l.partner = any($2::text[]), false))',
    );
    expect(params).toEqual(['first', ['bradford']]);
    expect(scopeCondition(scope(['national']), params)).toBe('true');
    expect(params).toHaveLength(2);
  });
});
