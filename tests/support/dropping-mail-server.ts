import net, { type AddressInfo, type Socket } from 'node:net';
import PostalMime from 'postal-mime';

/** Where in a conversation (RFC 5321) a server may leave it. */
export const DROPPING_POINTS = [
  'on connecting',
  'after the greeting',
  'at EHLO',
  'at MAIL FROM',
  'at RCPT TO',
  'at DATA',
  'in the middle of the mail',
  'after the whole mail',
  'at QUIT or the next mail',
] as const;
export type DroppingPoint = (typeof DROPPING_POINTS)[number];

export interface DroppingMailServer {
  readonly port: number;
  /** Message-IDs of whole mails, as they came, answered or not. */
  readonly arrived: readonly string[];
  /** The next conversation that comes so far is cut there, once. */
  dropNextAt(point: DroppingPoint): void;
  close(): Promise<void>;
}

const END_OF_MAIL = '\r\n.\r\n';

/** A server that speaks as little SMTP as will do, and now and then cuts the connection. */
export async function openDroppingMailServer(): Promise<DroppingMailServer> {
  const arrived: string[] = [];
  const sockets = new Set<Socket>();
  let next: DroppingPoint | undefined;
  const server = net.createServer((socket) => {
    const drops = (point: DroppingPoint) => {
      if (next !== point) return false;
      next = undefined;
      socket.destroy();
      return true;
    };
    const say = (line: string) => socket.write(`${line}\r\n`);
    let heard = '';
    let mail = false;
    let mails = 0;
    const takeMail = (text: string) => {
      void PostalMime.parse(text).then(({ messageId }) => {
        arrived.push(messageId ?? '');
        mails += 1;
        if (!drops('after the whole mail')) say('250 2.0.0 taken');
      });
    };
    const takeLine = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (mails > 0 && drops('at QUIT or the next mail')) return;
      if (verb === 'EHLO') {
        if (!drops('at EHLO')) say('250 mail.example');
      } else if (verb === 'MAIL') {
        if (!drops('at MAIL FROM')) say('250 2.1.0 ok');
      } else if (verb === 'RCPT') {
        if (!drops('at RCPT TO')) say('250 2.1.5 ok');
      } else if (verb === 'DATA') {
        if (drops('at DATA')) return;
        mail = true;
        say('354 go on');
      } else if (verb === 'QUIT') {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    };
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      heard += chunk;
      if (mail && drops('in the middle of the mail')) return;
      for (;;) {
        const mark = mail ? END_OF_MAIL : '\r\n';
        const end = heard.indexOf(mark);
        if (end < 0 || socket.destroyed) return;
        const whole = heard.slice(0, end);
        heard = heard.slice(end + mark.length);
        if (mail) {
          mail = false;
          takeMail(whole);
        } else takeLine(whole);
      }
    });
    if (drops('on connecting')) return;
    say('220 mail.example ESMTP');
    drops('after the greeting');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    arrived,
    dropNextAt(point) {
      next = point;
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
