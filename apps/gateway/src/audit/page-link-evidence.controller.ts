import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { takeEvidence } from '@linking/application/audit/take-evidence.js';
import { verifyLink } from '@linking/application/audit/verify-link.js';
import { linkInScope } from '@linking/application/links/link-in-scope.js';
import { linkWords, schoolsInWords } from '@linking/application/links/link-words.js';
import { EVENT_STORE, POOL } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { EvidencePage } from '../pages/audit/evidence-page.js';
import { counted, fullMoment } from '@linking/words/format.js';

/** Whether one link stands as it was recorded, and the file that proves it. */
@Controller('links/:ref')
@Access('signed-in')
export class PageLinkEvidenceController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get('evidence')
  async show(
    @Param('ref') ref: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { link } = await linkInScope(this.store, scope, ref);
    const words = await linkWords(this.pool, [link]);
    const { pool, store } = this;
    const { ok, sentence, events, notYetSigned, signedAt } = await verifyLink({ pool, store }, ref);
    const view = {
      ref,
      schools: schoolsInWords(link, words),
      result: ok
        ? { tone: 'green' as const, title: 'Nothing altered', sentences: [sentence] }
        : { tone: 'red' as const, title: 'Something was altered', sentences: [sentence] },
      facts: [
        { key: 'Events checked', value: String(events) },
        ...(notYetSigned === 0 ? [] : [{ key: 'Not signed yet', value: counted(notYetSigned, 'event') }]),
        { key: 'Last signed', value: fullMoment(signedAt) },
      ],
      download: `/links/${ref}/evidence.json`,
    };
    const crumbs = [
      { href: '/links', label: 'Links' },
      { href: `/links/${ref}`, label: ref },
    ];
    return this.answers.send(reply, { page: EvidencePage, view, crumbs });
  }

  @Get('evidence.json')
  async take(
    @Param('ref') ref: string,
    @CurrentUser() { user, scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await linkInScope(this.store, scope, ref);
    const { pool, store } = this;
    const subject = `/links/${ref}/evidence`;
    const evidence = await takeEvidence({ pool, store }, { userId: user.id, ref, subject });
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="evidence-${ref}.json"`)
      .send(evidence);
  }
}
