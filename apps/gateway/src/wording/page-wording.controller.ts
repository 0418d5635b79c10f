import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import type { Sender } from '@linking/application/commands/sender.js';
import { MailWaits } from '@linking/application/mails/mail-waits.js';
import { askForTestMail } from '@linking/application/mails/test-mails.js';
import { hashOf, type WordingRequest } from '@linking/application/mails/wordings.js';
import { CLOCK, POOL, SETTINGS } from '@linking/application/ports.js';
import { ChangeNetworkWording } from '@linking/application/programmes/change-network-wording.js';
import { ChangeProgramme } from '@linking/application/programmes/change-programme.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { WordingKind } from '@linking/domain/wording/wording-kinds.js';
import { checkWording, tidied, type WordingText } from '@linking/domain/wording/wording-text.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { wordedSample } from '@linking/notices/wording/product-wording.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { Access } from '../http/access.js';
import { PageAnswers, senderOfForm, type Posted } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { showMailPart } from '../outbox/mail-part.js';
import { PostedForm } from '../pages/forms/posted-form.js';
import type { FlashView } from '../pages/layout/page-frame.js';
import { previewProblem } from '../pages/wording/preview-problem.js';
import { WordingListPage } from '../pages/wording/wording-list-page.js';
import { WordingPage } from '../pages/wording/wording-page.js';
import { namedWording } from './wording-changes.js';
import { WordingReader, type SeenWordings } from './wording-reader.js';
import {
  crumbsOf,
  titleOf,
  wordingHref,
  wordingListView,
  wordingView,
  type WordingMaterial,
} from './wording-view-model.js';
import { errorOf, wordingErrors } from './wording-errors.js';

/** The words of the mails of one programme, and those that hold for all. */
@Controller(['programmes/:slug/wording', 'wording'])
@Access('coordinator', 'national')
export class PageWordingController {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
    @Inject(WordingReader) private readonly reader: WordingReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async list(
    @Param('slug') slug: string | undefined,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.reader.see(slug, scope);
    return this.answers.send(reply, {
      page: WordingListPage,
      view: wordingListView(seen),
      crumbs: crumbsOf(seen),
    });
  }

  @Get(':wording')
  @Access('signed-in')
  async show(
    @Param() { slug, wording }: Address,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    return this.#page(reply, kind, await this.reader.see(slug, signedIn.scope));
  }

  /** The mail in the words that hold now. */
  @Get(':wording/preview')
  @Access('signed-in')
  async preview(
    @Param() { slug, wording }: Address,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    const seen = await this.reader.see(slug, scope);
    return showMailPart(reply, renderHtml(wordedSample(kind, seen.now(kind).text, seen.inWhoseName)));
  }

  /** The mail in words that are not saved; it fills the frame beside them. */
  @Post(':wording/preview')
  async previewTyped(
    @Param() { slug, wording }: Address,
    @Body() body: Posted,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    const seen = await this.reader.seeToChange(slug, scope);
    const text = typedIn(new PostedForm(body));
    try {
      checkWording(kind, text, true);
    } catch (error) {
      return showMailPart(reply.status(200), previewProblem(errorOf(error).message));
    }
    return showMailPart(reply, renderHtml(wordedSample(kind, text, seen.inWhoseName)));
  }

  /** To whoever asks, and to nobody else. What she typed stays on the page. */
  @Post(':wording/test')
  async test(
    @Param() { slug, wording }: Address,
    @Body() body: Posted,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    const seen = await this.reader.seeToChange(slug, signedIn.scope);
    const posted = new PostedForm(body);
    const words = typedIn(posted);
    posted.errors.push(...wordingErrors(kind, words, true));
    if (posted.errors.length > 0) return this.#page(reply, kind, seen, { typed: typedAgain(posted) });
    const { user } = signedIn;
    const id = senderOfForm(reply.request, body).commandId;
    const asked = await askForTestMail(
      this.pool,
      { id, userId: user.id, programme: slug, wording: kind, words },
      { now: this.clock.now(), settings: this.settings },
    );
    if (asked !== 'too-many') this.eventBus.publish(new MailWaits());
    return this.#page(reply, kind, seen, {
      typed: typedAgain(posted),
      news: this.#newsOf(asked),
    });
  }

  @Post(':wording')
  async save(
    @Param() { slug, wording }: Address,
    @Body() body: Posted,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    const seen = await this.reader.seeToChange(slug, signedIn.scope);
    const posted = new PostedForm(body);
    const text = typedIn(posted);
    const back = `${wordingHref(slug)}/${kind}`;
    if (hashOf(text) === hashOf(tidied(seen.now(kind).text))) {
      return this.answers.seeOther(reply, back, { tone: 'amber', text: 'These are the words already.' });
    }
    const checked = posted.tick('checked');
    let doubtful = checked;
    try {
      await this.#change(
        slug,
        { type: 'ChangeMailWording', wording: kind, text, checked },
        reply,
        posted,
        body,
      );
      const said = `${titleOf(kind)}: from now on it goes in these words.`;
      return this.answers.seeOther(reply, back, { tone: 'green', text: said });
    } catch (error) {
      doubtful ||= error instanceof Refusal && error.code === 'WORDING_DOUBTFUL';
      const ofBoxes = error instanceof Refusal ? wordingErrors(kind, text, checked) : [];
      posted.errors.push(...(ofBoxes.length > 0 ? ofBoxes : [errorOf(error)]));
    }
    return this.#page(reply, kind, seen, { typed: typedAgain(posted), asksToCheck: doubtful });
  }

  @Post(':wording/use')
  async use(
    @Param() { slug, wording }: Address,
    @Body() body: Posted,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    const posted = new PostedForm(body);
    const version = posted.count('version', 'Choose a version', 99_999);
    return this.#back(
      reply,
      signedIn,
      { slug, kind, posted, body },
      {
        request: { type: 'UseWordingAgain', wording: kind, version },
        said: `Version ${version} is in use again.`,
      },
    );
  }

  @Post(':wording/national')
  async national(
    @Param() { slug, wording }: Address,
    @Body() body: Posted,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const kind = namedWording(wording);
    return this.#back(
      reply,
      signedIn,
      { slug, kind, posted: new PostedForm(body), body },
      {
        request: { type: 'DropMailWording', wording: kind },
        said: slug === undefined ? 'The words as they came hold again.' : 'The national words hold again.',
      },
    );
  }

  async #back(
    reply: FastifyReply,
    signedIn: SignedIn,
    { slug, kind, posted, body }: ForOne,
    { request, said }: { readonly request: WordingRequest; readonly said: string },
  ): Promise<FastifyReply> {
    const seen = await this.reader.seeToChange(slug, signedIn.scope);
    try {
      await this.#change(slug, request, reply, posted, body);
      const back = `${wordingHref(slug)}/${kind}`;
      return this.answers.seeOther(reply, back, { tone: 'green', text: said });
    } catch (error) {
      const { subject, opening, closing } = seen.now(kind).text;
      const typed = { values: { subject, opening, closing }, errors: [errorOf(error)] };
      return this.#page(reply, kind, seen, { typed });
    }
  }

  async #change(
    slug: string | undefined,
    request: WordingRequest,
    reply: FastifyReply,
    posted: PostedForm,
    body: Posted,
  ): Promise<void> {
    const sender: Sender = senderOfForm(reply.request, body);
    const revision = posted.revision();
    if (slug === undefined) {
      await this.commandBus.execute(new ChangeNetworkWording(request, sender, revision));
    } else {
      await this.commandBus.execute(new ChangeProgramme(slug, request, sender, revision));
    }
  }

  #newsOf(asked: { readonly to: string } | 'too-many'): FlashView {
    if (asked === 'too-many') {
      return { tone: 'amber', text: 'Ten tests within an hour are enough. Try again a little later.' };
    }
    return this.settings.smtpUrl === undefined
      ? { tone: 'amber', text: 'No mail leaves this machine: the preview shows what a test would say.' }
      : { tone: 'green', text: `A test is on its way to ${asked.to}. What you typed is not saved yet.` };
  }

  #page(
    reply: FastifyReply,
    kind: WordingKind,
    seen: SeenWordings,
    more: Pick<WordingMaterial, 'typed' | 'asksToCheck' | 'news'> = {},
  ): FastifyReply {
    const material = { parts: this.answers.formParts(reply), ...more };
    const view = wordingView(seen, kind, material);
    const status = (more.typed?.errors.length ?? 0) > 0 ? 422 : 200;
    const here = { href: wordingHref(seen.slug), label: 'Words of the mails' };
    return this.answers.send(reply, { page: WordingPage, view, status, crumbs: [...crumbsOf(seen), here] });
  }
}

interface Address {
  readonly slug?: string;
  readonly wording: string;
}

interface ForOne {
  readonly slug: string | undefined;
  readonly kind: WordingKind;
  readonly posted: PostedForm;
  readonly body: Posted;
}

/** The rules of the words have a limit for each box, and say it. */
const NO_LIMIT = Number.POSITIVE_INFINITY;

const typedIn = (posted: PostedForm): WordingText =>
  tidied({
    subject: posted.typed('subject'),
    opening: posted.words('opening', NO_LIMIT) ?? '',
    closing: posted.words('closing', NO_LIMIT) ?? '',
  });

const typedAgain = (posted: PostedForm) => ({ values: posted.values(), errors: posted.errors });
