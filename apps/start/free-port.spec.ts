import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { checkPort } from './free-port.js';

test('a taken port is said with the way out, and a free one stays free', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(checkPort(port)).rejects.toThrow(
    `Another program uses port ${port}. Choose another one: PORT=${port + 1} npm start`,
  );
  other.close();
  await once(other, 'close');
  await checkPort(port);
  await checkPort(port);
});
