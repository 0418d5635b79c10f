import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mayChange } from '@linking/application/accounts/scope.js';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { CurrentUser, type SignedIn } from '../http/signed-in.js';
import { InterestPage } from '../pages/interests/interest-page.js';
import { InterestReader } from './interest-reader.js';
import { interestView } from './interest-view-model.js';

@Controller('interests/:id')
export class PageInterestController {
  constructor(
    @Inject(InterestReader) private readonly reader: InterestReader,
    @Inject(PageAnswers) private readonly answers: PageAnswers,
  ) {}

  @Get()
  @Access('signed-in')
  async show(
    @Param('id') id: string,
    @CurrentUser() { scope }: SignedIn,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const seen = await this.reader.see(id, scope);
    const view = interestView(seen, {
      mayChange: mayChange(scope, seen.interest.programme),
      mayPlace: scope.changes === 'all',
    });
    const crumbs = [{ href: '/waiting', label: 'Waiting list' }];
    return this.answers.send(reply, { page: InterestPage, view, crumbs });
  }
}
