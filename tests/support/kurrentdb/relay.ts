import { once } from 'node:events';
import net from 'node:net';

/** A way to the server that can be cut, fall silent, or be away for a while. */
export class Relay {
  private readonly sockets = new Set<net.Socket>();
  private readonly silent = new WeakSet<net.Socket>();
  private readonly server: net.Server;
  private address = { port: 0, host: '127.0.0.1' };

  constructor(port: number) {
    // Without waiting for more to send: small messages would take 40 ms each.
    this.server = net.createServer({ noDelay: true }, (client) => {
      const behind = net.connect({ port, host: '127.0.0.1', noDelay: true });
      this.join(client, behind);
    });
  }

  get port(): number {
    return this.address.port;
  }

  async open(): Promise<void> {
    this.server.listen(this.address);
    await once(this.server, 'listening');
    this.address = { ...this.address, port: (this.server.address() as net.AddressInfo).port };
  }

  /** Nobody listens any more; `open` listens at the same port again. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cut();
    await closed;
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  /** The connections at hand carry nothing any more; new ones work. */
  mute(): void {
    for (const socket of this.sockets) this.silent.add(socket);
  }

  private join(client: net.Socket, behind: net.Socket): void {
    for (const [from, to] of [
      [client, behind],
      [behind, client],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.on('data', (bytes) => {
        if (!this.silent.has(from)) to.write(bytes);
      });
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
