// Run by StrykerJS in its copy of the project, once the mutants are in the source: the specs become plain JavaScript.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

// A calendar that was made under one mutant must not be believed under the next: the copy remembers none.
if (process.env.MUTANTS_OF === 'calendar') {
  for (const file of ['bank-holidays', 'school-calendar']) {
    const path = `libs/domain/src/calendar/${file}.ts`;
    const source = readFileSync(path, 'utf8');
    if (!source.includes('byYear.set(')) throw new Error(`${path} remembers its years in another way now`);
    writeFileSync(path, source.replace('byYear.set(', 'void ('));
  }
}

await build({
  entryPoints: globSync('libs/domain/src/**/*.spec.ts'),
  outbase: 'libs/domain/src',
  outdir: 'libs/domain/mutated',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
});
