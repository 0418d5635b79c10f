import type { User } from './user.js';

type Programmes = 'all' | readonly string[];

/** What one person may see and do. Made only by {@link scopeOf}; used by the command gate and by every read. */
export interface Scope {
  /** Programmes whose links, interests and sessions she may read. */
  readonly programmes: Programmes;
  /** Programmes whose links, interests and sessions she may change. */
  readonly changes: Programmes;
  /** Programmes of her own; what she does for any other is marked `onBehalfOf`. */
  readonly own: readonly string[];
  readonly mayChangeLinks: boolean;
  readonly mayImport: boolean;
  readonly maySeeUsers: boolean;
  readonly mayChangeUsers: boolean;
  /** Each of her reads is kept in `access_log`. */
  readonly logsReads: boolean;
}

export function scopeOf(user: Pick<User, 'roles' | 'programmes'>): Scope {
  const is = (role: User['roles'][number]) => user.roles.includes(role);
  const own = is('coordinator') ? user.programmes : [];
  const changes: Programmes = is('national') ? 'all' : own;
  return {
    programmes: is('national') || is('auditor') || is('admin') ? 'all' : own,
    changes,
    own,
    mayChangeLinks: changes === 'all' || changes.length > 0,
    mayImport: is('national') || is('admin'),
    maySeeUsers: is('national') || is('auditor') || is('admin'),
    mayChangeUsers: is('admin'),
    logsReads: is('national') || is('auditor') || is('admin'),
  };
}

/** May she read something of this programme? A link with a second programme is seen by both. */
export function covers(scope: Scope, programme: string, partnerProgramme?: string | null): boolean {
  return includes(scope.programmes, programme, partnerProgramme);
}

/** May she change something of this programme? False for something she may only read. */
export function mayChange(scope: Scope, programme: string, partnerProgramme?: string | null): boolean {
  return includes(scope.changes, programme, partnerProgramme);
}

/** The programme for which she acts as national office, or `undefined` when it is her own. */
export function onBehalfOf(
  scope: Scope,
  programme: string,
  partnerProgramme?: string | null,
): string | undefined {
  return includes(scope.own, programme, partnerProgramme) ? undefined : programme;
}

/**
 * The same rule as {@link covers} as an SQL condition. Pushes its value on to `params`.
 * @param columns expressions of the statement: the programme, and the partner's where the table has one.
 */
export function scopeCondition(
  scope: Scope,
  params: unknown[],
  columns: readonly string[] = ['programme'],
): string {
  if (scope.programmes === 'all') return 'true';
  params.push(scope.programmes);
  return `(${columns.map((column) => `coalesce(${column} = any($${params.length}::text[]), false)`).join(' or ')})`;
}

function includes(programmes: Programmes, programme: string, partner?: string | null): boolean {
  if (programmes === 'all') return true;
  return programmes.includes(programme) || (typeof partner === 'string' && programmes.includes(partner));
}
