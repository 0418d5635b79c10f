import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { NotFound } from '../../accounts/access-errors.js';
import { wantedDigestsOf } from '../../digests/wanted-digests.js';
import { EventWriter } from '../../commands/event-writer.js';
import { LogGrew } from '../../commands/log-grew.js';
import { admit } from '../../commands/sender.js';
import { POOL, SETTINGS } from '../../ports.js';
import { recordAskedAgain } from '../correspondence.js';
import { toMail, type MailRow } from '../mail.js';
import type { MailSettings } from '../mail-settings.js';
import { MailWaits } from '../mail-waits.js';
import { tableLookup } from '../table-lookup.js';
import { wantedMailsOf } from '../wanted-mails.js';
import { asItWouldGo } from './may-go-again.js';
import { insertAgain, nextAgain } from './next-again.js';
import { SendMailAgain, type SentAgain } from './send-again.js';

/** First it is written down who asked, then the mail is there: killed in between, the wish sent again brings it. */
@CommandHandler(SendMailAgain)
export class SendMailAgainHandler implements ICommandHandler<SendMailAgain> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(SETTINGS) private readonly settings: MailSettings,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute({ mailId, reasonCode, sender }: SendMailAgain): Promise<SentAgain> {
    const { pool, settings } = this;
    const { store, clock } = this.writer;
    const { rows } = await pool.query<MailRow>('select * from mails where id = $1', [mailId]);
    const mail = rows[0] && toMail(rows[0]);
    if (mail === undefined) throw new NotFound();
    const onBehalf = admit(sender, mail.programme);
    const now = clock.now();
    const next = await nextAgain(pool, mail, now);
    if (next.onItsWay) return { mailId: next.id, already: true };
    const lookup = tableLookup({ pool, store, clock }, settings);
    const going = await asItWouldGo(
      {
        pool,
        clock,
        lookup,
        settings,
        wantedMails: wantedMailsOf(store, wantedDigestsOf({ pool, store, clock, lookup, settings })),
      },
      mail,
    );
    const again = { mailId: next.id, againOf: mail.id, reasonCode };
    const news = await recordAskedAgain({ store, sender, ...onBehalf }, mail, again, now);
    await insertAgain(pool, settings, going, next, now);
    this.eventBus.publish(new LogGrew());
    this.eventBus.publish(new MailWaits());
    return { mailId: next.id, already: !news };
  }
}
