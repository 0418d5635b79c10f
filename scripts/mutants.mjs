// `npm run test:mutants`, or of some: `-- link calendar/london.ts`. StrykerJS folder by folder, then docs/mutants.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsOf } from './mutants-facts.mjs';
import { writeDocs } from './mutants-docs.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => path.join(root, ...parts);
const stryker = at('mutants/node_modules/@stryker-mutator/core/bin/stryker.js');

const all = readdirSync(at('libs/domain/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'spec-support')
  .map(({ name }) => name);
const asked = process.argv.slice(2);
const strange = asked.filter((it) => !all.includes(it.split('/')[0]) && it !== '--docs');
if (strange.length > 0) {
  throw new Error(`libs/domain/src has no folder ${strange.join(', ')}; it has ${all.join(', ')}`);
}

if (!asked.includes('--docs')) {
  if (!existsSync(stryker)) execFileSync('npm', ['ci', '--prefix', at('mutants')], { stdio: 'inherit' });
  for (const folder of all) {
    const some = asked.filter((it) => it.split('/')[0] === folder);
    if (asked.length === 0 || some.length > 0) lookForMutants(folder, some.includes(folder) ? [] : some);
  }
}
const { sentence, reached } = writeDocs(root, all);
process.stdout.write(`${sentence}\n`);
process.exitCode = reached ? 0 : 1;

function lookForMutants(folder, files) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const { status } = spawnSync(process.execPath, [stryker, 'run', 'mutants/stryker.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_OF: folder, MUTANTS_IN: files.join(',') },
  });
  if (status !== 0) throw new Error(`StrykerJS could not look for mutants in ${folder}`);
  keep(folder, commit);
}

/** What was measured stays in the repository, so that the figures of a folder or a file can be renewed by themselves. */
function keep(folder, commit) {
  const report = JSON.parse(readFileSync(at('mutants/report', `${folder}.json`), 'utf8'));
  const on = new Date().toISOString().slice(0, 10);
  const measured = factsOf(report).map((it) => ({ ...it, on, commit }));
  const place = at('mutants/measured', `${folder}.json`);
  const known = existsSync(place) ? JSON.parse(readFileSync(place, 'utf8')) : [];
  const files = [...known.filter(({ file }) => !measured.some((it) => it.file === file)), ...measured]
    .filter(({ file }) => existsSync(at('libs/domain/src', file)))
    .toSorted((x, y) => x.file.localeCompare(y.file));
  mkdirSync(at('mutants/measured'), { recursive: true });
  writeFileSync(place, `${JSON.stringify(files, null, 1)}\n`);
}
