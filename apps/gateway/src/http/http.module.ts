import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { SETTINGS } from '@linking/application/ports.js';
import type { Settings } from '@linking/platform/config/settings.js';
import { AccessGuard } from './access-guard.js';
import { Answers } from './answers.js';
import { Cookies } from './cookies.js';
import { Flashes } from './flashes.js';
import { FormTokens } from './form-tokens.js';
import { Housekeeping } from './housekeeping.js';
import { PageAnswers } from './page-answers.js';
import { PageFrames } from './page-frames.js';
import { ProblemFilter } from './problem-filter.js';
import { ReadLog } from './read-log.js';
import { InputPipe } from './validation.js';

/** What every route goes through, in this order: who is it, is the read kept, can the input be read. */
@Global()
@Module({
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ReadLog },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: Cookies, inject: [SETTINGS], useFactory: ({ publicUrl }: Settings) => new Cookies(publicUrl) },
    {
      provide: FormTokens,
      inject: [Cookies, SETTINGS],
      useFactory: (cookies: Cookies, { sessionSecret }: Settings) => new FormTokens(cookies, sessionSecret),
    },
    Answers,
    Flashes,
    Housekeeping,
    PageAnswers,
    PageFrames,
  ],
  exports: [Answers, Cookies, FormTokens, PageAnswers, PageFrames],
})
export class HttpModule {}
