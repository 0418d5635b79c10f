import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { NotAllowed } from '@linking/application/accounts/access-errors.js';
import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { ChangeProgramme, type ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { holdReasons } from '@linking/events/programme/codes.js';
import { Access } from '../http/access.js';
import { formErrors } from '../http/form-errors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { LinkReader, textsOf } from '../links/link-reader.js';
import { FormPage } from '../pages/forms/form-page.js';
import type { FormField } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { holdReasonNames } from './hold-views.js';
import { RehearsalReader } from './rehearsal-reader.js';

const errorOf = formErrors('the reminders', {
  HOLD_WITHOUT_END: 'until',
  HOLD_ENDS_TOO_SOON: 'until',
  HOLD_TOO_LONG: 'until',
});

/** Mails are held and released: ticked ones, those of a link, or all of a programme. */
@Controller('reminders')
@Access('coordinator', 'national')
export class PageHoldsController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(RehearsalReader) private readonly reader: RehearsalReader,
    @Inject(LinkReader) private readonly links: LinkReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get('hold')
  async ask(
    @Query() query: Record<string, unknown>,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, await this.#what(textsOf(query), scope));
  }

  @Post('hold')
  async hold(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const what = await this.#what(textsOf(body), scope);
    const { programme, link } = what;
    const posted = new PostedForm(body);
    const until =
      link === undefined
        ? posted.day('until', 'Enter the day from which they go again')
        : posted.optionalDay('until');
    const reasonCode = posted.oneOf('reasonCode', holdReasons, 'Choose why they are to wait');
    if (posted.errors.length > 0) return this.#form(reply, what, posted);
    const request = {
      type: 'HoldMails',
      reasonCode,
      ...(link === undefined ? {} : { link }),
      ...(until === undefined ? {} : { until }),
    } as const;
    try {
      await this.#change(programme, request, reply, body);
    } catch (error) {
      posted.errors.push(errorOf(error));
      return this.#form(reply, what, posted);
    }
    const text = 'The mails are held. What cancels, moves or puts something online goes all the same.';
    const to = link === undefined ? `/reminders?programme=${programme.slug}` : `/links/${link}`;
    return this.answers.seeOther(reply, to, { tone: 'green', text });
  }

  @Post('hold-ticked')
  async holdTicked(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const programme = await this.#programme(posted.typed('programme'), scope);
    const mails = posted.list('mails').flatMap((ids) => ids.split(' '));
    const query = new URLSearchParams({
      programme: programme.slug,
      term: posted.typed('term'),
      day: posted.typed('day'),
    });
    const back = `/reminders?${query.toString()}#day`;
    const reasonCode = posted.oneOf('reasonCode', holdReasons, 'Choose why they are to wait');
    if (mails.length === 0 || posted.errors.length > 0) {
      return this.answers.seeOther(reply, back, { tone: 'red', text: 'Tick the mails that are to wait.' });
    }
    try {
      await this.#change(programme, { type: 'HoldMails', mails, reasonCode }, reply, body);
    } catch (error) {
      return this.answers.seeOther(reply, back, { tone: 'red', text: errorOf(error).message });
    }
    const text = 'The ticked mails are held until they are released.';
    return this.answers.seeOther(reply, back, { tone: 'green', text });
  }

  @Post('release')
  async release(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const programme = await this.#programme(posted.typed('programme'), scope);
    await this.#change(programme, { type: 'ReleaseMails', holdId: posted.typed('holdId') }, reply, body);
    const text = 'The mails are released. What is due goes in the next mailing hour, unless it is too late.';
    return this.answers.seeOther(reply, `/reminders?programme=${programme.slug}`, { tone: 'green', text });
  }

  async #programme(slug: string, scope: Scope): Promise<Programme> {
    const { programme } = await this.reader.programme(slug, scope);
    if (!mayChange(scope, slug)) throw new NotAllowed();
    return programme;
  }

  /** A link is held by its own programme. */
  async #what(
    { programme = '', link }: Readonly<Record<string, string>>,
    scope: Scope,
  ): Promise<{ readonly programme: Programme; readonly link?: string }> {
    if (link === undefined) return { programme: await this.#programme(programme, scope) };
    const { link: seen } = await this.links.see(link, scope);
    return { programme: await this.#programme(seen.programme, scope), link: seen.ref };
  }

  async #change(
    { slug }: Programme,
    request: ProgrammeRequest,
    reply: FastifyReply,
    body: Posted,
  ): Promise<void> {
    const sender = senderOfForm(reply.request, body);
    const { programme } = await this.commandBus.execute(new ChangeProgramme(slug, request, sender));
    await shownSoon(() => this.reader.isPlanned(programme));
  }

  #form(
    reply: FastifyReply,
    { programme, link }: { readonly programme: Programme; readonly link?: string },
    posted?: PostedForm,
  ): FastifyReply {
    const view = {
      title: link === undefined ? 'Hold all mails' : `Hold the mails of ${link}`,
      eyebrow: programme.name,
      intro:
        'Nothing is lost: what waits goes afterwards, unless it comes too late to help. What cancels, moves or puts something online goes all the same.',
      form: {
        ...this.answers.formParts(reply),
        action: '/reminders/hold',
        hidden: { programme: programme.slug, ...(link === undefined ? {} : { link }) },
        fields: fieldsOf(link),
        submitLabel: 'Hold them',
        values: posted?.values() ?? {},
        errors: posted?.errors ?? [],
        also: [
          {
            href: link === undefined ? `/reminders?programme=${programme.slug}` : `/links/${link}`,
            label: 'Back',
            look: 'link' as const,
          },
        ],
      },
    };
    const crumbs = [{ href: `/reminders?programme=${programme.slug}`, label: 'Reminders' }];
    return this.answers.send(reply, {
      page: FormPage,
      view,
      status: posted === undefined ? 200 : 422,
      crumbs,
    });
  }
}

const fieldsOf = (link: string | undefined): readonly FormField[] => [
  {
    kind: 'date',
    name: 'until',
    label: 'The day from which they go again',
    hint: link === undefined ? 'For example, 4 1 2027' : 'Leave it empty to release them yourself',
    ...(link === undefined ? {} : { optional: true }),
  },
  {
    kind: 'radios',
    name: 'reasonCode',
    label: 'Why are they to wait?',
    options: holdReasons.map((value) => ({ value, label: holdReasonNames[value] })),
  },
];
