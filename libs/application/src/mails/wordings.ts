import { createHash } from 'node:crypto';
import type pg from 'pg';
import { tidied, type WordingText } from '@linking/domain/wording/wording-text.js';
import type { WordingKind } from '@linking/domain/wording/wording-kinds.js';
import type { WordingCommand } from '@linking/domain/wording/wordings.js';
import { canonicalJson } from '@linking/events/canonical-json.js';
import type { Keeping } from '../commands/keeping.js';

/** What may be asked of the words of a mail; their hash is made behind the door. */
export type WordingRequest =
  | Exclude<WordingCommand, { readonly type: 'ChangeMailWording' }>
  | {
      readonly type: 'ChangeMailWording';
      readonly wording: WordingKind;
      readonly text: WordingText;
      readonly checked: boolean;
    };

export const hashOf = ({ subject, opening, closing }: WordingText) =>
  createHash('sha256').update(canonicalJson({ subject, opening, closing })).digest('hex');

/** The request as it is decided on; its text is kept when it is accepted. */
export function preparedWording(request: WordingRequest, keeping: Keeping): WordingCommand {
  if (request.type !== 'ChangeMailWording') return request;
  const text = tidied(request.text);
  const hash = hashOf(text);
  keeping.later(async () => {
    const { rowCount } = await keeping.pool.query(
      `insert into mail_wordings (hash, subject, opening, closing) values ($1, $2, $3, $4)
       on conflict (hash) do nothing`,
      [hash, text.subject, text.opening, text.closing],
    );
    if (rowCount === 1) return () => keeping.pool.query('delete from mail_wordings where hash = $1', [hash]);
  });
  return { ...request, text, hash };
}

/** The texts of these hashes; one that was erased is absent. */
export async function wordingTexts(
  pool: Pick<pg.Pool, 'query'>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, WordingText>> {
  const { rows } = await pool.query<WordingText & { readonly hash: string }>(
    'select hash, subject, opening, closing from mail_wordings where hash = any($1)',
    [[...new Set(hashes)]],
  );
  return new Map(rows.map(({ hash, ...text }) => [hash, text]));
}
