import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { mayChange, scopeCondition, type Scope } from '@linking/application/accounts/scope.js';
import { ChangeLink } from '@linking/application/links/change-link.js';
import { linkWords } from '@linking/application/links/link-words.js';
import { partnerMay } from '@linking/application/links/partner-may.js';
import { CLOCK, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { Refusal } from '@linking/domain/refusal.js';
import { derivedId } from '@linking/events/event-ids.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { findLinks } from '@linking/projections/link-board/link-board-queries.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { FormPage } from '../pages/forms/form-page.js';
import { NothingToAskPage } from '../pages/forms/nothing-to-ask-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { counted } from '@linking/words/format.js';
import { CommandListPage } from '../pages/links/command-list-page.js';
import type { GroupForm, GroupMaterial, GroupStep } from './group-forms/group-form.js';
import { groupForms } from './group-forms/group-forms.js';

const ALL = 2_000;
const CRUMBS = [{ href: '/links', label: 'Links' }];
const HERE = { href: '/links/together', label: 'Record for several links' };

/** One form records one fact for many links: each through its own command, with its own result. */
@Controller('links/together')
@Access('coordinator', 'national')
export class PageGroupController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  choose(@Res() reply: FastifyReply): FastifyReply {
    const commands = groupForms.map(({ what, title, hint }) => ({
      href: `${HERE.href}/${what}`,
      label: title,
      hint,
    }));
    const view = {
      heading: HERE.label,
      lead: 'One form, one fact; each link you tick gets its own entry.',
      groups: [
        { title: 'What happened?', commands },
        {
          title: 'Tell them something',
          commands: [
            {
              href: '/write',
              label: 'Write to people of several links',
              hint: 'One text to teachers or headteachers, a mail each',
            },
          ],
        },
      ],
    };
    return this.answers.send(reply, { page: CommandListPage, view, crumbs: CRUMBS });
  }

  @Get(':what')
  async ask(
    @Param('what') what: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.#form(reply, { form: formOf(what), material: await this.#material(scope) });
  }

  @Post(':what')
  async record(
    @Param('what') what: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const form = formOf(what);
    const material = await this.#material(scope);
    const posted = new PostedForm(body);
    const steps = form.read(posted, material);
    if (posted.errors.length > 0) return this.#form(reply, { form, material, posted });
    const done = new Map<string, 'recorded' | 'recorded already'>();
    const sender = senderOfForm(reply.request, body);
    for (const [index, step] of steps.entries()) {
      const commandId = derivedId(sender.commandId, `${step.ref} ${index}`);
      const changed = await this.#send(step, { ...sender, commandId }, posted);
      if (changed !== undefined && done.get(step.ref) !== 'recorded') {
        done.set(step.ref, changed ? 'recorded' : 'recorded already');
      }
    }
    if (posted.errors.length > 0) return this.#form(reply, { form, material, posted, done });
    const more = [...done].map(([ref, result]) => `${ref}: ${result}`);
    const text = `${form.title}: done for ${counted(done.size, 'link')}.`;
    return this.answers.seeOther(reply, '/links', { tone: 'green', text, more });
  }

  /** Whether it changed anything; a refusal is said beside the others and stops none of them. */
  async #send(
    { ref, request, said }: GroupStep,
    sender: ReturnType<typeof senderOfForm>,
    posted: PostedForm,
  ): Promise<boolean | undefined> {
    try {
      const { events } = await this.bus.execute(new ChangeLink(ref, request, said, sender));
      return events.length > 0;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      posted.errors.push({
        message: [`${ref}: ${error.sentence}`, error.more.nextStep].filter(Boolean).join(' '),
      });
      return undefined;
    }
  }

  async #material(scope: Scope): Promise<GroupMaterial> {
    const today = londonDay(this.clock.now());
    const changes = { ...scope, programmes: scope.changes };
    const links = await findLinks(this.pool, {
      scope: (params) => scopeCondition(changes, params, ['programme', 'partner_programme']),
      outcome: 'open',
      year: academicYearOfDay(today),
      today,
      limit: ALL,
    });
    const may: GroupMaterial['may'] = ({ programme }, request) =>
      mayChange(scope, programme) || partnerMay(request);
    return { links, may, words: await linkWords(this.pool, links), today };
  }

  #form(reply: FastifyReply, { form, material, posted, done = new Map() }: Asked): FastifyReply {
    const crumbs = [...CRUMBS, HERE];
    if (posted === undefined && !hasRows(form, material)) {
      const empty = { ...form.nothing, onward: { href: '/links', label: 'Back to the links' } };
      return this.answers.send(reply, { page: NothingToAskPage, view: { title: form.title, empty }, crumbs });
    }
    const view = {
      title: form.title,
      intro:
        done.size === 0
          ? `${form.hint}. Each link gets its own entry.`
          : `Recorded for ${counted(done.size, 'link')}; what is left stands below. Sending it again doubles nothing.`,
      known: [...done].map(([key, value]) => ({ key, value })),
      form: {
        ...this.answers.formParts(reply),
        action: `${HERE.href}/${form.what}`,
        fields: form.fields(material),
        submitLabel: form.submitLabel,
        values: posted?.values() ?? form.values(material),
        errors: posted?.errors ?? [],
        also: [{ href: '/links', label: 'Back to the links', look: 'link' as const }],
      },
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs });
  }
}

interface Asked {
  readonly form: GroupForm;
  readonly material: GroupMaterial;
  readonly posted?: PostedForm;
  readonly done?: ReadonlyMap<string, string>;
}

const hasRows = (form: GroupForm, material: GroupMaterial): boolean =>
  form
    .fields(material)
    .some((field) =>
      field.kind === 'checkboxes'
        ? field.name === 'ticked' && field.options.length > 0
        : field.kind === 'tick' && field.name.endsWith('.held'),
    );

function formOf(what: string): GroupForm {
  const form = groupForms.find((one) => one.what === what);
  if (form === undefined) throw new NotFound();
  return form;
}
