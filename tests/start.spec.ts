import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

jest.setTimeout(40_000);

describe('starting and stopping on one data folder', () => {
  let dataDir: string;
  const running: ChildProcess[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'linking-start-'));
  });

  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  const instanceFile = (): string => path.join(dataDir, 'instance.json');

  function start(closing = 'closes'): {
    child: ChildProcess;
    said: Promise<unknown>;
    ended: Promise<number | null>;
  } {
    const child = spawn(process.execPath, ['tests/support/run-instance.mjs', dataDir, closing], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const said = new Promise<unknown>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) =>
        resolve(JSON.parse(chunk.toString().split('\n')[0] ?? '')),
      );
      child.once('exit', (code) => reject(new Error(`ended with ${code} in silence`)));
    });
    return { child, said, ended };
  }

  test('a second start on a living instance gives its address and ends well', async () => {
    await start().said;
    const second = start();
    expect(await second.said).toEqual({ runsAt: 'https://linking.example.org' });
    expect(await second.ended).toBe(0);
  });

  test('of two starts at the same moment one serves and the other gives its address', async () => {
    const both = await Promise.all([start().said, start().said]);
    expect(both).toContainEqual({ serves: expect.stringMatching(/^http:/) });
    expect(both).toContainEqual({ runsAt: 'https://linking.example.org' });
  });

  test('what a killed instance left behind is ignored', async () => {
    const first = start();
    await first.said;
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(instanceFile())).toBe(true);
    expect(await start().said).toEqual({ serves: expect.stringMatching(/^http:/) });
  });

  test('a process that only has the pid of a former instance is not taken for it, though its address answers', async () => {
    const stranger = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = stranger.address() as { port: number };
      const address = `http://127.0.0.1:${port}`;
      const former = { pid: process.pid, startTime: '1', localAddress: address, address };
      writeFileSync(instanceFile(), JSON.stringify(former));
      expect(await start().said).toEqual({ serves: expect.stringMatching(/^http:/) });
    } finally {
      stranger.close();
    }
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s closes everything and leaves the folder free',
    async (signal) => {
      const only = start();
      await only.said;
      only.child.kill(signal);
      expect(await only.ended).toBe(0);
      expect(existsSync(instanceFile())).toBe(false);
    },
  );

  test('a part that hangs does not keep it for ever, and the rest is closed', async () => {
    const only = start('hangs');
    await only.said;
    const before = Date.now();
    only.child.kill('SIGTERM');
    expect(await only.ended).toBe(1);
    expect(Date.now() - before).toBeLessThan(60_000);
    expect(existsSync(instanceFile())).toBe(false);
  });

  test('a second Ctrl-C ends it at once', async () => {
    const only = start('hangs');
    await only.said;
    only.child.kill('SIGINT');
    await pause(200);
    const before = Date.now();
    only.child.kill('SIGINT');
    expect(await only.ended).toBe(130);
    expect(Date.now() - before).toBeLessThan(4_000);
    expect(JSON.parse(readFileSync(instanceFile(), 'utf8'))).toMatchObject({ pid: only.child.pid });
  });
});
