import { once } from 'node:events';
import { createServer } from 'node:net';

/** Says before anything is started that the port is taken, and how to choose another one. */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
  } catch (error) {
    throw portTaken(error, port);
  }
  probe.close();
  await once(probe, 'close');
}

/** The error of listening, in words when another program uses the port. */
export function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new Error(`Another program uses port ${port}. Choose another one: PORT=${port + 1} npm start`, {
    cause: error,
  });
}
