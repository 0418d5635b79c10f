import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import type { EventStore } from '@linking/events/event-store.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { importSchools } from '@linking/application/schools/import-schools.js';
import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import type { ImportResult } from '@linking/domain/schools/import-result.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { Access } from '../http/access.js';
import { ChecksOwnForm } from '../http/checks-own-form.js';
import { FormTokens } from '../http/form-tokens.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import type { FormError } from '../pages/forms/form-view.js';
import { SchoolImportPage, type SchoolImportView } from '../pages/schools/school-import-page.js';
import { receiveUpload } from './receive-upload.js';
import { importedSentence, importResultView, wouldChange } from './schools-view-model.js';
import { Uploads } from './uploads.js';

/** A file is read first and changes nothing; the person who sent it then takes it or leaves it. */
@Controller('schools/import')
@Access('admin', 'national')
export class PageSchoolImportController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
    @Inject(Uploads) private readonly uploads: Uploads,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  ask(@Res() reply: FastifyReply): FastifyReply {
    return this.#page(reply, { errors: [] });
  }

  @Post()
  @ChecksOwnForm()
  async read(@CurrentUser() { user }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const file = await receiveUpload(reply.request, this.formTokens);
    if (file === undefined) {
      return this.#page(reply, { errors: [{ field: 'file', message: 'Choose a CSV file' }] });
    }
    const upload = await this.uploads.keep(user.id, file.content);
    try {
      const result = await this.#import(user.id, upload, true);
      return this.#page(reply, { errors: [], upload, file: file.name, result });
    } catch (error) {
      await this.uploads.forget(user.id, upload);
      if (!(error instanceof ImportRefused)) throw error;
      return this.#page(reply, { errors: [{ field: 'file', message: error.sentence }] });
    }
  }

  @Post(':upload')
  async accept(
    @Param('upload') upload: string,
    @CurrentUser() { user }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    try {
      const result = await this.#import(user.id, upload, false);
      await this.uploads.forget(user.id, upload);
      return this.answers.seeOther(reply, '/schools', { tone: 'green', text: importedSentence(result) });
    } catch (error) {
      if (!(error instanceof ImportRefused)) throw error;
      return this.#page(reply, { errors: [{ field: 'file', message: error.sentence }] });
    }
  }

  async #import(userId: string, upload: string, dryRun: boolean): Promise<ImportResult> {
    const { pool, store, clock } = this;
    const file = await this.uploads.open(userId, upload);
    return importSchools({ pool, store, clock }, file, { dryRun, actor: `user:${userId}`, channel: 'page' });
  }

  #page(reply: FastifyReply, { errors, upload, file = '', result }: Outcome): FastifyReply {
    const view: SchoolImportView = {
      form: {
        ...this.answers.formParts(reply),
        action: '/schools/import',
        fields: [
          {
            kind: 'file',
            name: 'file',
            label: 'CSV file',
            hint: 'Up to 256 MB. It is read first and changes nothing.',
            accept: '.csv',
          },
        ],
        submitLabel: 'Read the file',
        values: {},
        errors,
        multipart: true,
      },
      ...(result === undefined ? {} : { result: importResultView(result, file) }),
      ...(upload === undefined || result === undefined || !wouldChange(result)
        ? {}
        : {
            accept: {
              ...this.answers.formParts(reply),
              action: `/schools/import/${upload}`,
              label: 'Import this file now',
              look: 'primary',
            },
          }),
    };
    const status = errors.length === 0 ? 200 : 422;
    return this.answers.send(reply, {
      page: SchoolImportPage,
      view,
      status,
      crumbs: [{ href: '/schools', label: 'Schools' }],
    });
  }
}

interface Outcome {
  readonly errors: readonly FormError[];
  readonly upload?: string;
  readonly file?: string;
  readonly result?: ImportResult;
}
