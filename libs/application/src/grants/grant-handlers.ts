import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { decideGrant, type GrantCommand } from '@linking/domain/grant/decide-grant.js';
import type { Grant } from '@linking/domain/grant/grant.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { GrantFacts } from '@linking/events/grant/grant-events.js';
import { derivedId } from '@linking/events/event-ids.js';
import { grantStream } from '@linking/events/streams.js';
import { NotAllowed, NotFound } from '../accounts/access-errors.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { noteKey, notesById } from '../notes/notes.js';
import { POOL } from '../ports.js';
import { namedProgramme } from '../programmes/read-programme.js';
import {
  AddGrant,
  ChangeGrant,
  type GrantChanged,
  type GrantInBody,
  type GrantRequest,
} from './grant-commands.js';
import { readGrant } from './read-grant.js';

@CommandHandler(AddGrant)
export class AddGrantHandler implements ICommandHandler<AddGrant> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute({ grant, sender }: AddGrant): Promise<GrantChanged> {
    const keeping = new Keeping(this.pool, this.writer, sender);
    const grantId = derivedId(sender.commandId, 'grant');
    const answer = await keeping.deciding(async () => {
      const onBehalf = await admitToGrant(this.writer, sender, grant);
      const { grant: known, stored } = await readGrant(this.writer.store, grantId);
      if (known !== undefined) return { grant: known, changed: false };
      const facts = await factsOf(grant, keeping);
      const decided = decideGrant({ type: 'AddGrant', grantId, ...facts }, undefined);
      await keeping.keep();
      await this.writer.append(grantStream(grantId), stored, decided, sender, onBehalf);
      return { grant: await mustBeThere(this.writer, grantId), changed: true };
    });
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }
}

@CommandHandler(ChangeGrant)
export class ChangeGrantHandler implements ICommandHandler<ChangeGrant> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeGrant): Promise<GrantChanged> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const answer = await keeping.deciding(() => this.#once(command, keeping));
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }

  async #once(
    { id, request, sender, expectedRevision }: ChangeGrant,
    keeping: Keeping,
  ): Promise<GrantChanged> {
    const { grant, facts, stored } = await readGrant(this.writer.store, id);
    if (grant === undefined) throw new NotFound();
    const onBehalf = await admitToGrant(this.writer, sender, grant);
    if (facts.some((fact) => fact.commandId === sender.commandId)) return { grant, changed: false };
    if (expectedRevision !== undefined && expectedRevision !== grant.revision) {
      throw new ChangedBySomeoneElse(grant.revision, null, facts.slice(expectedRevision));
    }
    if (request.type === 'ChangeGrant') await admitToGrant(this.writer, sender, request);
    const decided = decideGrant(await this.#commandOf(request, keeping, grant), grant);
    if (decided.length === 0) return { grant, changed: false };
    await keeping.keep();
    await this.writer.append(grantStream(id), stored, decided, sender, onBehalf);
    return { grant: await mustBeThere(this.writer, id), changed: true };
  }

  async #commandOf(request: GrantRequest, keeping: Keeping, grant: Grant): Promise<GrantCommand> {
    switch (request.type) {
      case 'ChangeGrant':
        return { type: 'ChangeGrant', ...(await factsOf(request, keeping, grant)) };
      case 'RecordReportDelivered':
        return { ...request, today: this.writer.today() };
      case 'EndGrant':
        return request;
    }
  }
}

/** The name becomes a note; the same name keeps its key. */
async function factsOf(said: GrantInBody, keeping: Keeping, known?: Grant): Promise<GrantFacts> {
  const { funder, kind, from, until, programmes, pays, reportsDue } = said;
  const before = known && (await notesById(keeping.pool, [known.funderNameId])).get(known.funderNameId);
  const funderNameId =
    known !== undefined && before === funder.trim()
      ? known.funderNameId
      : noteKey(keeping, 'funder-name', funder);
  return { funderNameId, kind, from, until, programmes, pays, reportsDue };
}

/** A national funder is the office's; a local one belongs to programmes that keep a register of funders. */
async function admitToGrant(
  { store }: EventWriter,
  sender: Sender,
  { kind, programmes }: Pick<Grant, 'kind' | 'programmes'>,
): Promise<{ readonly onBehalfOf?: string }> {
  const { scope } = sender;
  if (programmes === 'all' || kind === 'national') {
    if (scope !== undefined && scope.changes !== 'all') {
      throw new NotAllowed('The national office keeps the national funders. Ask it to.');
    }
    if (programmes === 'all') return {};
  }
  let acting = {};
  for (const slug of programmes) {
    acting = admit(sender, slug);
    const programme = await namedProgramme(store, slug);
    if (kind === 'national' || switchedOn(programme, 'funders')) continue;
    throw new Refusal('SWITCHED_OFF', `${programme.name} keeps no register of funders.`, {
      nextStep: 'Turn on “Funders and local priorities” under its parts in use.',
    });
  }
  return kind === 'national' ? {} : acting;
}

async function mustBeThere({ store }: EventWriter, id: string): Promise<Grant> {
  const { grant } = await readGrant(store, id);
  if (grant === undefined) throw new Error(`Grant ${id} was appended but cannot be read`);
  return grant;
}
