import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { isAcademicYear } from '@linking/domain/calendar/academic-year.js';
import {
  readTermDates,
  TermDatesUnreadable,
  type TermDatesRead,
} from '@linking/domain/programme/term-dates-file.js';
import { Access } from '../http/access.js';
import { ChecksOwnForm } from '../http/checks-own-form.js';
import { FormTokens } from '../http/form-tokens.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import type { FormError } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { academicYear, counted } from '@linking/words/format.js';
import { TermDatesPage } from '../pages/programmes/term-dates-page.js';
import { receiveUpload } from '../schools/receive-upload.js';
import { crumbsOf, errorOf } from './programme-answers.js';
import { ProgrammePages, type SeenProgramme } from './programme-pages.js';
import { daysText } from './programme-years.js';
import { knownDates, readTermDatesForm, termDatesFields, termDatesValues } from './term-dates-forms.js';
import { textOf } from './text-of-upload.js';

/** The term dates of one year. A file fills the form and saves nothing: the coordinator looks and saves. */
@Controller('programmes/:slug/term-dates/:year')
@Access('coordinator', 'national')
export class PageTermDatesController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
  ) {}

  @Get()
  async ask(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#page(reply, { year, seen: await this.#seen(slug, year, scope) });
  }

  @Post()
  async save(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.#seen(slug, year, scope);
    const posted = new PostedForm(body);
    const asked = readTermDatesForm(posted, year);
    if (posted.errors.length === 0) {
      try {
        await this.commandBus.execute(new ChangeProgramme(slug, asked, senderOfForm(reply.request, body)));
        const text = `The term dates of ${academicYear(year)} are saved.`;
        return this.answers.seeOther(reply, `/programmes/${slug}`, { tone: 'green', text });
      } catch (error) {
        posted.errors.push(errorOf(error));
      }
    }
    return this.#page(reply, { year, seen, posted });
  }

  @Post('file')
  @ChecksOwnForm()
  async read(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.#seen(slug, year, scope);
    const file = await receiveUpload(reply.request, this.formTokens);
    const wrong = (message: string) =>
      this.#page(reply, { year, seen, fileErrors: [{ field: 'file', message }] });
    if (file === undefined) return wrong('Choose a calendar (.ics) or a CSV file');
    const text = await textOf(file.content);
    if (text === undefined) return wrong('This file is too large to be a calendar of one year');
    try {
      return this.#page(reply, {
        year,
        seen,
        read: readTermDates(text, year, knownDates(seen.programme, year)),
      });
    } catch (error) {
      if (!(error instanceof TermDatesUnreadable)) throw error;
      return wrong(`${file.name}: ${error.message}`);
    }
  }

  async #seen(slug: string, year: string, scope: SignedIn['scope']): Promise<SeenProgramme> {
    if (!isAcademicYear(year)) throw new NotFound();
    return this.pages.seeToChange(slug, scope);
  }

  #page(reply: FastifyReply, shown: Shown): FastifyReply {
    const { year, seen, posted, read, fileErrors = [] } = shown;
    const { programme } = seen;
    const action = `/programmes/${programme.slug}/term-dates/${year}`;
    const view = {
      eyebrow: programme.name,
      heading: `Term dates ${academicYear(year)}`,
      dates: {
        ...this.answers.formParts(reply),
        action,
        fields: termDatesFields,
        submitLabel: 'Save the term dates',
        values: posted?.values() ?? termDatesValues(read?.dates ?? knownDates(programme, year)),
        errors: posted?.errors ?? [],
        also: [
          {
            href: `/programmes/${programme.slug}`,
            label: `Back to ${programme.name}`,
            look: 'link' as const,
          },
        ],
      },
      file: {
        ...this.answers.formParts(reply),
        action: `${action}/file`,
        fields: [
          {
            kind: 'file',
            name: 'file',
            label: 'Calendar or table',
            hint: 'The calendar (.ics) of your council, or a CSV file with the columns what, from and to. It fills the form and saves nothing.',
            accept: '.ics,.csv',
          } as const,
        ],
        submitLabel: 'Read the file',
        values: {},
        errors: fileErrors,
        multipart: true,
        idPrefix: 'file-',
      },
      ...(read === undefined ? {} : { read: sentencesOf(read) }),
    };
    const failed = (posted?.errors ?? []).length > 0 || fileErrors.length > 0;
    return this.answers.send(reply, {
      page: TermDatesPage,
      view,
      status: failed ? 422 : 200,
      crumbs: crumbsOf(programme),
    });
  }
}

interface Shown {
  readonly year: string;
  readonly seen: SeenProgramme;
  readonly posted?: PostedForm;
  readonly read?: TermDatesRead;
  readonly fileErrors?: readonly FormError[];
}

const LISTED = 20;

function sentencesOf({ taken, leftOut }: TermDatesRead) {
  const more = leftOut.length - LISTED;
  return {
    sentence: `${counted(taken.length, 'entry of the file fills', 'entries of the file fill')} the form. Nothing is saved yet: look at the dates and save them.`,
    leftOutTitle: `${counted(leftOut.length, 'entry is', 'entries are')} left out: of another year, or in words that say nothing of terms.`,
    leftOut: [
      ...leftOut.slice(0, LISTED).map((it) => `Line ${it.line}: ${it.words.slice(0, 80)}, ${daysText(it)}`),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
  };
}
