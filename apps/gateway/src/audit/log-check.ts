import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { logSource } from '@linking/application/audit/log-source.js';
import { ownKeys } from '@linking/application/audit/own-keys.js';
import { verifyLog, type Verification } from '@linking/application/audit/verify-log.js';
import { EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import { LedgerSecrets } from '@linking/platform/config/ledger-secrets.js';
import type { Settings } from '@linking/platform/config/settings.js';

export interface CheckedLog {
  readonly verification: Verification;
  /** Judged by a key that does not come from the database. */
  readonly ownKey: boolean;
}

/** Goes over the whole log for a page. One check at a time: it reads everything. */
@Injectable()
export class LogCheck {
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param since a checkpoint that an auditor kept */
  check(since?: string): Promise<CheckedLog> {
    const checked = this.#last.then(() => this.#check(since));
    this.#last = checked.catch(() => undefined);
    return checked;
  }

  async #check(since: string | undefined): Promise<CheckedLog> {
    const { pool, store } = this;
    const trusted = await ownKeys(pool, new LedgerSecrets(this.settings.ledgerKeyFile));
    const verification = await verifyLog(
      { pool, source: logSource(pool, store) },
      { trusted, ...(since === undefined ? {} : { since }) },
    );
    return { verification, ownKey: trusted.length > 0 };
  }
}
