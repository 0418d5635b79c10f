import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { disruptionNames } from '@linking/domain/programme/programme-year.js';
import type { Disruption } from '@linking/domain/programme/programme.js';
import { derivedId } from '@linking/events/event-ids.js';
import { Access } from '../http/access.js';
import { formErrors } from '../http/form-errors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { counted } from '@linking/words/format.js';
import { DisruptionPage } from '../pages/programmes/disruption-page.js';
import {
  declareFields,
  presetValues,
  meetingFields,
  readDecisions,
  readDeclared,
  type MeetingDecision,
} from './disruption-forms.js';
import { crumbsOf, errorOf } from './programme-answers.js';
import { ProgrammePages, type SeenProgramme } from './programme-pages.js';
import { daysText } from './programme-years.js';

const errorOfLink = formErrors('the link');

/** A storm: declared, its meetings moved or put online in one form, and lifted. */
@Controller('programmes/:slug/disruptions')
@Access('coordinator', 'national')
export class PageDisruptionsController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get('add')
  async ask(
    @Param('slug') slug: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#declare(reply, await this.pages.seeToChange(slug, scope));
  }

  @Post('add')
  async declare(
    @Param('slug') slug: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(slug, scope);
    const posted = new PostedForm(body);
    const asked = readDeclared(posted);
    if (posted.errors.length === 0 && asked.type === 'DeclareDisruption') {
      try {
        const { programme } = await this.commandBus.execute(
          new ChangeProgramme(slug, asked, senderOfForm(reply.request, body)),
        );
        const made = programme.disruptions.findLast(
          (it) => !it.lifted && it.from === asked.from && it.to === asked.to,
        );
        const to = made === undefined ? '' : `/disruptions/${made.disruptionId}`;
        const text = 'The disruption is declared. Say what becomes of its meetings.';
        return this.answers.seeOther(reply, `/programmes/${slug}${to}`, { tone: 'green', text });
      } catch (error) {
        posted.errors.push(errorOf(error));
      }
    }
    return this.#declare(reply, seen, posted);
  }

  @Get(':id')
  async show(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.see(slug, scope);
    return this.#page(reply, seen, disruptionOf(seen, id));
  }

  @Post(':id')
  async decide(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(slug, scope);
    const disruption = disruptionOf(seen, id);
    const posted = new PostedForm(body);
    const meetings = await this.pages.affected(slug, disruption);
    const decisions = readDecisions(posted, meetings, disruption);
    if (posted.errors.length > 0) return this.#page(reply, seen, disruption, { posted });
    const done: MeetingDecision[] = [];
    const sender = senderOfForm(reply.request, body);
    for (const decision of decisions) {
      const { meeting, request: asked, field } = decision;
      const commandId = derivedId(sender.commandId, `${meeting.ref}-${meeting.number}`);
      try {
        await this.commandBus.execute(new ChangeLink(meeting.ref, asked, {}, { ...sender, commandId }));
        done.push(decision);
      } catch (error) {
        posted.wrong(field, `${meeting.ref}: ${errorOfLink(error).message}`);
      }
    }
    const changed = new Set(done.map(({ meeting }) => meeting.ref));
    await shownSoon(
      async () => !(await this.pages.affected(slug, disruption)).some(({ ref }) => changed.has(ref)),
    );
    if (posted.errors.length > 0) return this.#page(reply, seen, disruption, { posted, done });
    return this.#page(reply, seen, disruption, { done });
  }

  @Post(':id/lift')
  async lift(
    @Param('slug') slug: string,
    @Param('id') id: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.seeToChange(slug, scope);
    const { disruptionId } = disruptionOf(seen, id);
    const asked = { type: 'LiftDisruption', disruptionId } as const;
    await this.commandBus.execute(new ChangeProgramme(slug, asked, senderOfForm(reply.request, body)));
    const text = 'The disruption is lifted: its days are school days again.';
    return this.answers.seeOther(reply, `/programmes/${slug}`, { tone: 'green', text });
  }

  #declare(reply: FastifyReply, { programme }: SeenProgramme, posted?: PostedForm): FastifyReply {
    const view = {
      title: 'Declare a disruption',
      eyebrow: programme.name,
      intro:
        'Its days are no school days. On the next page you move its meetings or put them online, all together.',
      form: {
        ...this.answers.formParts(reply),
        action: `/programmes/${programme.slug}/disruptions/add`,
        fields: declareFields,
        submitLabel: 'Declare it',
        values: posted?.values() ?? {},
        errors: posted?.errors ?? [],
      },
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs: crumbsOf(programme) });
  }

  async #page(
    reply: FastifyReply,
    { programme, mayChange }: SeenProgramme,
    disruption: Disruption,
    { posted, done = [] }: { readonly posted?: PostedForm; readonly done?: readonly MeetingDecision[] } = {},
  ): Promise<FastifyReply> {
    const { disruptionId, lifted, reasonCode } = disruption;
    const meetings = await this.pages.affected(programme.slug, disruption);
    const action = `/programmes/${programme.slug}/disruptions/${disruptionId}`;
    const view = {
      eyebrow: programme.name,
      heading: `${disruptionNames[reasonCode]}, ${daysText(disruption)}`,
      lead:
        done.length > 0
          ? `${counted(done.length, 'meeting is', 'meetings are')} changed. Mails to both schools and the venue go at once.`
          : 'Mails to both schools and the venue go at once. Please phone as well.',
      state: lifted
        ? ({ tone: 'grey', text: 'Lifted' } as const)
        : ({ tone: 'amber', text: 'Declared' } as const),
      ...(meetings.length === 0 || !mayChange
        ? {}
        : {
            form: {
              ...this.answers.formParts(reply),
              action,
              fields: meetingFields(meetings),
              submitLabel: 'Save for all meetings',
              values: posted?.values() ?? presetValues(meetings),
              errors: posted?.errors ?? [],
            },
          }),
      noMeetings: 'No meeting in person is planned for these days any more.',
      ...(lifted || !mayChange
        ? {}
        : {
            lift: { ...this.answers.formParts(reply), action: `${action}/lift`, label: 'Lift it' },
          }),
      calls: done.map(({ meeting }) => `${meeting.ref}, ${meeting.schools}: ${meeting.calls.join('; ')}`),
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, {
      page: DisruptionPage,
      view,
      status,
      crumbs: crumbsOf(programme),
    });
  }
}

function disruptionOf({ programme }: SeenProgramme, id: string): Disruption {
  const found = programme.disruptions.find(({ disruptionId }) => disruptionId === id);
  if (found === undefined) throw new NotFound();
  return found;
}
