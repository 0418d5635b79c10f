import { once } from 'node:events';
import net from 'node:net';

/** What becomes of an append on its way to the server, or of its answer. */
export type Loss =
  /** It never leaves, and the connection is cut. */
  | 'unsent'
  /** Its first half arrives, and the connection is cut. */
  | 'half-sent'
  /** It arrives, and the connection is cut at once: the server carries it out for nobody. */
  | 'left'
  /** It is committed and answered, and the connection is cut before the answer. */
  | 'unanswered'
  /** The same, after the first half of the answer. */
  | 'half-answered'
  /** It is committed and answered, and the connection falls silent. */
  | 'silent';

/** Asked at the moment of a loss, before anybody but the server can know of it; the ids are those of the append's events. */
export type Witness = (loss: Loss, ids: readonly string[]) => Promise<void> | void;

export interface LossyConnection {
  /** The address of the database, by way of this process. */
  readonly url: string;
  /** Loses the next appends, one after the other; connections that are opened later work. */
  lose(...losses: readonly Loss[]): void;
  /** Losses that have not happened yet. */
  readonly waiting: number;
  close(): Promise<void>;
}

/** Only an append carries texts of events; they stand in the literal of an array, or as they are. */
const EVENT_ID = /\{\\?"actor\\?":.*?\\?"id\\?":\\?"([\da-f-]{36})/g;
/** The last messages of a request and of its answer: Sync, and ReadyForQuery outside a transaction. */
const SYNC = Buffer.from('S\0\0\0\u0004', 'latin1');
const READY = Buffer.from('Z\0\0\0\u0005I', 'latin1');

/** A way to a PostgreSQL server on which appends and their answers get lost, at moments that are known to the byte. */
export async function lossyConnection(
  url: string,
  witness: Witness = () => undefined,
): Promise<LossyConnection> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<net.Socket>();
  const losses: Loss[] = [];
  const proxy = net.createServer({ noDelay: true }, (client) => {
    const server = net.connect({ port: Number(port), host: hostname, noDelay: true });
    let loss: Loss | undefined;
    const asked: Buffer[] = [];
    const answered: Buffer[] = [];
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.end();
      });
    }
    const lost = async (how: Loss) => {
      const ids = [...Buffer.concat(asked).toString('latin1').matchAll(EVENT_ID)].map(([, id]) => id ?? '');
      await witness(how, ids);
    };

    client.on('data', (bytes) => {
      if (loss === undefined && losses.length > 0 && bytes.toString('latin1').search(EVENT_ID) >= 0) {
        loss = losses.shift();
      }
      if (loss !== undefined) asked.push(bytes);
      switch (loss) {
        case 'unsent':
          client.pause();
          void lost(loss).then(cut);
          return;
        case 'half-sent':
          client.pause();
          server.write(bytes.subarray(0, bytes.length / 2));
          void lost(loss).then(cut);
          return;
        case 'left':
          server.write(bytes);
          // The end of the connection follows behind it.
          if (endsWith(asked, SYNC)) void lost(loss).then(() => client.destroy());
          return;
        case 'unanswered':
        case 'half-answered':
        case 'silent':
        case undefined:
          server.write(bytes);
      }
    });
    server.on('data', (bytes) => {
      if (loss === undefined) return client.write(bytes);
      answered.push(bytes);
      // Before this message the server may not have committed: it sends parts of a long answer while it works.
      if (!endsWith(answered, READY)) return;
      const answer = Buffer.concat(answered);
      switch (loss) {
        case 'half-answered':
          void lost(loss).then(() => client.write(answer.subarray(0, answer.length / 2), cut));
          return;
        case 'unanswered':
          void lost(loss).then(cut);
          return;
        case 'silent':
          void lost(loss);
          return;
        case 'unsent':
        case 'half-sent':
        case 'left':
      }
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const own = new URL(url);
  own.hostname = '127.0.0.1';
  own.port = String((proxy.address() as net.AddressInfo).port);
  return {
    url: own.href,
    lose: (...how) => {
      losses.push(...how);
    },
    get waiting() {
      return losses.length;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}

function endsWith(parts: readonly Buffer[], end: Buffer): boolean {
  return Buffer.concat(parts.slice(-2)).subarray(-end.length).equals(end);
}
