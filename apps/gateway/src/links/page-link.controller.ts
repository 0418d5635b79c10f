import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import type { Side } from '@linking/events/link/link-events.js';
import { foldLink } from '@linking/domain/link/evolve.js';
import type { Link } from '@linking/domain/link/link.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { LinkPage } from '../pages/links/link-page.js';
import { LinkPages } from './link-pages.js';
import { LinkReader, type SeenLink } from './link-reader.js';

/** One link, today or after any of its events: the same page over a shorter history. */
@Controller('links/:ref')
export class PageLinkController {
  constructor(
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(LinkPages) private readonly pages: LinkPages,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Param('ref') ref: string,
    @Query('revision') revision: unknown,
    @CurrentUser() { scope }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.reader.see(ref, scope);
    const shown = revisionOf(revision, seen.facts.length);
    const link = shown === seen.facts.length ? seen.link : asItWas(seen, shown);
    const view = await this.pages.view({ ...seen, link }, scope, () =>
      this.answers.formParts(request, reply),
    );
    return this.answers.send(request, reply, {
      page: LinkPage,
      view,
      crumbs: [{ href: '/links', label: 'Links' }],
    });
  }
}

/** Its first entries are its two interests: which link it became and with whom is told from today. */
function asItWas({ link, facts }: SeenLink, revision: number): Link {
  const then = foldLink(facts.slice(0, revision));
  const { ref, programme, year, kind } = link;
  const side = (one: Side) =>
    then.sides[one].urn === ''
      ? { ...then.sides[one], urn: link.sides[one].urn, headId: link.sides[one].headId }
      : then.sides[one];
  return { ...then, ref, programme, year, kind, sides: { a: side('a'), b: side('b') } };
}

/** Throws NotFound for a version that the link does not have. */
function revisionOf(asked: unknown, last: number): number {
  if (asked === undefined) return last;
  const revision = typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  if (revision < 1 || revision > last) throw new NotFound('This link has no such version.');
  return revision;
}
