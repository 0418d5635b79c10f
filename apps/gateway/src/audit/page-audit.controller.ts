import { Controller, Get, Header, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { accessesOf } from '@linking/application/accounts/access-log.js';
import { newestCheckpoint } from '@linking/application/audit/ledger-tables.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { textsOf } from '../links/link-reader.js';
import { AuditPage } from '../pages/audit/audit-page.js';
import { auditView } from './audit-view-model.js';
import { LogCheck } from './log-check.js';

const READS_SHOWN = 8;

/** Whether anything in the log was altered, for those who watch over it. */
@Controller('audit')
@Access('auditor', 'national')
export class PageAuditController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LogCheck) private readonly log: LogCheck,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(@CurrentUser() signedIn: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.#page(reply, signedIn);
  }

  /** It changes nothing, so that its address may be opened again. */
  @Get('check')
  async check(
    @Query() query: Record<string, unknown>,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    // A browser sends the line ends of a text box as CR LF; a signed note has LF alone.
    const kept = (textsOf(query)['since'] ?? '').replaceAll('\r', '').trimStart();
    const since = kept === '' ? undefined : kept.endsWith('\n') ? kept : `${kept}\n`;
    const checked = await this.log.check(since);
    return this.#page(reply, signedIn, { ...checked, ...(since === undefined ? {} : { since }) });
  }

  @Get('checkpoint.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  async checkpoint(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const newest = await newestCheckpoint(this.pool);
    if (newest === undefined) throw new NotFound('Nothing was signed yet.');
    const day = newest.signedAt.slice(0, 10);
    reply.header('content-disposition', `attachment; filename="checkpoint-${day}-${newest.size}.txt"`);
    return reply.send(newest.note);
  }

  async #page(
    reply: FastifyReply,
    { user, scope }: SignedIn,
    checked?: Parameters<typeof auditView>[0]['checked'],
  ): Promise<FastifyReply> {
    const [newest, { events }, reads] = await Promise.all([
      newestCheckpoint(this.pool),
      this.store.readAll({ limit: 1 }),
      accessesOf(this.pool, { userId: user.id, limit: READS_SHOWN }),
    ]);
    const first = events[0]?.envelope.recordedAt;
    const view = auditView({
      reads,
      maySeeUsers: scope.maySeeUsers,
      ...(newest === undefined ? {} : { newest }),
      ...(first === undefined ? {} : { first }),
      ...(checked === undefined ? {} : { checked }),
    });
    return this.answers.send(reply, { page: AuditPage, view });
  }
}
