import type pg from 'pg';
import { coversOneOf, type Grant } from '@linking/domain/grant/grant.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { listProgrammes, type Programme } from '@linking/projections/programmes/programmes.js';
import type { Scope } from '../accounts/scope.js';
import { notesById } from '../notes/notes.js';

/** More programmes than there will ever be. */
const ALL = 1_000;

/** The programmes of a person that use the register of funders; none, and the register does not exist for her. */
export async function programmesWithFunders(
  pool: pg.Pool,
  { programmes }: Pick<Scope, 'programmes'>,
): Promise<readonly Programme[]> {
  const found = await listProgrammes(pool, { programmes, limit: ALL });
  return found.filter((programme) => switchedOn(programme, 'funders'));
}

export const maySeeGrant = (grant: Grant, programmes: readonly Programme[]): boolean =>
  coversOneOf(
    grant,
    programmes.map(({ slug }) => slug),
  ) && programmes.length > 0;

/** What a person may change: a national funder the office alone, a local one whoever runs all its programmes. */
export const mayChangeGrant = (
  { kind, programmes }: Pick<Grant, 'kind' | 'programmes'>,
  { changes }: Scope,
) =>
  changes === 'all' ||
  (kind === 'local' && programmes !== 'all' && programmes.every((slug) => changes.includes(slug)));

/** A grant as people read it. */
export interface GrantDetails extends Omit<Grant, 'grantId' | 'funderNameId'> {
  readonly id: string;
  readonly funder: string;
}

export async function grantDetails(
  pool: pg.Pool,
  grants: readonly Grant[],
): Promise<readonly GrantDetails[]> {
  const names = await notesById(
    pool,
    grants.map(({ funderNameId }) => funderNameId),
  );
  return grants.map(({ grantId, funderNameId, ...grant }) => ({
    ...grant,
    id: grantId,
    funder: names.get(funderNameId) ?? 'Funder whose name was erased',
  }));
}
