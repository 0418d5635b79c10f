import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { LinkReader } from '../links/link-reader.js';
import { academicYear } from '@linking/words/format.js';
import { CertificatesPage } from '../pages/year-end/certificates-page.js';
import { crumbsOf } from '../programmes/programme-answers.js';
import { ProgrammePages } from '../programmes/programme-pages.js';
import { certificatesView } from './certificates-view-model.js';
import { checkYear } from './page-year-end.controller.js';
import { YearLinks } from './year-links.js';

/** Certificates to print: of one link, and of all completed links of a programme's year. */
@Controller()
@Access('signed-in')
export class PageCertificatesController {
  constructor(
    @Inject(LinkReader) private readonly reader: LinkReader,
    @Inject(ProgrammePages) private readonly pages: ProgrammePages,
    @Inject(YearLinks) private readonly links: YearLinks,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get('links/:ref/certificates')
  async ofLink(
    @Param('ref') ref: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { link } = await this.reader.see(ref, scope);
    const { programmes } = await this.pages.list({ ...scope, programmes: [link.programme] });
    const view = certificatesView({
      eyebrow: ref,
      heading: 'Certificates',
      links: [link],
      words: await this.links.words([link]),
      programmeName: (slug) => programmes.find((one) => one.slug === slug)?.name ?? slug,
    });
    const crumbs = [
      { href: '/links', label: 'Links' },
      { href: `/links/${ref}`, label: ref },
    ];
    return this.answers.send(reply, { page: CertificatesPage, view, crumbs });
  }

  @Get('programmes/:slug/certificates/:year')
  async ofYear(
    @Param('slug') slug: string,
    @Param('year') year: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    checkYear(year);
    const { programme } = await this.pages.see(slug, scope);
    const links = await this.links.of(slug, year);
    const view = certificatesView({
      eyebrow: programme.name,
      heading: `Certificates ${academicYear(year)}`,
      links,
      words: await this.links.words(links),
      programmeName: () => programme.name,
    });
    return this.answers.send(reply, { page: CertificatesPage, view, crumbs: crumbsOf(programme) });
  }
}
