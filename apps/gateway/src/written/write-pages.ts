import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { mayChange, scopeCondition, type Scope } from '@linking/application/accounts/scope.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { mailContent } from '@linking/application/mails/render-mail.js';
import { tableLookup } from '@linking/application/mails/table-lookup.js';
import { checkHowMany, whoGets } from '@linking/application/mails/written/who-gets.js';
import { readMailsPause } from '@linking/application/operations/pauses.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import { schoolsByUrn } from '@linking/application/schools/find-schools.js';
import { readSession } from '@linking/application/training/read-session.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { planWrittenMails } from '@linking/domain/reminders/written-mails.js';
import type { EventStore } from '@linking/events/event-store.js';
import { renderText } from '@linking/notices/render-text.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { findLinksWithoutHistory } from '@linking/projections/link-board/link-board-queries.js';
import type { FormView } from '../pages/forms/form-view.js';
import type { WritePreviewView } from '../pages/outbox/write-preview-page.js';
import { headingOf } from '../training/session-view-model.js';
import { previewView, type readWriting, type WriteMaterial } from './write-form.js';

const ALL = 2_000;

/** Of what the pages for a written mail are made. */
@Injectable()
export class WritePages {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async material(scope: Scope, sessionId: string | undefined): Promise<WriteMaterial> {
    const mailsPause = await readMailsPause(this.pool);
    if (sessionId !== undefined) {
      const { session } = await readSession(this.store, sessionId);
      if (session.programme === '' || !mayChange(scope, session.programme)) throw new NotFound();
      const heading = headingOf(session);
      const words = await linkWords(this.pool, []);
      return { links: [], words, mailsPause, session: { id: sessionId, heading } };
    }
    const today = londonDay(this.clock.now());
    const links = await findLinksWithoutHistory(this.pool, {
      scope: (params) =>
        scopeCondition({ ...scope, programmes: scope.changes }, params, ['programme', 'partner_programme']),
      outcome: 'open',
      year: academicYearOfDay(today),
      today,
      limit: ALL,
    });
    return { links, words: await linkWords(this.pool, links), mailsPause };
  }

  /** Throws the refusals of the command itself, before anything is written. */
  async preview(
    said: ReturnType<typeof readWriting>,
    scope: Scope,
    parts: Pick<FormView, 'csrf' | 'idempotencyKey'>,
    session: string | undefined,
  ): Promise<WritePreviewView> {
    const { pool, store, clock, settings } = this;
    const chosen = await whoGets({ pool, store, settings }, said);
    if (!mayChange(scope, chosen.programme, chosen.partnerProgramme)) throw new NotAllowed();
    checkHowMany(chosen);
    const lookup = tableLookup({ pool, store, clock }, settings);
    const [wanted] = planWrittenMails(
      {
        writtenId: '',
        programme: chosen.programme,
        subjectId: 'subject',
        textId: 'text',
        year: chosen.year,
        recipients: chosen.gets.slice(0, 1),
      },
      londonDay(clock.now()),
    );
    if (wanted === undefined) throw new Error('Nobody is written to');
    const mail = {
      ...wanted,
      id: '',
      askedBy: 'plan',
      dueAt: clock.now(),
      status: 'planned',
      messageId: '',
      attempt: 0,
    } as const;
    const typed = new Map([
      ['subject', said.subject],
      ['text', said.text],
    ]);
    const note = async (id: string) => typed.get(id) ?? lookup.note(id);
    const content = await mailContent(mail, { ...lookup, note }, settings);
    const schools = await schoolsByUrn(
      pool,
      [...chosen.gets, ...chosen.not].map(({ urn }) => urn),
    );
    return previewView(chosen, said, (urn) => schools.get(urn)?.name ?? `School ${urn}`, {
      parts,
      text: `${content.subject}\n\n${renderText(content)}`,
      ...(session === undefined ? {} : { session }),
    });
  }
}
