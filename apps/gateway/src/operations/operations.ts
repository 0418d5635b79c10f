import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, EventBus } from '@nestjs/cqrs';
import type pg from 'pg';
import type { Sender } from '@linking/application/commands/sender.js';
import { MailWaits } from '@linking/application/mails/mail-waits.js';
import { changePauses, PausesChanged, type OperationsAct } from '@linking/application/operations/pauses.js';
import { readOperations, type OperationsState } from '@linking/application/operations/read-operations.js';
import { tryMailsAgain, type TriedAgain } from '@linking/application/operations/try-again.js';
import { PAUSABLE_PARTS, type PausablePart } from '@linking/application/operations/work-parts.js';
import { CLOCK, EVENT_STORE, POOL, SETTINGS } from '@linking/application/ports.js';
import type { EventStore } from '@linking/events/event-store.js';
import type { Clock } from '@linking/platform/clock/clock.js';
import type { Settings } from '@linking/platform/config/settings.js';

export const PARTS_OR_ALL = ['all', ...PAUSABLE_PARTS] as const;
export type PartOrAll = (typeof PARTS_OR_ALL)[number];

export const partsOf = (part: PartOrAll): readonly PausablePart[] =>
  part === 'all' ? PAUSABLE_PARTS : [part];

/** Where the operations page and its API ask and act. */
@Injectable()
export class Operations {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CommandBus) private readonly commandBus: CommandBus,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  state(): Promise<OperationsState> {
    const { pool, store, settings } = this;
    return readOperations({ pool, store, settings }, this.clock.now());
  }

  async change(act: OperationsAct, sender: Sender): Promise<readonly PausablePart[]> {
    const changed = await changePauses(this.pool, act, sender, this.clock.now());
    if (changed.length > 0) this.eventBus.publish(new PausesChanged());
    return changed;
  }

  async tryAgain(sender: Sender): Promise<TriedAgain> {
    const { pool, commandBus } = this;
    const tried = await tryMailsAgain({ pool, commandBus }, sender, this.clock.now());
    this.eventBus.publish(new MailWaits());
    return tried;
  }

  /** Names of accounts, for who did something here. */
  async namesOf(actors: readonly string[]): Promise<(actor: string) => string> {
    const { rows } = await this.pool.query<{ actor: string; name: string }>(
      `select 'user:' || id as actor, name from users where 'user:' || id = any($1)`,
      [actors],
    );
    const names = new Map(rows.map(({ actor, name }) => [actor, name]));
    return (actor) => names.get(actor) ?? 'Somebody';
  }
}
