import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { officeOnly, type ProgrammeCommand } from '@linking/domain/programme/commands.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { decideProgramme } from '@linking/domain/programme/decide-programme.js';
import { prioritiesOf } from '@linking/domain/programme/priorities.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { derivedId } from '@linking/events/event-ids.js';
import { programmeStream } from '@linking/events/streams.js';
import { NotAllowed, NotFound } from '../accounts/access-errors.js';
import { checkCoordinator, nameInAccount } from '../accounts/runs-programme.js';
import { ChangedBySomeoneElse } from '../changed-by-someone-else.js';
import { EventWriter } from '../commands/event-writer.js';
import { Keeping } from '../commands/keeping.js';
import { LogGrew } from '../commands/log-grew.js';
import { admit, type Sender } from '../commands/sender.js';
import { preparedWording } from '../mails/wordings.js';
import { noteKey, notesById } from '../notes/notes.js';
import { POOL } from '../ports.js';
import { ChangeProgramme, type ProgrammeChanged, type ProgrammeRequest } from './change-programme.js';
import { checkHeldMails } from './check-held-mails.js';
import { otherAreas } from './other-areas.js';
import { programmeHistory } from './read-programme.js';
import { keptResources } from './resources.js';

@CommandHandler(ChangeProgramme)
export class ChangeProgrammeHandler implements ICommandHandler<ChangeProgramme> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeProgramme): Promise<ProgrammeChanged> {
    const keeping = new Keeping(this.pool, this.writer, command.sender);
    const answer = await keeping.deciding(() => this.#once(command, keeping));
    await this.#nameCoordinator(command);
    if (answer.changed) this.eventBus.publish(new LogGrew());
    return answer;
  }

  async #once(
    { slug, request, sender, expectedRevision }: ChangeProgramme,
    keeping: Keeping,
  ): Promise<ProgrammeChanged> {
    const { programme, facts, stored } = await programmeHistory(this.writer.store, slug);
    if (programme === undefined) throw new NotFound();
    const onBehalf = admit(sender, slug);
    admitOffice(sender, request);
    if (facts.some((fact) => fact.commandId === sender.commandId)) return { programme, changed: false };
    if (expectedRevision !== undefined && expectedRevision !== programme.revision) {
      throw new ChangedBySomeoneElse(programme.revision, null, facts.slice(expectedRevision));
    }
    const command = await this.#prepared(request, programme, keeping);
    const decided = command === undefined ? [] : decideProgramme(command, programme);
    if (decided.length === 0) return { programme, changed: false };
    await keeping.keep();
    await this.writer.append(programmeStream(slug), stored, decided, sender, onBehalf);
    const after = (await programmeHistory(this.writer.store, slug)).programme;
    return { programme: after ?? programme, changed: true };
  }

  /** `undefined` when it stands so already and only the tables outside the log can tell. */
  async #prepared(
    request: ProgrammeRequest,
    programme: Programme,
    keeping: Keeping,
  ): Promise<ProgrammeCommand | undefined> {
    const { slug } = programme;
    switch (request.type) {
      case 'JoinNetwork': {
        const { code, name, laCodes, districtCodes, distanceLimitKm } = programme;
        const limit = distanceLimitKm === undefined ? {} : { distanceLimitKm };
        const facts = { slug, code, name, laCodes, districtCodes, ...limit, year: request.year };
        return { type: 'JoinProgramme', ...facts, others: await otherAreas(this.pool, slug) };
      }
      case 'ChangeArea':
        return { ...request, others: await otherAreas(this.pool, slug) };
      case 'SetMailbox': {
        const { mailboxId } = programme;
        const known = (await notesById(this.pool, [mailboxId])).get(mailboxId ?? '');
        if (known === request.address) return undefined;
        return { type: 'SetMailbox', mailboxId: noteKey(keeping, 'mailbox', request.address) };
      }
      case 'SetFacilitatorTitle': {
        const words = request.words?.trim();
        if (!words) return { type: 'SetFacilitatorTitle' };
        const { facilitatorTitleId } = programme;
        const known = (await notesById(this.pool, [facilitatorTitleId])).get(facilitatorTitleId ?? '');
        if (known === words) return undefined;
        return { type: 'SetFacilitatorTitle', noteId: noteKey(keeping, 'facilitator-title', words) };
      }
      case 'ChangeMailWording':
        return preparedWording(request, keeping);
      case 'OpenYear':
        return { ...request, now: academicYearOfDay(this.writer.today()) };
      case 'SetPriorities':
        return this.#priorities(request, programme, keeping);
      case 'SetResources':
        return {
          type: 'SetResources',
          resources: await keptResources(this.pool, request, programme, keeping),
        };
      case 'DeclareDisruption':
        return { ...request, disruptionId: derivedId(keeping.sender.commandId, 'disruption') };
      case 'HoldMails':
        await checkHeldMails(this.writer.store, this.pool, slug, request);
        return {
          ...request,
          today: this.writer.today(),
          holdId: derivedId(keeping.sender.commandId, 'hold'),
        };
      case 'AppointCoordinator':
        await checkCoordinator(this.pool, request.userId);
        return request;
      default:
        return request;
    }
  }

  /** The same words keep their key, so that saving twice says nothing new. */
  async #priorities(
    { note: said, ...request }: Extract<ProgrammeRequest, { readonly type: 'SetPriorities' }>,
    programme: Programme,
    keeping: Keeping,
  ): Promise<ProgrammeCommand> {
    const note = said?.trim();
    if (!note) return request;
    const known = prioritiesOf(programme, request.year)?.noteId;
    const same = (await notesById(this.pool, [known])).get(known ?? '') === note;
    return { ...request, noteId: same && known !== undefined ? known : noteKey(keeping, 'note', note) };
  }

  /** After the fact, and again when the command is: so a death in between heals. */
  async #nameCoordinator({ slug, request, sender }: ChangeProgramme): Promise<void> {
    if (request.type !== 'AppointCoordinator') return;
    await nameInAccount(this.pool, request.userId, slug, { ...sender, at: this.writer.clock.now() });
  }
}

function admitOffice({ scope }: Sender, { type }: ProgrammeRequest): void {
  const ofOffice = type === 'JoinNetwork' || officeOnly.has(type);
  if (scope === undefined || scope.changes === 'all' || !ofOffice) return;
  throw new NotAllowed('The national office does this. Ask it to.');
}
