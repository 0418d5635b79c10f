import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { NotAllowed, NotFound } from '@linking/application/accounts/access-errors.js';
import { mayChange, type Scope } from '@linking/application/accounts/scope.js';
import { AddGrant, ChangeGrant, type GrantRequest } from '@linking/application/grants/grant-commands.js';
import { readGrant } from '@linking/application/grants/read-grant.js';
import {
  grantDetails,
  mayChangeGrant,
  maySeeGrant,
  programmesWithFunders,
  type GrantDetails,
} from '@linking/application/grants/seen-grants.js';
import { CLOCK, EVENT_STORE, POOL } from '@linking/application/ports.js';
import { londonDay } from '@linking/domain/calendar/london.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import { listGrants } from '@linking/projections/grants/grants.js';
import { Access } from '../http/access.js';
import { formErrors } from '../http/form-errors.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { shownSoon } from '../http/soon.js';
import { FormPage } from '../pages/forms/form-page.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import { GrantListPage, GrantPage } from '../pages/grants/grant-pages.js';
import {
  endFields,
  grantFields,
  grantValues,
  openReports,
  readEnd,
  readGrantForm,
  readReport,
  reportFields,
  type GrantFormMaterial,
} from './grant-forms.js';
import { grantListView, grantView, namesOf } from './grants-view-model.js';

const CRUMBS = [{ href: '/funders', label: 'Funders' }];
const ALL = 500;
const errorOf = formErrors('the grant');

/** The register of funders. It does not exist for whoever has no programme that keeps one. */
@Controller('funders')
@Access('coordinator', 'national')
export class PageGrantsController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const programmes = await this.#programmes(scope);
    const grants = await this.#grants(programmes);
    const view = grantListView(grants, {
      name: namesOf(programmes),
      today: this.#today(),
      mayAdd: scope.mayChangeLinks,
    });
    return this.answers.send(reply, { page: GrantListPage, view });
  }

  @Get('add')
  async ask(@CurrentUser() { scope }: SignedIn, @Res() reply: FastifyReply): Promise<FastifyReply> {
    const material = await this.#material(scope);
    return this.#form(reply, addForm(material));
  }

  @Post('add')
  async add(
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const material = await this.#material(scope);
    const posted = new PostedForm(body);
    const said = readGrantForm(posted, material);
    try {
      if (posted.errors.length === 0) {
        const { grant } = await this.bus.execute(new AddGrant(said, senderOfForm(reply.request, body)));
        await shownSoon(async () =>
          (await this.#grants(await this.#programmes(scope))).some(({ id }) => id === grant.grantId),
        );
        const text = `The grant of ${said.funder} is added.`;
        return this.answers.seeOther(reply, `/funders/${grant.grantId}`, { tone: 'green', text });
      }
    } catch (error) {
      posted.errors.push(errorOf(error));
    }
    return this.#form(reply, addForm(material), posted);
  }

  @Get(':id')
  @Access('signed-in')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { grant, programmes } = await this.#seen(id, scope);
    const view = grantView(grant, {
      name: namesOf(programmes),
      today: this.#today(),
      mayChange: mayChangeGrant(grant, scope),
    });
    return this.answers.send(reply, { page: GrantPage, view, crumbs: CRUMBS });
  }

  @Get(':id/:what')
  async askChange(
    @Param('id') id: string,
    @Param('what') what: string,
    @Query('due') due: unknown,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { grant } = await this.#seenToChange(id, scope);
    return this.#form(reply, formOf(what, grant, await this.#material(scope), this.#today(), due));
  }

  @Post(':id/:what')
  async change(
    @Param('id') id: string,
    @Param('what') what: string,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { grant } = await this.#seenToChange(id, scope);
    const material = await this.#material(scope);
    const form = formOf(what, grant, material, this.#today());
    const posted = new PostedForm(body);
    const asked = readChange(what, posted, grant, material);
    try {
      if (posted.errors.length === 0) {
        const sender = senderOfForm(reply.request, body);
        await this.bus.execute(new ChangeGrant(id, asked, sender, posted.revision()));
        return this.answers.seeOther(reply, `/funders/${id}`, { tone: 'green', text: form.done });
      }
    } catch (error) {
      posted.errors.push(errorOf(error));
    }
    return this.#form(reply, form, posted);
  }

  #today = (): string => londonDay(this.clock.now());

  /** Throws NotFound where nobody keeps a register of funders. */
  async #programmes(scope: Scope): Promise<readonly Programme[]> {
    const programmes = await programmesWithFunders(this.pool, scope);
    if (programmes.length === 0) throw new NotFound();
    return programmes;
  }

  async #grants(programmes: readonly Programme[]): Promise<readonly GrantDetails[]> {
    const slugs = programmes.map(({ slug }) => slug);
    return grantDetails(this.pool, await listGrants(this.pool, { programmes: slugs, limit: ALL }));
  }

  async #seen(id: string, scope: Scope) {
    const programmes = await this.#programmes(scope);
    const { grant } = await readGrant(this.store, id);
    if (grant === undefined || !maySeeGrant(grant, programmes)) throw new NotFound();
    const [details] = await grantDetails(this.pool, [grant]);
    return { grant: details!, programmes };
  }

  async #seenToChange(id: string, scope: Scope) {
    const seen = await this.#seen(id, scope);
    if (!mayChangeGrant(seen.grant, scope)) throw new NotAllowed();
    return seen;
  }

  async #material(scope: Scope): Promise<GrantFormMaterial> {
    const programmes = await this.#programmes(scope);
    return {
      programmes: programmes.filter(({ slug }) => mayChange(scope, slug)),
      isOffice: scope.changes === 'all',
    };
  }

  #form(
    reply: FastifyReply,
    { title, eyebrow, intro, done: _, ...form }: AskedForm,
    posted?: PostedForm,
  ): FastifyReply {
    const view = {
      title,
      ...(eyebrow === undefined ? {} : { eyebrow }),
      ...(intro === undefined ? {} : { intro }),
      form: {
        ...this.answers.formParts(reply),
        ...form,
        values: posted?.values() ?? form.values,
        errors: posted?.errors ?? [],
        also: [{ href: '/funders', label: 'Back to the funders', look: 'link' as const }],
      },
    };
    const status = posted === undefined ? 200 : 422;
    return this.answers.send(reply, { page: FormPage, view, status, crumbs: CRUMBS });
  }
}

interface AskedForm extends Pick<FormView, 'action' | 'submitLabel' | 'values' | 'hidden'> {
  readonly fields: readonly FormField[];
  readonly title: string;
  readonly eyebrow?: string;
  readonly intro?: string;
  readonly done: string;
}

const addForm = (material: GrantFormMaterial): AskedForm => ({
  title: 'Add a grant',
  intro: 'Who pays, for what, until when, and when a report is due.',
  action: '/funders/add',
  fields: grantFields(material),
  submitLabel: 'Add the grant',
  values: {
    kind: 'local',
    programmes:
      !material.isOffice && material.programmes.length === 1
        ? material.programmes.map(({ slug }) => slug)
        : [],
  },
  done: '',
});

function readChange(
  what: string,
  posted: PostedForm,
  grant: GrantDetails,
  material: GrantFormMaterial,
): GrantRequest {
  if (what === 'end') return readEnd(posted);
  if (what === 'report-delivered') return readReport(posted, grant);
  return { type: 'ChangeGrant', ...readGrantForm(posted, material) };
}

function formOf(
  what: string,
  grant: GrantDetails,
  material: GrantFormMaterial,
  today: string,
  due?: unknown,
): AskedForm {
  const common = {
    eyebrow: grant.funder,
    action: `/funders/${grant.id}/${what}`,
    hidden: { expectedRevision: String(grant.revision) },
  };
  switch (what) {
    case 'change':
      return {
        ...common,
        title: 'Change the grant',
        fields: grantFields(material),
        submitLabel: 'Save the grant',
        values: grantValues(grant),
        done: 'The grant is saved.',
      };
    case 'report-delivered':
      return {
        ...common,
        title: 'A report was delivered',
        intro: 'Nobody is reminded of it any more.',
        fields: reportFields(grant),
        submitLabel: 'Save it',
        values: {
          due: typeof due === 'string' ? due : openReports(grant)[0],
          ...dateValues('on', today),
        },
        done: 'The report is recorded as delivered.',
      };
    case 'end':
      return {
        ...common,
        title: 'End the grant',
        intro: 'What it paid stays on record.',
        fields: endFields,
        submitLabel: 'End it',
        values: {},
        done: 'The end of the grant is saved.',
      };
    default:
      throw new NotFound();
  }
}
