import { Catch, Inject, Injectable, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { SignInRequired } from '@linking/application/accounts/access-errors.js';
import { ConcurrencyError } from '@linking/events/event-store-errors.js';
import { MessagePage } from '../pages/layout/message-page.js';
import { renderPage } from '../pages/layout/render-page.js';
import { PageFrames } from './page-frames.js';
import { problemBody } from './problem-body.js';
import { problemOf } from './problems.js';
import type { Problem } from './problems.js';

/** Answers every error: problem+json for programs (RFC 9457), a page for people. Nothing internal is shown. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  constructor(@Inject(PageFrames) private readonly frames: PageFrames) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(withIfMatch(error, request));
    if (problem.status === 500) this.#logger.error({ err: error, requestId: request.id }, 'unexpected error');
    if (problem.status === 503) this.#logger.warn({ err: error, requestId: request.id }, 'not available');
    if (reply.sent) return;
    reply.headers(problem.headers ?? {});
    if (!forPeople(request)) {
      void reply
        .status(problem.status)
        .type('application/problem+json')
        .send(problemBody(problem, request.id));
    } else if (error instanceof SignInRequired) {
      const back = request.method === 'GET' ? `?to=${encodeURIComponent(request.url)}` : '';
      void reply.redirect(`/sign-in${back}`, 303);
    } else {
      void reply.status(problem.status).type('text/html; charset=utf-8').send(this.page(problem, reply));
    }
  }

  private page(problem: Problem, reply: FastifyReply): string {
    const view = {
      heading: HEADINGS[problem.status] ?? 'This did not work',
      sentences: problem.errors?.length ? problem.errors.map(({ message }) => message) : [problem.detail],
      onward: { href: '/', label: 'Go to the start page' },
      ...(problem.status >= 500 ? { reference: reply.request.id } : {}),
    };
    return renderPage(MessagePage, { frame: this.frames.frame(reply), view });
  }
}

const HEADINGS: Readonly<Record<number, string>> = {
  403: 'You cannot do this',
  404: 'Page not found',
  412: 'Changed by someone else',
  429: 'Too many tries',
  500: 'Something went wrong on our side',
  503: 'Not available for a moment',
};

const PROGRAMS = /^\/(?:api|health|metrics|calendar|assets)(?:[/?]|$)/;

const forPeople = (request: FastifyRequest) => !PROGRAMS.test(request.routeOptions.url ?? request.url);

// A race between two saves is "changed by someone else" only to a caller who said what she saw.
function withIfMatch(error: unknown, request: FastifyRequest): unknown {
  if (!(error instanceof ConcurrencyError) || request.headers['if-match'] === undefined) return error;
  return new ChangedBySomeoneElse(error.actual, null, []);
}
