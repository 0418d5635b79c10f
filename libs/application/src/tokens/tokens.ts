import { createHash, createHmac } from 'node:crypto';
import type { Side } from '@linking/events/link/link-events.js';
import type { Queryable } from '@linking/projections/projection.js';

/** What a one-time address is for. */
export type TokenPurpose =
  | 'sign-agreement'
  | 'answer-proposal'
  | 'name-teacher'
  | 'teacher-year'
  | 'calendar-feed'
  | 'confirm-interest';

export interface Token {
  readonly id: string;
  readonly purpose: TokenPurpose;
  /** Reference of the link. */
  readonly ref: string;
  readonly side?: Side;
  readonly personId: string;
  /** The mail it went out with. */
  readonly mailId?: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
  readonly revokedAt?: string;
}

export interface TokenSecrets {
  /** TOKEN_SECRET: whoever has it can make every address. */
  readonly tokenSecret: string;
}

/** The secret part of the address. The same id and purpose always make the same one, so a mail can be made again. */
export function addressToken(secrets: TokenSecrets, id: string, purpose: TokenPurpose): string {
  return createHmac('sha256', secrets.tokenSecret).update(`${id}\n${purpose}`).digest('base64url');
}

const hashOf = (addressPart: string) => createHash('sha256').update(addressPart).digest('hex');

export type NewToken = Omit<Token, 'usedAt' | 'revokedAt'> & { readonly issuedAt: string };

/** Keeps a token and answers the secret part of its address. The same id issued twice is one token. */
export async function issueToken(
  db: Queryable,
  secrets: TokenSecrets,
  token: NewToken,
  keep: KeepToken = async (kept) => keepTokens(db, [kept]),
): Promise<string> {
  const address = addressToken(secrets, token.id, token.purpose);
  await keep({ ...token, hash: hashOf(address) });
  return address;
}

/** A token as it is kept. */
export type KeptToken = NewToken & { readonly hash: string };
export type KeepToken = (token: KeptToken) => Promise<unknown>;

export async function keepTokens(db: Queryable, tokens: readonly KeptToken[]): Promise<void> {
  const columns = 'id, purpose, ref, side, person_id, mail_id, hash, issued_at, expires_at';
  const rows = tokens.map(({ personId, mailId, issuedAt, expiresAt, ...token }) => ({
    ...token,
    person_id: personId,
    mail_id: mailId,
    issued_at: issuedAt,
    expires_at: expiresAt,
  }));
  await db.query(
    `insert into tokens (${columns}) select ${columns} from jsonb_populate_recordset(null::tokens, $1)
     on conflict (id) do nothing`,
    [JSON.stringify(rows)],
  );
}

interface Row {
  id: string;
  purpose: TokenPurpose;
  ref: string;
  side: Side | null;
  person_id: string;
  mail_id: string | null;
  expires_at: Date;
  used_at: Date | null;
  revoked_at: Date | null;
}

/** The token of an address, whatever its state; `undefined` for an address we never made. */
export async function findToken(db: Queryable, address: string): Promise<Token | undefined> {
  const { rows } = await db.query<Row>('select * from tokens where hash = $1', [hashOf(address)]);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    id: row.id,
    purpose: row.purpose,
    ref: row.ref,
    ...(row.side === null ? {} : { side: row.side }),
    personId: row.person_id,
    ...(row.mail_id === null ? {} : { mailId: row.mail_id }),
    expiresAt: row.expires_at.toISOString(),
    ...(row.used_at === null ? {} : { usedAt: row.used_at.toISOString() }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at.toISOString() }),
  };
}

export type TokenState = 'valid' | 'expired' | 'used' | 'revoked';

/** `now` by the clock port: a person reads "This link has expired". */
export function tokenState(token: Token, now: string): TokenState {
  if (token.usedAt !== undefined) return 'used';
  if (token.revokedAt !== undefined) return 'revoked';
  return token.expiresAt <= now ? 'expired' : 'valid';
}

/** `now` by the clock port; a token that was used keeps the moment of its first use. */
export async function markTokenUsed(db: Queryable, id: string, now: string): Promise<void> {
  await db.query('update tokens set used_at = $2 where id = $1 and used_at is null', [id, now]);
}

/** Closes every open address of a link for this purpose, of one side or of both. */
export async function revokeTokens(
  db: Queryable,
  which: { readonly ref: string; readonly purpose: TokenPurpose; readonly side?: Side },
  now: string,
): Promise<void> {
  await db.query(
    `update tokens set revoked_at = $4
     where ref = $1 and purpose = $2 and ($3::text is null or side = $3) and used_at is null and revoked_at is null`,
    [which.ref, which.purpose, which.side ?? null, now],
  );
}
