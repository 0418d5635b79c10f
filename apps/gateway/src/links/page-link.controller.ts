import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { NotFound } from '@linking/application/accounts/access-errors.js';
import { linkAt } from '@linking/application/links/link-at.js';
import type { Side } from '@linking/events/link/link-events.js';
import { foldLink } from '@linking/domain/link/evolve.js';
import type { Link } from '@linking/domain/link/link.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { LinkPage } from '../pages/links/link-page.js';
import { dayAsked, firstDays } from './day-asked.js';
import { LinkPages } from './link-pages.js';
import { LinkReader, type SeenLink } from './link-reader.js';

/** One link, today, after any of its events or on any day: the same page over a shorter history. */
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
    @Query() query: Readonly<Record<string, unknown>>,
    @CurrentUser() signedIn: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.reader.see(ref, signedIn.scope);
    const shown = revisionOf(query['revision'], seen.facts.length);
    const { asked, form } = dayAsked(query, { first: firstDays(seen), today: seen.today });
    const link =
      asked !== undefined
        ? linkAt(seen, { asAt: asked.day, clock: asked.clock })
        : shown === seen.facts.length
          ? seen.link
          : asItWas(seen, shown);
    const moment = { ...(asked === undefined ? {} : { asked }), form };
    const parts = () => this.answers.formParts(reply);
    const view = await this.pages.view({ ...seen, link }, signedIn, moment, parts);
    return this.answers.send(reply, {
      page: LinkPage,
      view,
      crumbs: [{ href: '/links', label: 'Links' }],
      ...(form.errors.length > 0 ? { status: 422 } : {}),
    });
  }
}

/** Its first entries are its two interests: which link it became and with whom is told from today. */
function asItWas({ link, facts }: SeenLink, revision: number): Link {
  const then = foldLink(facts.slice(0, revision));
  const { ref, programme, year, kind, programmeYear } = link;
  const side = (one: Side) =>
    then.sides[one].urn === ''
      ? { ...then.sides[one], urn: link.sides[one].urn, headId: link.sides[one].headId }
      : then.sides[one];
  return {
    ...then,
    ref,
    programme,
    year,
    kind,
    ...(programmeYear === undefined ? {} : { programmeYear }),
    sides: { a: side('a'), b: side('b') },
  };
}

/** Throws NotFound for a version that the link does not have. */
function revisionOf(asked: unknown, last: number): number {
  if (asked === undefined) return last;
  const revision = typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
  if (revision < 1 || revision > last) throw new NotFound('This link has no such version.');
  return revision;
}
