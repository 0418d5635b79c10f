import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as its reader's program sees it. */
export interface ArrivedMail {
  readonly to: string;
  readonly email: Email;
  readonly raw: string;
}

export interface MailServerBehaviour {
  readonly port?: number;
  /** The answer to an address; nothing = it is taken. */
  readonly recipient?: (address: string) => Answer | undefined;
  /** The answer to a whole mail, which has arrived already; `hang-up` = none at all. */
  readonly mail?: (mail: ArrivedMail) => Promise<Answer | 'hang-up' | undefined>;
  readonly signIn?: { readonly user: string; readonly pass: string };
  /** STARTTLS with the certificate in tests/data/mail-server, for `localhost`. */
  readonly tls?: boolean;
}

export interface Answer {
  readonly code: number;
  readonly words: string;
}

export interface TestMailServer {
  readonly port: number;
  readonly arrived: readonly ArrivedMail[];
  close(): Promise<void>;
}

const data = path.resolve(import.meta.dirname, '../data/mail-server');
export const serverCertificate = readFileSync(path.join(data, 'localhost-cert.pem'), 'utf8');

const refusal = ({ code, words }: Answer) => Object.assign(new Error(words), { responseCode: code });

/** A real SMTP server on this machine that keeps what arrives. */
export async function openMailServer(behaviour: MailServerBehaviour = {}): Promise<TestMailServer> {
  const arrived: ArrivedMail[] = [];
  const sockets = new Set<Socket>();
  const { signIn, tls = false } = behaviour;
  const server = new SMTPServer({
    authOptional: signIn === undefined,
    allowInsecureAuth: true,
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(signIn === undefined ? ['AUTH'] : [])],
    ...(tls
      ? { cert: serverCertificate, key: readFileSync(path.join(data, 'localhost-key.pem'), 'utf8') }
      : {}),
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, answer) =>
      username === signIn?.user && password === signIn?.pass
        ? answer(null, { user: username })
        : answer(refusal({ code: 535, words: `5.7.8 no entry for ${username ?? ''}` })),
    onRcptTo: ({ address }, _session, answer) => {
      const no = behaviour.recipient?.(address);
      answer(no === undefined ? null : refusal(no));
    },
    onData: (stream, session, answer) => {
      const taking = async () => {
        const raw = Buffer.concat(await stream.toArray());
        const email = await PostalMime.parse(raw);
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        const mail = { to, email, raw: raw.toString('latin1') };
        arrived.push(mail);
        return behaviour.mail?.(mail);
      };
      taking().then(
        (verdict) => {
          if (verdict === 'hang-up') sockets.forEach((socket) => socket.destroy());
          else answer(verdict === undefined ? null : refusal(verdict));
        },
        (error: unknown) => answer(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // A client that is killed is no fault of the server.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(behaviour.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
