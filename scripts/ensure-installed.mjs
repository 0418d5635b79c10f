// Runs before `npm start` and `npm test` under whatever Node the machine has: plain JavaScript for Node 20, no packages.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './install-lock.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const installedStamp = at('node_modules', '.installed-lock');
const builtStamp = at('dist', '.built');
const ownNode = at('node_modules', `node-linux-${process.arch}`, 'bin', 'node');
const withBuild = process.argv.includes('--build');

// The oldest Node with crypto.argon2, which guards the passwords.
const NEEDED = [24, 7];

try {
  refuseUnsupportedMachine();
  if (needsInstall() || (withBuild && needsBuild())) {
    makeFolder(at('node_modules'));
    const lock = at('node_modules', '.ensure-installed.lock');
    await withLock(lock, () => say('Another run is installing or building here; waiting for it …'), ensure);
  }
  refuseOldNode();
} catch (error) {
  process.stderr.write(`\n${error.sentence ?? error.stack}\n`);
  process.exitCode = 1;
}

// Looked at again under the lock: the run we waited for may have done it all.
async function ensure() {
  if (needsInstall()) {
    const lockHash = hashOf(at('package-lock.json'));
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('Installing packages', args, unpackedPackages);
    linkOwnNode();
    writeFileSync(installedStamp, lockHash);
  }
  refuseOldNode();
  if (withBuild && needsBuild()) {
    const startedAt = new Date();
    await run('Building', ['run', '--silent', 'build'], () => '');
    writeFileSync(builtStamp, '');
    // What is edited while the build runs must be newer than the stamp.
    utimesSync(builtStamp, startedAt, startedAt);
  }
}

function needsInstall() {
  if (!existsSync(at('package-lock.json')))
    throw refusal('package-lock.json is missing: this is not a whole checkout.');
  if (existsSync(installedStamp))
    return readFileSync(installedStamp, 'utf8') !== hashOf(at('package-lock.json'));
  return timeOf(at('node_modules', '.package-lock.json')) < timeOf(at('package-lock.json'));
}

function needsBuild() {
  const built = timeOf(builtStamp);
  const single = [
    'tsconfig.json',
    'tsconfig.build.json',
    'nest-cli.json',
    'package-lock.json',
    'package.json',
  ];
  return (
    built === 0 ||
    single.some((file) => timeOf(at(file)) > built) ||
    ['apps', 'libs', 'scripts'].some((folder) => hasNewer(at(folder), built))
  );
}

// A folder's own time tells that a file in it was removed or renamed.
function hasNewer(folder, time) {
  if (timeOf(folder) > time) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return hasNewer(file, time);
    return !/\.spec\.tsx?$/.test(entry.name) && timeOf(file) > time;
  });
}

function unpackedPackages() {
  const folders = readdirSync(at('node_modules')).filter((name) => !/^[.@]/.test(name));
  const unpacked = folders.filter((name) => existsSync(at('node_modules', name, 'package.json')));
  return folders.length > 0 ? `, ${unpacked.length} of ${folders.length} packages` : '';
}

// npm 9 installs the package but makes no link for its "node".
function linkOwnNode() {
  const link = at('node_modules', '.bin', 'node');
  if (existsSync(ownNode) && !existsSync(link)) symlinkSync(path.relative(path.dirname(link), ownNode), link);
}

function timeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function makeFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!error.code) throw error;
    throw refusal(`${folder} cannot be written by this user. Use a checkout of your own.`);
  }
}

async function run(what, args, detail) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`${what} …`);
  const progress = setInterval(() => say(`${what} … ${seconds()} s${detail()}`), 5_000);
  const { code, output } = await npm(args);
  clearInterval(progress);
  if (code !== 0)
    throw refusal(`${output.trim()}\n\n"npm ${args.join(' ')}" failed (${code}). Nothing was started.`);
  say(`${what}: done in ${seconds()} s`);
}

// npm runs under the machine's own Node: the one in node_modules may be replaced while it works.
async function npm(args) {
  const folders = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.endsWith('/node_modules/.bin'));
  const env = { ...process.env, PATH: folders.join(path.delimiter) };
  const child = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const pass = (signal) => child.kill(signal);
  process.once('SIGTERM', pass);
  process.once('SIGINT', pass);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (exit, signal) => resolve(exit ?? signal));
  });
  process.off('SIGTERM', pass);
  process.off('SIGINT', pass);
  return { code, output };
}

function refuseUnsupportedMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw refusal(`This is Node ${process.versions.node}. Install Node 20 or newer and try again.`);
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    throw refusal(
      `This is ${process.platform} on ${process.arch}. Schools Linking runs on Linux on x64 or arm64.`,
    );
}

// npm scripts find the Node of node_modules first; without it they fall back to the machine's.
function refuseOldNode() {
  if (existsSync(ownNode)) return;
  const version = spawnSync('node', ['--version'], { encoding: 'utf8' }).stdout?.trim() || process.version;
  const [major, minor] = version.slice(1).split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw refusal(
    `The package node-linux-${process.arch} is not installed, and this machine's Node ${version} is too old ` +
      `(${NEEDED.join('.')} or newer is needed).\nDelete node_modules and run again without "--omit=optional".`,
  );
}

function refusal(sentence) {
  return Object.assign(new Error(sentence), { sentence });
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
