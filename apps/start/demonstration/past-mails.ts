import { recipientOf } from '@linking/application/mails/compose.js';
import { recordOutcome, type MailOutcome } from '@linking/application/mails/correspondence.js';
import type { MailLookup } from '@linking/application/mails/mail-lookup.js';
import { messageIdOf, type Mail } from '@linking/application/mails/mail.js';
import type { WantedMails } from '@linking/application/mails/planning.js';
import { dueAt } from '@linking/application/mails/upsert-planned.js';
import {
  appointmentOf,
  reachable,
  settlementOf,
  whyNotSent,
  type Appointment,
} from '@linking/application/mails/why-not-sent.js';
import { nextMailingHour } from '@linking/domain/reminders/mailing-hours.js';
import { mailId, type Mailbox, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { SchoolYears } from '@linking/domain/programme/programme-year.js';
import { programmesOnce } from '@linking/application/programmes/in-its-year.js';
import type { EventStore } from '@linking/events/event-store.js';

/** A mail of the past with the moment at which it was first planned. */
export type PastMail = Mail & {
  readonly createdAt: string;
  /** The mailing hour at which it goes. */
  readonly goesAt: string;
};

export interface PastMailWorld {
  readonly store: EventStore;
  readonly wantedMails: WantedMails;
  readonly lookup: MailLookup;
  readonly mailDomain: string;
  /** The code with which the mail server of an address refuses it. */
  readonly refusalOf: (email: string) => string | undefined;
  /** Takes mails of which nothing more will be told. */
  readonly keep: (mails: readonly PastMail[]) => Promise<void>;
}

/** So many that ended are kept before they are handed on. */
const MANY = 2_000;

/**
 * What the rules asked for while the past went on, and what became of it: planned, sent or skipped by the same policies
 * as by the workers, with the outcome in the correspondence, but in memory instead of row by row.
 */
export class PastMails {
  /** Those that may still change, by subject and id. */
  readonly #waiting = new Map<string, Map<string, PastMail>>();
  /** Ids of those that were sent, skipped or failed. */
  readonly #ended = new Set<string>();
  readonly #announced = new Set<string>();
  readonly #dueOn = new Map<string, string>();
  #toKeep: PastMail[] = [];

  constructor(private readonly world: PastMailWorld) {}

  /** Whether anything of the subject may still go. */
  isWaiting(subject: string): boolean {
    return [...(this.#waiting.get(subject)?.values() ?? [])].some(({ status }) => status === 'planned');
  }

  /** Makes the planned mails of a subject the wanted ones, and sends those that are due at once. */
  async plan(subject: string, now: string): Promise<void> {
    const known = this.#waiting.get(subject) ?? new Map<string, PastMail>();
    const wanted = new Map((await this.world.wantedMails(subject)).map((mail) => [mailId(mail), mail]));
    const programmeOf = programmesOnce(this.world.store);
    for (const [id, mail] of wanted) {
      if (this.#ended.has(id)) continue;
      const years = await programmeOf(mail.schoolDaysOf ?? mail.programme);
      known.set(id, this.#planned(id, mail, known.get(id), { now, years }));
    }
    for (const [id, mail] of known) {
      if (mail.status === 'planned' && !wanted.has(id)) {
        known.set(id, { ...mail, status: 'cancelled', reason: 'no-longer-wanted' });
      }
    }
    if (known.size > 0) this.#waiting.set(subject, known);
    for (const mail of [...known.values()].toSorted(byId)) {
      if (mail.kind === 'immediate' && mail.status === 'planned') await this.#send([mail], now);
    }
  }

  /** Sends what was due before the moment, each at its own mailing hour; all of one person's together. */
  async sendUntil(moment: string): Promise<void> {
    const parcels = new Map<string, PastMail[]>();
    for (const mails of this.#waiting.values()) {
      for (const mail of mails.values()) {
        if (mail.status !== 'planned') continue;
        if (mail.goesAt >= moment) continue;
        const key = `${mail.goesAt} ${mail.programme} ${mail.personId}`;
        parcels.set(key, [...(parcels.get(key) ?? []), mail]);
      }
    }
    for (const key of [...parcels.keys()].toSorted()) {
      await this.#send((parcels.get(key) ?? []).toSorted(byId), key.slice(0, key.indexOf(' ')));
    }
    if (this.#toKeep.length > MANY) await this.#handOn();
  }

  /** Hands on the rest: what ended, and what is planned for the coming days. */
  async finish(): Promise<void> {
    for (const mails of this.#waiting.values()) this.#toKeep.push(...mails.values());
    this.#waiting.clear();
    await this.#handOn();
  }

  #planned(
    id: string,
    wanted: WantedMail,
    before: PastMail | undefined,
    { now, years }: { readonly now: string; readonly years: SchoolYears | undefined },
  ): PastMail {
    if (before?.status === 'planned') {
      const due = wanted.kind === 'scheduled' ? this.#dueAt(wanted, now) : before.dueAt;
      const moved =
        due === before.dueAt ? {} : { dueAt: due, goesAt: goesAt(due, now, wanted.mailbox, years) };
      return { ...before, content: wanted.content, ...moved };
    }
    const { subject, programme, step, anchorDate, personId, mailbox, schoolDaysOf, kind, content } = wanted;
    const due = this.#dueAt(wanted, now);
    return {
      id,
      subject,
      programme,
      step,
      anchorDate,
      personId,
      kind,
      content,
      ...(mailbox === undefined ? {} : { mailbox }),
      ...(schoolDaysOf === undefined ? {} : { schoolDaysOf }),
      askedBy: 'plan',
      dueAt: due,
      goesAt: kind === 'immediate' ? due : goesAt(due, now, mailbox, years),
      status: 'planned',
      messageId: messageIdOf(id, this.world.mailDomain),
      attempt: 0,
      createdAt: before?.createdAt ?? now,
    };
  }

  /** Scheduled mails of one day to one kind of reader are due at one moment, which is looked up once. */
  #dueAt(wanted: WantedMail, now: string): string {
    if (wanted.kind === 'immediate') return dueAt(wanted, now);
    const key = `${wanted.dueOn} ${wanted.mailbox}`;
    const known = this.#dueOn.get(key) ?? dueAt(wanted, now);
    this.#dueOn.set(key, known);
    return known;
  }

  async #send(mails: readonly PastMail[], now: string): Promise<void> {
    const staying: PastMail[] = [];
    for (const mail of mails) {
      const reasonCode = await whyNotSent(mail, now, async (appointment) =>
        this.#announced.has(keyOf(appointment)),
      );
      if (reasonCode === undefined) staying.push(mail);
      else await this.#end(mail, { type: 'ReminderSkipped', reasonCode }, now);
    }
    const [first] = staying;
    if (first === undefined) return;
    const outcome = await this.#outcomeOf(first);
    for (const mail of staying) {
      const mergedInto = mail === first ? {} : { mergedInto: first.id };
      const tried = outcome.type === 'ReminderSkipped' ? mail : { ...mail, attempt: 1, ...mergedInto };
      await this.#end(tried, outcome, now);
      if (outcome.type === 'ReminderSent') this.#announced.add(keyOf(appointmentOf(mail)));
    }
  }

  async #outcomeOf(first: PastMail): Promise<MailOutcome> {
    const to = reachable(await recipientOf(this.world.lookup, first));
    if (typeof to === 'string') return { type: 'ReminderSkipped', reasonCode: to };
    const refused = this.world.refusalOf(to.email);
    return refused === undefined
      ? { type: 'ReminderSent', messageId: first.messageId }
      : { type: 'ReminderFailed', reasonCode: refused };
  }

  async #end(mail: PastMail, outcome: MailOutcome, now: string): Promise<void> {
    await recordOutcome(this.world.store, mail, outcome, now);
    this.#ended.add(mail.id);
    this.#waiting.get(mail.subject)?.delete(mail.id);
    this.#toKeep.push({ ...mail, ...settlementOf(outcome, now) });
  }

  async #handOn(): Promise<void> {
    const mails = this.#toKeep;
    this.#toKeep = [];
    await this.world.keep(mails);
  }
}

const keyOf = (appointment: Appointment) => Object.values(appointment).join(' ');

const byId = (x: PastMail, y: PastMail) => (x.id < y.id ? -1 : 1);

/** What was due before it was known of, such as after a training that was entered late, goes when it is. */
const goesAt = (due: string, now: string, mailbox: Mailbox | undefined, years: SchoolYears | undefined) =>
  nextMailingHour(due > now ? due : now, mailbox, years);
