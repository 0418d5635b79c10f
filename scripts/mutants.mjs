// `npm run test:mutants`, or `npm run test:mutants -- link calendar`: StrykerJS folder by folder, then docs/mutants.md.
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
const strange = asked.filter((folder) => !all.includes(folder) && folder !== '--docs');
if (strange.length > 0) {
  throw new Error(`libs/domain/src has no folder ${strange.join(', ')}; it has ${all.join(', ')}`);
}

if (!asked.includes('--docs')) {
  if (!existsSync(stryker)) execFileSync('npm', ['ci', '--prefix', at('mutants')], { stdio: 'inherit' });
  for (const folder of asked.length > 0 ? asked : all) lookForMutants(folder);
}
const { sentence, reached } = writeDocs(root, all);
process.stdout.write(`${sentence}\n`);
process.exitCode = reached ? 0 : 1;

function lookForMutants(folder) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const { status } = spawnSync(process.execPath, [stryker, 'run', 'mutants/stryker.config.mjs'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTANTS_OF: folder },
  });
  if (status !== 0) throw new Error(`StrykerJS could not look for mutants in ${folder}`);
  keep(folder, commit);
}

/** What was measured stays in the repository, so that the figures of one folder can be renewed by themselves. */
function keep(folder, commit) {
  const report = JSON.parse(readFileSync(at('mutants/report', `${folder}.json`), 'utf8'));
  mkdirSync(at('mutants/measured'), { recursive: true });
  const facts = { on: new Date().toISOString().slice(0, 10), commit, ...factsOf(report) };
  writeFileSync(at('mutants/measured', `${folder}.json`), `${JSON.stringify(facts, null, 1)}\n`);
}
