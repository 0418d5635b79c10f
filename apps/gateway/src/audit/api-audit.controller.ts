import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type pg from 'pg';
import { NothingSigned } from '@linking/application/audit/audit-errors.js';
import { consistencyOf, consistencyWith } from '@linking/application/audit/consistency.js';
import { ledgerKeys, newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { POOL } from '@linking/application/ports.js';
import { Access } from '../http/access.js';
import { InvalidInput } from '../http/http-errors.js';
import { ApiProblems, ApiRead } from '../http/api-docs.js';
import { ConsistencyBody, ConsistencyQuery, LedgerKeysBody } from './audit.dto.js';

function sizeIn(from: number | undefined): number {
  if (from !== undefined) return from;
  const message =
    'from is missing; it has to be a whole number, the size of an older checkpoint. Or give its text as checkpoint.';
  throw new InvalidInput('query', [{ field: 'from', message }]);
}

const base64 = (hash: Buffer) => hash.toString('base64');

/** What auditors keep, so that later nobody can say that the log was another one. */
@ApiTags('audit')
@Access('auditor', 'national')
@Controller('api/v1/audit')
export class ApiAuditController {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  @Get('checkpoint')
  @Header('content-type', 'text/plain; charset=utf-8')
  @ApiOperation({ summary: 'The newest signed checkpoint of the log (C2SP tlog-checkpoint): keep it' })
  @ApiProduces('text/plain')
  @ApiResponse({ status: 200, description: 'A signed note.', schema: { type: 'string' } })
  @ApiProblems(401, 403, 404)
  async checkpoint(): Promise<string> {
    const newest = await newestCheckpoint(this.pool);
    if (newest === undefined) throw new NothingSigned();
    return newest.note;
  }

  @Get('consistency')
  @ApiOperation({ summary: 'Proof that the log still begins with all that an older checkpoint speaks of' })
  @ApiRead(ConsistencyBody, 400, 403, 404, 409)
  async consistency(@Query() { from, checkpoint, to }: ConsistencyQuery): Promise<ConsistencyBody> {
    const answer =
      checkpoint === undefined
        ? await consistencyOf(this.pool, sizeIn(from), to)
        : await consistencyWith(this.pool, checkpoint, to);
    const { fromRoot, toRoot, proof } = answer;
    return { ...answer, fromRoot: base64(fromRoot), toRoot: base64(toRoot), proof: proof.map(base64) };
  }

  @Get('keys')
  @ApiOperation({ summary: 'The public keys that sign the log, and how each handed over to the next' })
  @ApiRead(LedgerKeysBody, 403)
  async keys(): Promise<LedgerKeysBody> {
    const keys = await ledgerKeys(this.pool);
    return {
      items: keys.map(({ vkey, statement }) => ({ vkey, ...(statement === null ? {} : { statement }) })),
    };
  }
}
