import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { decideWording } from '@linking/domain/wording/wordings.js';
import { RULES_STREAM } from '@linking/events/streams.js';
import { NotAllowed } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import type { Sender } from '../commands/sender.js';
import { preparedWording, type WordingRequest } from '../mails/wordings.js';
import { POOL } from '../ports.js';
import { readRules, type NetworkRules } from './network-rules.js';

/** The national office changes the words of a mail for every programme that has none of its own. */
export class ChangeNetworkWording extends Command<NetworkRules> {
  constructor(
    readonly request: WordingRequest,
    readonly sender: Sender,
    /** What the sender saw; anything when absent. */
    readonly expectedRevision?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeNetworkWording)
export class ChangeNetworkWordingHandler implements ICommandHandler<ChangeNetworkWording> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeNetworkWording): Promise<NetworkRules> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const { rules, changed } = await keeping.deciding(() => this.#once(command, keeping));
    if (changed) this.eventBus.publish(new LogGrew());
    return rules;
  }

  async #once({ request, sender, expectedRevision }: ChangeNetworkWording, keeping: Keeping) {
    if (sender.scope !== undefined && sender.scope.changes !== 'all') {
      throw new NotAllowed('The national office does this. Ask it to.');
    }
    const rules = await readRules(this.writer.store);
    if (rules.facts.some(({ commandId }) => commandId === sender.commandId)) return { rules, changed: false };
    if (expectedRevision !== undefined && expectedRevision !== rules.revision) {
      throw new ChangedBySomeoneElse(rules.revision, null, rules.facts.slice(expectedRevision));
    }
    const decided = decideWording(preparedWording(request, keeping), rules.wordings);
    if (decided.length === 0) return { rules, changed: false };
    await keeping.keep();
    await this.writer.append(RULES_STREAM, rules.stored, decided, sender);
    return { rules: await readRules(this.writer.store), changed: true };
  }
}
