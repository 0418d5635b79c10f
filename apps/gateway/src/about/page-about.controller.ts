import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../http/access.js';
import { PageAnswers } from '../http/page-answers.js';
import { TextPage } from '../pages/layout/text-page.js';
import { accessibilityText, privacyText } from './about-texts.js';

/** What every page and every mail leads to; readable without signing in. */
@Controller()
@Access('public')
export class PageAboutController {
  constructor(@Inject(PageAnswers) private readonly answers: PageAnswers) {}

  @Get('privacy')
  privacy(@Res() reply: FastifyReply): FastifyReply {
    return this.answers.send(reply, { page: TextPage, view: privacyText });
  }

  @Get('accessibility')
  accessibility(@Res() reply: FastifyReply): FastifyReply {
    return this.answers.send(reply, { page: TextPage, view: accessibilityText });
  }
}
