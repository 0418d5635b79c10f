import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FunctionComponent } from 'preact';
import type { Sender } from '@linking/application/commands/sender.js';
import { IDEMPOTENCY_FIELD } from '../pages/forms/form-view.js';
import type { FlashView, LinkTo, PageFrame } from '../pages/layout/page-frame.js';
import { renderPage } from '../pages/layout/render-page.js';
import { commandIdOf } from './answers.js';
import { Flashes } from './flashes.js';
import { FormTokens } from './form-tokens.js';
import { PageFrames } from './page-frames.js';
import { signedInOf } from './signed-in.js';

/** What was posted by a form: text, or a list where a name was posted more than once. */
export type Posted = Readonly<Record<string, unknown>>;

interface DrawnPage<View> {
  readonly page: FunctionComponent<{ readonly frame: PageFrame; readonly view: View }>;
  readonly view: View;
  readonly crumbs?: readonly LinkTo[];
  readonly status?: number;
}

/** How pages answer: a document in its frame, or a redirect with a sentence to be shown after it. */
@Injectable()
export class PageAnswers {
  constructor(
    @Inject(PageFrames) private readonly frames: PageFrames,
    @Inject(FormTokens) private readonly formTokens: FormTokens,
    @Inject(Flashes) private readonly flashes: Flashes,
  ) {}

  send<View>(reply: FastifyReply, drawn: DrawnPage<View>): FastifyReply {
    const { page, view, crumbs, status = 200 } = drawn;
    const flash = this.flashes.take(reply);
    const frame = this.frames.frame(reply, {
      ...(flash === undefined ? {} : { flash }),
      ...(crumbs === undefined ? {} : { crumbs }),
    });
    const html = renderPage(page, { frame, view });
    return reply.status(status).type('text/html; charset=utf-8').send(html);
  }

  /** See Other: loading the page again sends nothing again. */
  seeOther(reply: FastifyReply, to: string, flash?: FlashView): FastifyReply {
    if (flash !== undefined) this.flashes.leave(reply, flash);
    return reply.redirect(to, 303);
  }

  /** The hidden parts of a new form. */
  formParts(reply: FastifyReply): { readonly csrf: string; readonly idempotencyKey: string } {
    return { csrf: this.formTokens.token(reply), idempotencyKey: randomUUID() };
  }
}

/**
 * Who sends a form. The same form sent twice is one command; sent again with other content it is another one.
 */
export function senderOfForm(request: FastifyRequest, posted: Posted): Sender {
  const { user, scope } = signedInOf(request);
  const commandId = commandIdOf(user.id, formKey(posted));
  return { actor: `user:${user.id}`, channel: 'page', commandId, correlationId: commandId, scope };
}

export function formKey(posted: Posted): string {
  const key = posted[IDEMPOTENCY_FIELD];
  const content = createHash('sha256')
    .update(canonicalize({ ...posted }) ?? '')
    .digest('hex');
  return `form ${typeof key === 'string' ? key : ''} ${content}`;
}
