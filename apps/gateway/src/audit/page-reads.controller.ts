import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { accessesOf, type AccessQuery } from '@linking/application/accounts/access-log.js';
import { POOL } from '@linking/application/ports.js';
import { addDays, londonInstant } from '@linking/domain/calendar/london.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { ReadsPage } from '../pages/audit/reads-page.js';
import type { FormView } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { accessKinds, readView } from './kept-reads.js';

const A_PAGE = 50;

/** What the reader herself looked at: her own reads and nobody else's. */
@Controller('audit/reads')
@Access('auditor', 'national')
export class PageReadsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  async show(
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() { user }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const typed = new PostedForm(query);
    const day = typed.optionalDay('on');
    const kind = typed.optionalOneOf('kind', Object.keys(accessKinds));
    const after = /^\d{1,15}$/.exec(typed.typed('after'))?.[0];
    const kept = await accessesOf(this.pool, {
      userId: user.id,
      ...(kind === undefined ? {} : { action: kind }),
      ...(day ? londonHours(day) : {}),
      ...(after === undefined ? {} : { after: Number(after) }),
      limit: A_PAGE + 1,
    });
    const shown = kept.slice(0, A_PAGE);
    const last = shown.at(-1);
    const more = kept.length > A_PAGE && last !== undefined;
    const view = {
      form: formOf(typed),
      reads: shown.map(readView),
      more: { shown: shown.length, ...(more ? { href: hrefAfter(typed, last.id) } : {}) },
      empty: {
        title: 'Nothing of this kind',
        sentence: 'Choose another day or another kind.',
        onward: { href: '/audit/reads', label: 'Show everything' },
      },
    };
    const crumbs = [{ href: '/audit', label: 'Audit' }];
    const status = typed.errors.length > 0 ? { status: 422 } : {};
    return this.answers.send(reply, { page: ReadsPage, view, crumbs, ...status });
  }
}

function londonHours(day: string): Pick<AccessQuery, 'from' | 'until'> {
  return { from: londonInstant(day, '00:00'), until: londonInstant(addDays(day, 1), '00:00') };
}

const FIELDS = ['kind', 'on-day', 'on-month', 'on-year'];

function hrefAfter(typed: PostedForm, after: number): string {
  const filters = FIELDS.map((name) => [name, typed.typed(name)]).filter(([, value]) => value !== '');
  return `/audit/reads?${new URLSearchParams([...filters, ['after', String(after)]]).toString()}`;
}

const formOf = (typed: PostedForm): FormView => ({
  action: '/audit/reads',
  values: typed.values(),
  errors: typed.errors,
  csrf: '',
  idempotencyKey: '',
  submitLabel: 'Show',
  fields: [
    { kind: 'date', name: 'on', label: 'Day', optional: true, hint: 'For example, 26 11 2026' },
    {
      kind: 'select',
      name: 'kind',
      label: 'Kind',
      options: [
        { value: '', label: 'All' },
        ...Object.entries(accessKinds).map(([value, label]) => ({ value, label })),
      ],
    },
  ],
});
