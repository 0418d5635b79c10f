import { Inject } from '@nestjs/common';
import { CommandHandler, EventBus, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { planWrittenMails, writtenSubject } from '@linking/domain/reminders/written-mails.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import { Refusal } from '@linking/domain/refusal.js';
import { questionOf } from '@linking/domain/words-to-question.js';
import type { CorrespondenceEventData } from '@linking/events/correspondence/correspondence-events.js';
import { derivedId } from '@linking/events/event-ids.js';
import { inPresentLanguage } from '@linking/events/upcasting/present-language.js';
import { correspondenceStream } from '@linking/events/streams.js';
import { EventWriter } from '../../commands/event-writer.js';
import { Keeping } from '../../commands/keeping.js';
import { LogGrew } from '../../commands/log-grew.js';
import { admit, type Sender } from '../../commands/sender.js';
import { noteKey } from '../../notes/notes.js';
import { POOL, SETTINGS } from '../../ports.js';
import type { MailSettings } from '../mail-settings.js';
import { checkHowMany, whoGets } from './who-gets.js';
import { WriteToPeople, type PeopleWritten, type WrittenInBody } from './write-to-people.js';

type Written = CorrespondenceEventData['PeopleWrittenTo'];

/**
 * First what was written to whom, in a stream of its own, from which the mails follow; then it is told in the
 * correspondence of each link. Killed in between, the command sent again goes on where it was.
 */
@CommandHandler(WriteToPeople)
export class WriteToPeopleHandler implements ICommandHandler<WriteToPeople> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(EventWriter) private readonly writer: EventWriter,
    @Inject(SETTINGS) private readonly settings: MailSettings,
    @Inject(EventBus) private readonly eventBus: EventBus,
  ) {}

  async execute({ said, sender }: WriteToPeople): Promise<PeopleWritten> {
    const keeping = new Keeping(this.pool, this.writer, sender);
    const { written, on } = await keeping.deciding(() => this.#write(said, sender, keeping));
    for (const ref of new Set(written.recipients.flatMap(({ linkRefs }) => linkRefs))) {
      await this.writer.decidingAgain(() => this.#tell(ref, written, on, sender));
    }
    this.eventBus.publish(new LogGrew());
    return { writtenId: written.writtenId, people: written.recipients.length };
  }

  async #write(
    said: WrittenInBody,
    sender: Sender,
    keeping: Keeping,
  ): Promise<{ readonly written: Written; readonly on: string }> {
    const writtenId = derivedId(sender.commandId, 'written');
    const stream = correspondenceStream(writtenSubject(writtenId));
    const read = await this.writer.store.readStream(stream);
    const [known] = read;
    // This stream begins with what was written.
    if (known !== undefined) {
      const { data, occurredOn } = inPresentLanguage(known).envelope;
      return { written: data as Written, on: occurredOn };
    }
    const { pool, settings, writer } = this;
    const chosen = await whoGets({ pool, store: writer.store, settings }, said);
    const onBehalf = admit(sender, chosen.programme, chosen.partnerProgramme);
    checkHowMany(chosen);
    if (said.checked !== true && questionOf(`${said.subject}\n${said.text}`) !== undefined) {
      throw new Refusal('WORDS_TO_CHECK', 'This looks like a child’s name or a phone number.', {
        nextStep: 'Take it out, or say that you have checked it.',
      });
    }
    const written: Written = {
      writtenId,
      programme: chosen.programme,
      subjectId: noteKey(keeping, 'note', said.subject, 'written-subject'),
      textId: noteKey(keeping, 'note', said.text, 'written-text'),
      year: chosen.year,
      recipients: chosen.gets.map(({ personId, role, linkRefs }) => ({ personId, role, linkRefs })),
      ...(said.sessionId === undefined ? {} : { sessionId: said.sessionId }),
    };
    await keeping.keep();
    await writer.append(stream, [], [{ type: 'PeopleWrittenTo', data: written }], sender, onBehalf);
    return { written, on: writer.today() };
  }

  /** Told once in each link, whoever of its people got it. */
  async #tell(ref: string, written: Written, on: string, sender: Sender): Promise<void> {
    const stream = correspondenceStream(ref);
    const read = await this.writer.store.readStream(stream);
    const commandId = derivedId(sender.commandId, `written ${ref}`);
    if (read.some(({ envelope }) => envelope.commandId === commandId)) return;
    const facts = planWrittenMails(written, on)
      .filter(({ content }) => 'linkRefs' in content && content.linkRefs.includes(ref))
      .map((mail) => ({
        type: 'MailWritten' as const,
        data: {
          mailId: mailId(mail),
          rule: 'written',
          personId: mail.personId,
          subjectId: written.subjectId,
        },
      }));
    await this.writer.append(stream, read, facts, { ...sender, commandId });
  }
}
