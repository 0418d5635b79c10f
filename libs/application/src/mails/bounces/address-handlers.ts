import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { Refusal } from '@linking/domain/refusal.js';
import { personStream } from '@linking/events/streams.js';
import { isMailAddress } from '@linking/notices/mail-headers.js';
import { NotFound } from '../../accounts/access-errors.js';
import { EventWriter } from '../../commands/event-writer.js';
import { LogGrew } from '../../commands/log-grew.js';
import { admit, type Sender } from '../../commands/sender.js';
import { peopleById } from '../../people/people.js';
import { POOL, SETTINGS } from '../../ports.js';
import { recordAddressConfirmed } from '../correspondence.js';
import type { MailSettings } from '../mail-settings.js';
import { MailWaits } from '../mail-waits.js';
import { tableLookup } from '../table-lookup.js';
import { ChangeAddress, ConfirmAddress, type AddressChanged } from './address-commands.js';
import { bouncedPeople } from './bounced-people.js';
import { releaseHeldMails } from './held-mails.js';

/** Whoever writes to somebody may say where she is reached. */
async function admitToPerson(pool: pg.Pool, personId: string, sender: Sender) {
  const { rows } = await pool.query<{ programme: string }>(
    'select distinct programme from mails where person_id = $1 order by programme',
    [personId],
  );
  const programmes = rows.map(({ programme }) => programme);
  const own = programmes.find((programme) => sender.scope?.own.includes(programme));
  const [programme] = own === undefined ? programmes : [own];
  if (programme === undefined) throw new NotFound();
  return admit(sender, programme);
}

@CommandHandler(ChangeAddress)
export class ChangeAddressHandler implements ICommandHandler<ChangeAddress> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute(command: ChangeAddress): Promise<AddressChanged> {
    const changed = await this.writer.decidingAgain(() => this.#once(command));
    const released = await releaseHeldMails(this.pool, command.personId);
    this.eventBus.publish(new LogGrew());
    this.eventBus.publish(new MailWaits());
    return { changed, released };
  }

  async #once({ personId, email: typed, sender }: ChangeAddress): Promise<boolean> {
    const person = (await peopleById(this.pool, [personId])).get(personId);
    if (person === undefined) throw new NotFound();
    const onBehalf = await admitToPerson(this.pool, personId, sender);
    const email = typed.trim().toLowerCase();
    if (!isMailAddress(email)) {
      throw new Refusal('ADDRESS_NOT_VALID', 'This is no e-mail address that mail can be sent to.', {
        nextStep: 'Write it like name@school.example.',
      });
    }
    if (person.email === email) return false;
    if (await this.#isSomebodyElse(personId, email)) {
      throw new Refusal(
        'PERSON_KNOWN_THERE',
        'Somebody of this name is known at this school with this address.',
        {
          nextStep: 'Name that person in the link instead: change the headteacher, or replace the teacher.',
        },
      );
    }
    const stream = personStream(personId);
    const read = await this.writer.store.readStream(stream);
    // Killed after its event, the command sent again changes the row alone.
    if (!read.some(({ envelope }) => envelope.commandId === sender.commandId)) {
      const fact = { type: 'PersonDetailsChanged', data: { fields: ['email'] } } as const;
      await this.writer.append(stream, read, [fact], sender, onBehalf);
    }
    await this.pool.query('update people set email = $2 where id = $1 and erased_at is null', [
      personId,
      email,
    ]);
    return true;
  }

  async #isSomebodyElse(id: string, email: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from people o join people p on p.id = $1
       where o.id <> p.id and o.erased_at is null and o.urn is not distinct from p.urn
         and lower(o.name) = lower(p.name) and o.email = $2`,
      [id, email],
    );
    return rowCount !== 0;
  }
}

@CommandHandler(ConfirmAddress)
export class ConfirmAddressHandler implements ICommandHandler<ConfirmAddress> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(SETTINGS) private readonly settings: MailSettings,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute({ personId, sender }: ConfirmAddress): Promise<AddressChanged> {
    await admitToPerson(this.pool, personId, sender);
    const { store, clock } = this.writer;
    const lookup = tableLookup({ pool: this.pool, store, clock }, this.settings);
    const bounced = (await bouncedPeople({ pool: this.pool, lookup, settings: this.settings }, 'all')).find(
      (one) => one.personId === personId,
    );
    if (bounced === undefined) return { changed: false, released: 0 };
    const changed = await recordAddressConfirmed(
      { store, sender },
      bounced.mail,
      bounced.addressKey,
      clock.now(),
    );
    const released = await releaseHeldMails(this.pool, personId);
    this.eventBus.publish(new LogGrew());
    return { changed, released };
  }
}
