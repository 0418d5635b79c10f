import { ImapFlow } from 'imapflow';
import type { ImapMailbox } from './imap-url.js';

/** A mailbox as its reader needs it; closed after each look. */
export interface NotificationMailbox {
  /** RFC 9051: while it is the same, a UID names the same mail. */
  readonly uidValidity: string;
  /** Mails behind this UID in the order of their UIDs, without their content. */
  newerThan(uid: number, limit: number): Promise<readonly ArrivedMail[]>;
  /** The whole mail; it stays unread. */
  content(uid: number): Promise<Uint8Array | undefined>;
  markRead(uid: number): Promise<void>;
  close(): Promise<void>;
}

export interface ArrivedMail {
  readonly uid: number;
  readonly bytes: number;
  /** By its outermost type it is a report, such as a delivery status notification. */
  readonly isReport: boolean;
}

/** Milliseconds. */
const PATIENCE = { connection: 10_000, greeting: 15_000, silence: 60_000 };

/** Signs in and opens the folder. Throws when the server is away, not who it says, or refuses. */
export async function openNotificationMailbox({
  host,
  port,
  auth,
  folder,
}: ImapMailbox): Promise<NotificationMailbox> {
  const client = new ImapFlow({
    host,
    port,
    secure: true,
    auth,
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: PATIENCE.connection,
    greetingTimeout: PATIENCE.greeting,
    socketTimeout: PATIENCE.silence,
  });
  // Whoever waits for an answer gets the error as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen(folder);
    return {
      uidValidity: String(uidValidity),
      newerThan: (uid, limit) => newerThan(client, uid, limit),
      async content(uid) {
        const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
        return mail === false ? undefined : mail.source;
      },
      async markRead(uid) {
        await client.messageFlagsAdd({ uid: String(uid) }, ['\\Seen'], { uid: true });
      },
      close: () => client.logout().catch(() => client.close()),
    };
  } catch (error) {
    client.close();
    throw error;
  }
}

async function newerThan(client: ImapFlow, uid: number, limit: number): Promise<readonly ArrivedMail[]> {
  const found = await client.search({ uid: `${uid + 1}:*` }, { uid: true });
  // `n:*` names the last mail even when its UID is smaller than n.
  const uids = (found || []).filter((one) => one > uid).toSorted((x, y) => x - y);
  const wanted = uids.slice(0, limit);
  if (wanted.length === 0) return [];
  const mails: ArrivedMail[] = [];
  for await (const mail of client.fetch(
    wanted.join(','),
    { size: true, bodyStructure: true },
    { uid: true },
  )) {
    const isReport = mail.bodyStructure?.type === 'multipart/report';
    mails.push({ uid: mail.uid, bytes: mail.size ?? Number.POSITIVE_INFINITY, isReport });
  }
  return mails.toSorted((x, y) => x.uid - y.uid);
}
