import type { Queryable } from '@linking/projections/projection.js';
import type { Role } from './roles.js';

/** `invited`: she has not set a password yet. `closed`: nothing opens with her address. */
export const USER_STATES = ['active', 'invited', 'closed'] as const;
export type UserState = (typeof USER_STATES)[number];

/** An account as administrators see it. */
export interface UserDetails {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly programmes: readonly string[];
  readonly state: UserState;
  /** Of real time, as sessions are. */
  readonly addedAt: string;
  readonly lastSignIn: string | null;
}

export interface UsersQuery {
  /** Part of a name or of an address. */
  readonly q?: string;
  readonly role?: Role;
  readonly programme?: string;
  readonly state?: UserState;
  readonly after?: { readonly name: string; readonly id: string };
  readonly limit: number;
}

interface Row {
  id: string;
  revision: number;
  name: string;
  email: string;
  roles: Role[];
  programmes: string[];
  state: UserState;
  created_at: Date;
  last_sign_in: Date | null;
}

const COLUMNS = `id, revision, name, email, roles, programmes, created_at, last_sign_in,
  case when disabled_at is not null then 'closed' when password_hash is null then 'invited' else 'active' end as state`;

const toDetails = ({ created_at: addedAt, last_sign_in: lastSignIn, ...row }: Row): UserDetails => ({
  ...row,
  addedAt: addedAt.toISOString(),
  lastSignIn: lastSignIn?.toISOString() ?? null,
});

/** By name; the last one's name and id go into `after`. */
export async function listUsers(db: Queryable, query: UsersQuery): Promise<readonly UserDetails[]> {
  const { rows } = await db.query<Row>(
    `select * from (select ${COLUMNS} from users) u
     where ($1::text is null or position(lower($1) in lower(name)) > 0 or position(lower($1) in lower(email)) > 0)
       and ($2::text is null or $2 = any(roles)) and ($3::text is null or $3 = any(programmes))
       and ($4::text is null or state = $4) and ($5::text is null or (lower(name), id) > (lower($5), $6::uuid))
     order by lower(name), id limit $7`,
    [
      query.q ?? null,
      query.role ?? null,
      query.programme ?? null,
      query.state ?? null,
      query.after?.name ?? null,
      query.after?.id ?? null,
      query.limit,
    ],
  );
  return rows.map(toDetails);
}

export async function findUser(db: Queryable, id: string): Promise<UserDetails | undefined> {
  const { rows } = await db.query<Row>(`select ${COLUMNS} from users where id = $1`, [id]);
  return rows[0] === undefined ? undefined : toDetails(rows[0]);
}
