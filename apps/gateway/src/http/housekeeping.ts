import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type pg from 'pg';
import { deleteOldSessions } from '@linking/application/accounts/sessions.js';
import { deleteOldAttempts } from '@linking/application/accounts/sign-in-attempts.js';
import { POOL } from '@linking/application/ports.js';
import { deleteOldAnswers } from './answers-table.js';

const HOUR = 60 * 60 * 1000;

/** Clears away, once an hour, what is kept for a time only: answers, tries to sign in, ended sessions. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger('housekeeping');
  #timer: NodeJS.Timeout | undefined;

  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.clear(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  private async clear(): Promise<void> {
    try {
      await deleteOldAnswers(this.pool);
      await deleteOldAttempts(this.pool);
      await deleteOldSessions(this.pool);
    } catch (error) {
      this.#logger.warn({ err: error }, 'will be tried again in an hour');
    }
  }
}
