import { once } from 'node:events';
import net from 'node:net';

export interface BreakableConnection {
  /** The address of the database, by way of this process. */
  readonly url: string;
  /** From the next answer on, the connections at hand are cut (`cut`) or fall silent (`mute`); new ones work. */
  breakAtNextAnswer(how: 'cut' | 'mute'): void;
  close(): Promise<void>;
}

/** A way to the server on which a question arrives and its answer can be lost. */
export async function breakableConnection(url: string): Promise<BreakableConnection> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<net.Socket>();
  let breaking: 'cut' | 'mute' | undefined;
  const proxy = net.createServer((client) => {
    const server = net.connect(Number(port), hostname);
    let silent = false;
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    client.on('data', (bytes) => server.write(bytes));
    server.on('data', (bytes) => {
      if (breaking === 'cut') client.destroy();
      if (breaking === 'mute') silent = true;
      breaking = undefined;
      if (!silent && !client.destroyed) client.write(bytes);
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const own = new URL(url);
  own.hostname = '127.0.0.1';
  own.port = String((proxy.address() as net.AddressInfo).port);
  return {
    url: own.href,
    breakAtNextAnswer: (how) => {
      breaking = how;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
