import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { freePort } from '@linking/platform/embedded-postgres/free-port.js';
import { aptGet, inPath } from './redis-program.js';

const MISSING =
  'The tests need an IMAP server. Install it ("apt-get install dovecot-imapd" as root on Debian and Ubuntu), and run them again.';
const CERTIFICATES = path.resolve(import.meta.dirname, '../data/mail-server');
export const IMAP_USER = 'bounces@linking.example';
const FOLDER = 'Returned';
const NOBODY = 65_534;

export interface ImapServer {
  readonly url: string;
  readonly port: number;
  /** Puts a mail into the folder. */
  deliver(mail: string): Promise<void>;
  /** Which mails of the folder were read, in the order of their arrival. */
  read(): Promise<readonly boolean[]>;
  /** Throws the folder away and makes it anew, with another UIDVALIDITY. */
  emptyAnew(): Promise<void>;
  stop(): Promise<void>;
}

/** Debian's Dovecot as a process of its own, with TLS and one mailbox in this folder. */
export async function startImap(folder: string, wanted?: number): Promise<ImapServer> {
  const port = wanted ?? (await freePort());
  const program = dovecotProgram();
  mkdirSync(path.join(folder, 'mail'), { recursive: true });
  chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) chownSync(path.join(folder, 'mail'), NOBODY, NOBODY);
  const config = path.join(folder, 'dovecot.conf');
  writeFileSync(config, configuration(folder, port));
  const server = spawn(program, ['-F', '-c', config], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const client = async <Result>(work: (client: ImapFlow) => Promise<Result>): Promise<Result> => {
    const one = new ImapFlow({
      host: 'localhost',
      port,
      secure: true,
      auth: { user: IMAP_USER, pass: 'hush' },
      logger: false,
    });
    one.on('error', () => undefined);
    await one.connect();
    try {
      return await work(one);
    } finally {
      await one.logout();
    }
  };
  for (let tries = 1; ; tries += 1) {
    try {
      await client(async () => undefined);
      break;
    } catch (error) {
      if (tries === 60) throw new Error(`Dovecot did not start: ${logOf(folder)}`, { cause: error });
      await setTimeout(100);
    }
  }
  return {
    url: `imaps://${encodeURIComponent(IMAP_USER)}:hush@localhost:${port}/${FOLDER}`,
    port,
    deliver: (mail) => client(async (one) => void (await one.append(FOLDER, mail.replace(/\r?\n/g, '\r\n')))),
    read: () =>
      client(async (one) => {
        await one.mailboxOpen(FOLDER, { readOnly: true });
        const mails = await one.fetchAll('1:*', { flags: true });
        return mails.map(({ flags }) => flags?.has('\\Seen') === true);
      }),
    emptyAnew: () =>
      client(async (one) => {
        const there = (await one.list()).some(({ path: name }) => name === FOLDER);
        if (there) await one.mailboxDelete(FOLDER);
        await one.mailboxCreate(FOLDER);
      }),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

function dovecotProgram(): string {
  const found = findProgram();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || inPath('apt-get') === undefined) throw new Error(MISSING);
  process.stdout.write('Installing Debian’s dovecot-imapd: some tests need an IMAP server …\n');
  const install = () => aptGet('install', '--yes', '--no-install-recommends', 'dovecot-imapd');
  if (!install()) {
    aptGet('update');
    install();
  }
  const installed = findProgram();
  if (installed === undefined) throw new Error(MISSING);
  return installed;
}

const findProgram = () => inPath('dovecot') ?? ['/usr/sbin/dovecot'].find((file) => existsSync(file));

const logOf = (folder: string) => {
  const file = path.join(folder, 'log');
  return existsSync(file) ? readFileSync(file, 'utf8') : 'it wrote nothing';
};

function configuration(folder: string, port: number): string {
  const isRoot = process.getuid?.() === 0;
  const { username, uid, gid } = os.userInfo();
  const [user, group] = isRoot ? [NOBODY, NOBODY] : [uid, gid];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${CERTIFICATES}/localhost-cert.pem
ssl_key = <${CERTIFICATES}/localhost-key.pem
${isRoot ? '' : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`}
passdb {
  driver = static
  args = password=hush
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail
}
first_valid_uid = 1
mail_location = maildir:${folder}/mail/inbox
service imap-login {
  ${isRoot ? '' : 'chroot =\n'}
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
${isRoot ? '' : 'service anvil {\n  chroot =\n}'}
`;
}
