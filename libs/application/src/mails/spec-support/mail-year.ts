import { londonDay } from '@linking/domain/calendar/london.js';
import { isMailingHour, type MailReader } from '@linking/domain/reminders/mailing-hours.js';
import { mailId, type WantedMail } from '@linking/domain/reminders/wanted-mail.js';
import type { Mail } from '../mail.js';
import { nextMorning } from '../once-a-day.js';
import { dueAt } from '../upsert-planned.js';
import { appointmentOf, whyNotSent, type Appointment } from '../why-not-sent.js';

/** What a row of a year of mails has beside what the table has. */
export type YearMail = Mail & {
  /** When it was no longer wanted, or found not to go. */
  readonly endedAt?: string;
};

/**
 * A year of mails in memory: planned, sent, skipped and cancelled by the policies that the workers ask, one instant of the clock
 * after the other. What it does row by row is what `upsert-planned.ts`, `due-mails.ts` and `claim.ts` do in SQL.
 */
export class MailYear {
  readonly #rows = new Map<string, YearMail>();
  readonly #bySubject = new Map<string, Set<string>>();
  readonly #waiting = new Set<string>();
  readonly #announced = new Set<string>();
  /** The London day on which somebody got her last scheduled mail. */
  readonly #lastScheduled = new Map<string, string>();

  /** Every row there ever was. */
  get rows(): readonly YearMail[] {
    return [...this.#rows.values()];
  }

  /** Makes the planned mails of a subject the wanted ones. */
  plan(subject: string, wanted: readonly WantedMail[], now: string): void {
    const ids = new Set(wanted.map(mailId));
    const known = this.#bySubject.get(subject) ?? new Set<string>();
    this.#bySubject.set(subject, known);
    const today = londonDay(now);
    for (const mail of wanted) this.#put(mail, now);
    for (const id of ids) this.#onceADay(id, now, today);
    for (const id of known) {
      const row = this.#rows.get(id);
      if (row?.status !== 'planned' || ids.has(id)) continue;
      this.#set({ ...row, status: 'cancelled', reason: 'no-longer-wanted', endedAt: now });
    }
    for (const id of ids) known.add(id);
  }

  /**
   * Sends what is due, each immediate mail alone and all scheduled ones of a person as one.
   * @param subjects those that something was planned for since all was asked
   */
  async send(now: string, subjects?: readonly string[]): Promise<void> {
    const today = londonDay(now);
    const open = new Map<MailReader, boolean>();
    const isOpen = (reader: MailReader = 'person') => {
      const known = open.get(reader) ?? isMailingHour(now, reader);
      open.set(reader, known);
      return known;
    };
    const parcels = new Map<string, YearMail[]>();
    const asked = subjects?.flatMap((it) => [...(this.#bySubject.get(it) ?? [])]) ?? this.#waiting;
    for (const id of asked) {
      const row = this.#rows.get(id);
      if (row?.status !== 'planned' || row.dueAt > now || (row.heldUntil ?? '') > today) continue;
      if (row.kind === 'scheduled' && !isOpen(row.mailbox)) continue;
      const key = row.kind === 'immediate' ? row.id : `${row.programme} ${row.personId}`;
      parcels.set(key, [...(parcels.get(key) ?? []), row]);
    }
    for (const parcel of parcels.values()) await this.#sendParcel(parcel.toSorted(byId), now);
  }

  async #sendParcel(parcel: readonly YearMail[], now: string): Promise<void> {
    let first: YearMail | undefined;
    for (const row of parcel) {
      const reason = await whyNotSent(row, now, async (it) => this.#announced.has(keyOf(it)));
      if (reason !== undefined) {
        this.#set({ ...row, status: 'skipped', reason, endedAt: now });
        continue;
      }
      this.#set({
        ...row,
        status: 'sent',
        sentAt: now,
        attempt: 1,
        ...(first === undefined ? {} : { mergedInto: first.id }),
      });
      first ??= row;
      if (row.kind === 'scheduled') {
        this.#lastScheduled.set(`${row.programme} ${row.personId}`, londonDay(now));
      }
      this.#announced.add(keyOf(appointmentOf(row)));
    }
  }

  #put(mail: WantedMail, now: string): void {
    const id = mailId(mail);
    const before = this.#rows.get(id);
    if (before !== undefined && before.status !== 'planned' && before.status !== 'cancelled') return;
    const { endedAt: _, reason: __, moved: ___, heldUntil: ____, ...kept } = before ?? { endedAt: undefined };
    const anew = mail.kind === 'scheduled' || before?.status !== 'planned';
    this.#set({
      ...kept,
      id,
      subject: mail.subject,
      programme: mail.programme,
      step: mail.step,
      anchorDate: mail.anchorDate,
      personId: mail.personId,
      ...(mail.mailbox === undefined ? {} : { mailbox: mail.mailbox }),
      kind: mail.kind,
      askedBy: 'plan',
      dueAt: anew ? dueAt(mail, now) : before.dueAt,
      ...(mail.moved === undefined ? {} : { moved: mail.moved }),
      ...(mail.heldUntil === undefined ? {} : { heldUntil: mail.heldUntil }),
      status: 'planned',
      content: mail.content,
      messageId: `<${id}>`,
      attempt: 0,
    });
  }

  /** As `once-a-day.ts` puts off what is found to be due when her mail of the day has left. */
  #onceADay(id: string, now: string, today: string): void {
    const row = this.#rows.get(id);
    if (row?.status !== 'planned' || row.kind !== 'scheduled' || row.dueAt > now) return;
    if ((row.mailbox ?? 'venue') !== 'venue') return;
    const last = this.#lastScheduled.get(`${row.programme} ${row.personId}`);
    if (last === today) this.#set({ ...row, dueAt: nextMorning(today) });
  }

  #set(row: YearMail): void {
    this.#rows.set(row.id, row);
    if (row.status === 'planned') this.#waiting.add(row.id);
    else this.#waiting.delete(row.id);
  }
}

const keyOf = (appointment: Appointment) => Object.values(appointment).join(' ');

const byId = (x: Mail, y: Mail) => (x.id < y.id ? -1 : 1);
