import { Inject } from '@nestjs/common';
import { Command, CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { Refusal } from '@linking/domain/refusal.js';
import { decideProgramme } from '@linking/domain/programme/decide-programme.js';
import type { ProgrammeEvent, ProgrammeFacts } from '@linking/events/programme/programme-events.js';
import { programmeStream } from '@linking/events/streams.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import type { Sender } from '../commands/sender.js';
import { noteKey } from '../notes/notes.js';
import { POOL } from '../ports.js';
import { otherAreas } from './other-areas.js';
import { readProgramme } from './read-programme.js';

export type ProgrammeInBody = ProgrammeFacts & {
  /** Address of the programme's mailbox: answers to its mails go there. */
  readonly mailbox?: string;
  /** User who runs it from its first day. */
  readonly coordinatorId?: string;
};

/** A local programme joins the network. One that has joined stays as it is. */
export class JoinProgramme extends Command<Programme> {
  constructor(
    readonly programme: ProgrammeInBody,
    readonly sender: Sender,
    /** It only wants to join: it is known, and has no links yet. */
    readonly proposed = false,
  ) {
    super();
  }
}

@CommandHandler(JoinProgramme)
export class JoinProgrammeHandler implements ICommandHandler<JoinProgramme> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: JoinProgramme): Promise<Programme> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    return keeping.deciding(() => this.#once(command, keeping));
  }

  async #once(
    { programme: { mailbox, coordinatorId, ...joined }, sender, proposed }: JoinProgramme,
    keeping: Keeping,
  ): Promise<Programme> {
    const known = await readProgramme(this.writer.store, joined.slug);
    if (known !== undefined && (proposed || known.state !== 'proposed')) return known;
    await this.#checkCode(joined);
    const type = proposed ? 'ProposeProgramme' : 'JoinProgramme';
    const others = await otherAreas(this.pool, joined.slug);
    const begun = decideProgramme({ type, ...joined, others }, known);
    const set = mailbox === undefined ? [] : [mailboxSet(noteKey(keeping, 'mailbox', mailbox))];
    await keeping.keep();
    const appointed: readonly ProgrammeEvent[] =
      coordinatorId === undefined
        ? []
        : [{ type: 'CoordinatorAppointed', data: { userId: coordinatorId, from: this.writer.today() } }];
    const facts = [...begun, ...set, ...appointed];
    const stream = programmeStream(joined.slug);
    const before = await this.writer.store.readStream(stream);
    await this.writer.append(stream, before, facts, sender);
    this.eventBus.publish(new LogGrew());
    const made = await readProgramme(this.writer.store, joined.slug);
    if (made === undefined) throw new Error(`Programme ${joined.slug} was appended but cannot be read`);
    return made;
  }

  /** References of links begin with the code, so that no two programmes have the same. */
  async #checkCode({ code, slug }: ProgrammeInBody): Promise<void> {
    const others = 'select from programmes where code = $1 and slug <> $2';
    const { rowCount } = await this.pool.query(others, [code, slug]);
    if (rowCount === 0) return;
    throw new Refusal('CODE_TAKEN', `Another programme has the code ${code}.`, {
      nextStep: 'Choose another code.',
    });
  }
}

const mailboxSet = (mailboxId: string): ProgrammeEvent => ({ type: 'MailboxSet', data: { mailboxId } });
