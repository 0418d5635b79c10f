import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { JoinProgramme } from '@linking/application/programmes/join-programme.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { derivedId } from '@linking/events/event-ids.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { textsOf } from '../links/link-reader.js';
import { FormPage } from '../pages/forms/form-page.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { ProgrammeListPage } from '../pages/programmes/programme-list-page.js';
import { ProgrammePage } from '../pages/programmes/programme-page.js';
import { addFields, readAdd } from './add-programme-form.js';
import { PROGRAMMES, crumbsOf, errorOf } from './programme-answers.js';
import type { FormMaterial, ProgrammeForm } from './programme-form.js';
import { programmeForms } from './programme-forms.js';
import { ProgrammePages } from './programme-pages.js';
import { programmeListView } from './programme-list-view-model.js';
import { programmeView } from './programme-view-model.js';

/** The programmes, one programme, and each change of it on a page of its own. */
@Controller('programmes')
@Access('coordinator', 'national')
export class PageProgrammesController {
  constructor(
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { programmes, name } = await this.pages.list(scope);
    const isOffice = scope.changes === 'all';
    const view = programmeListView(programmes, { name, today: this.pages.today(), isOffice });
    return this.answers.send(request, reply, { page: ProgrammeListPage, view });
  }

  @Get('add')
  @Access('national')
  ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return this.#add(request, reply);
  }

  @Post('add')
  @Access('national')
  async add(
    @Body() body: Posted,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const posted = new PostedForm(body);
    const { programme, proposed } = readAdd(posted);
    try {
      const { programmes } = await this.pages.list({ ...request.signedIn!.scope, programmes: 'all' });
      if (programmes.some(({ slug }) => slug === programme.slug)) {
        posted.wrong('name', 'There is a programme of this name already');
      }
      if (posted.errors.length === 0) {
        const added = await this.commandBus.execute(
          new JoinProgramme(programme, senderOfForm(request, body), proposed),
        );
        await shownSoon(async () =>
          (await this.pages.list(request.signedIn!.scope)).programmes.some(({ slug }) => slug === added.slug),
        );
        const text = `${added.name} is added. Appoint its coordinator next.`;
        return this.answers.seeOther(reply, `/programmes/${added.slug}`, { tone: 'green', text });
      }
    } catch (error) {
      posted.errors.push(errorOf(error));
    }
    return this.#add(request, reply, posted);
  }

  @Get(':slug')
  @Access('signed-in')
  async show(
    @Param('slug') slug: string,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.pages.see(slug, scope);
    const view = programmeView(seen, this.answers.formParts(request, reply));
    return this.answers.send(request, reply, { page: ProgrammePage, view, crumbs: [PROGRAMMES] });
  }

  @Get(':slug/change/:what')
  async form(
    @Param('slug') slug: string,
    @Param('what') what: string,
    @Query() query: Record<string, unknown>,
    @CurrentUser() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form, material } = await this.#asked(slug, what, signedIn);
    const preset = textsOf(query);
    return this.#form(request, reply, { what, form, material: { ...material, preset } });
  }

  @Post(':slug/change/:what')
  async change(
    @Param('slug') slug: string,
    @Param('what') what: string,
    @Body() body: Posted,
    @CurrentUser() signedIn: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { form, material } = await this.#asked(slug, what, signedIn);
    const posted = new PostedForm(body);
    const asked = form.read(posted, material);
    if (posted.errors.length === 0) {
      const sender = senderOfForm(request, body);
      try {
        for (const [index, one] of asked.entries()) {
          // The first says which programme she saw; the others of the same form follow it.
          const revision = index === 0 ? expectedIn(posted) : undefined;
          const commandId = index === 0 ? sender.commandId : derivedId(sender.commandId, `part-${index}`);
          await this.commandBus.execute(new ChangeProgramme(slug, one, { ...sender, commandId }, revision));
        }
        return this.answers.seeOther(reply, `/programmes/${slug}`, { tone: 'green', text: form.done });
      } catch (error) {
        posted.errors.push(errorOf(error));
      }
    }
    return this.#form(request, reply, { what, form, material, posted });
  }

  async #asked(
    slug: string,
    what: string,
    { scope }: SignedIn,
  ): Promise<{ readonly form: ProgrammeForm; readonly material: FormMaterial }> {
    const form = programmeForms.get(what);
    if (form === undefined) throw new NotFound();
    const seen = await this.pages.seeToChange(slug, scope);
    if (form.onlyWith !== undefined && !switchedOn(seen.programme, form.onlyWith)) throw new NotFound();
    const people = what === 'appoint' ? await this.pages.coordinators() : [];
    return { form, material: { ...seen, people } };
  }

  #form(
    request: FastifyRequest,
    reply: FastifyReply,
    { what, form, material, posted }: AskedForm,
  ): FastifyReply {
    const { programme } = material;
    const view = {
      title: form.title,
      eyebrow: programme.name,
      ...(form.intro === undefined ? {} : { intro: form.intro }),
      form: {
        ...this.answers.formParts(request, reply),
        action: `/programmes/${programme.slug}/change/${what}`,
        fields: form.fields(material),
        submitLabel: form.submitLabel,
        values: posted?.values() ?? { ...form.values?.(material), ...userIn(material) },
        errors: posted?.errors ?? [],
        hidden: { expectedRevision: String(programme.revision) },
        also: [
          {
            href: `/programmes/${programme.slug}`,
            label: `Back to ${programme.name}`,
            look: 'link' as const,
          },
        ],
      },
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(request, reply, { page: FormPage, view, status, crumbs: crumbsOf(programme) });
  }

  #add(request: FastifyRequest, reply: FastifyReply, posted?: PostedForm): FastifyReply {
    const view = {
      title: 'Add a programme',
      intro: 'A local programme with its own coordinator, area and links.',
      form: {
        ...this.answers.formParts(request, reply),
        action: '/programmes/add',
        fields: addFields,
        submitLabel: 'Add the programme',
        values: posted?.values() ?? {},
        errors: posted?.errors ?? [],
        also: [{ href: '/programmes', label: 'Back to the programmes', look: 'link' as const }],
      },
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(request, reply, { page: FormPage, view, status, crumbs: [PROGRAMMES] });
  }
}

interface AskedForm {
  readonly what: string;
  readonly form: ProgrammeForm;
  readonly material: FormMaterial;
  readonly posted?: PostedForm;
}

/** Whom the address names. */
const userIn = ({ preset }: FormMaterial) =>
  preset?.['userId'] === undefined ? {} : { userId: preset['userId'] };

const expectedIn = (posted: PostedForm): number | undefined => {
  const typed = posted.typed('expectedRevision');
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
};
