import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { takeEvidence } from '@linking/application/audit/take-evidence.js';
import { verifyLink } from '@linking/application/audit/verify-link.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { Access } from '../http/access.js';
import { ApiRead } from '../http/api-docs.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { RefParam } from '../links/link.dto.js';
import { EvidenceBody, EvidenceQuery, LinkVerificationBody } from './audit.dto.js';

/** Whether a link stands as it was recorded, and the file that proves it without us. */
@ApiTags('audit')
@Access('signed-in')
@Controller('api/v1/links/:ref')
export class ApiLinkAuditController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get('verify')
  @ApiOperation({ summary: 'Whether every event of a link stands as it was recorded and signed' })
  @RefParam()
  @ApiRead(LinkVerificationBody, 404)
  async verify(@Param('ref') ref: string, @CurrentUser() { scope }: SignedIn): Promise<LinkVerificationBody> {
    await linkInScope(this.store, scope, ref);
    return verifyLink({ pool: this.pool, store: this.store }, ref);
  }

  @Get('evidence')
  @ApiOperation({
    summary: 'The events of a link with proofs and signature, to be verified with tools/verify-evidence.mjs',
  })
  @RefParam()
  @ApiRead(EvidenceBody, 400, 404)
  async evidence(
    @Param('ref') ref: string,
    @Query() { from }: EvidenceQuery,
    @CurrentUser() { user, scope }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceBody> {
    await linkInScope(this.store, scope, ref);
    const { pool, store } = this;
    const subject = `/api/v1/links/${ref}/evidence`;
    const evidence = await takeEvidence({ pool, store }, { userId: user.id, ref, subject, from });
    reply.header('content-disposition', `attachment; filename="evidence-${ref}.json"`);
    return evidence;
  }
}
