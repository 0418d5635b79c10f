import { invitation } from '@linking/notices/calendar/calendar-object.js';
import { AUTOMATIC_HEADERS, headerText, mailbox } from '@linking/notices/mail-headers.js';
import type { OutgoingMail } from '@linking/notices/mail-headers.js';
import { mergedMail } from '@linking/notices/merged-mail.js';
import { renderHtml } from '@linking/notices/render-html.js';
import { renderText } from '@linking/notices/render-text.js';
import type { Parcel } from './claim.js';
import { issueAddress } from './mail-address.js';
import type { Mail } from './mail.js';
import type { MailLookup } from './mail-lookup.js';
import { mailCalendar, mailContent, OFFICE } from './render-mail.js';
import { stopHeaders } from './optional/stop-address.js';
import type { MailSettings } from './mail-settings.js';
import type { SendingDependencies } from './send-mail.js';

export interface Recipient {
  readonly name: string;
  readonly email?: string;
  /** Her account was closed. */
  readonly closed?: true;
}

/** Somebody whose address a mail can be sent to. */
export type Reachable = Required<Pick<Recipient, 'name' | 'email'>>;

/** Whom a mail goes to, as she is known now. */
export async function recipientOf(lookup: MailLookup, mail: Mail): Promise<Recipient | undefined> {
  switch (mail.mailbox) {
    case undefined:
      return lookup.person(mail.personId);
    case 'venue':
      return lookup.venue(mail.personId);
    case 'user':
      return lookup.user(mail.personId);
    case 'programme': {
      const programme = await lookup.programme(mail.programme);
      if (programme === undefined) return undefined;
      const { name, mailbox: email, mailboxMissing } = programme;
      return mailboxMissing ? { name } : { name, email };
    }
  }
}

/** Who writes a mail, and where replies to it go. */
export interface Envelope {
  readonly from: Reachable;
  readonly replyTo: Reachable;
}

/** A programme writes in its own name, and takes the replies; the office does for what is of none. */
export async function envelopeOf(
  lookup: MailLookup,
  settings: Pick<MailSettings, 'mailFrom' | 'nationalOffice'>,
  { programme: slug }: Pick<Mail, 'programme'>,
): Promise<Envelope> {
  const programme = await lookup.programme(slug);
  return {
    from: {
      name: programme === undefined ? 'Schools Linking' : `Schools Linking ${programme.name}`,
      email: settings.mailFrom,
    },
    replyTo: { name: programme?.name ?? OFFICE, email: programme?.mailbox ?? settings.nationalOffice },
  };
}

/** The parcel as one mail that can be handed to a mail server; its addresses are issued and open. */
export async function compose(
  { pool, clock, lookup, settings }: Pick<SendingDependencies, 'pool' | 'clock' | 'lookup' | 'settings'>,
  { id, messageId, attempt, mails }: Parcel,
  to: Reachable,
  issue = (mail: Mail) => issueAddress(pool, settings, mail, clock.now()),
): Promise<OutgoingMail> {
  const [first, ...others] = mails;
  if (first === undefined) throw new Error(`Parcel ${id} is empty`);
  const said = async (mail: Mail) => mailContent(mail, lookup, settings, await issue(mail));
  const content = mergedMail(await Promise.all(mails.map(said)));
  const { from, replyTo } = await envelopeOf(lookup, settings, first);
  const entry = others.length === 0 ? await mailCalendar(first, lookup, settings) : undefined;
  return {
    mailId: id,
    messageId,
    attempt,
    from: mailbox(from.name, from.email),
    replyTo: mailbox(replyTo.name, replyTo.email),
    to: mailbox(to.name, to.email),
    subject: headerText(content.subject),
    html: renderHtml(content),
    text: renderText(content),
    headers: {
      ...AUTOMATIC_HEADERS,
      ...stopHeaders(
        settings,
        first.personId,
        mails.map(({ content: facts }) => facts.rule),
      ),
    },
    ...(entry === undefined ? {} : { calendar: invitation(entry, from, to) }),
  };
}
