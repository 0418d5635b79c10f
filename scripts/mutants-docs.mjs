// docs/mutants.md and docs/mutants-living.md from mutants/measured and mutants/reasons.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LEAST = 85;
const NO_REASON = 'nobody has looked at it yet';

/** Writes the documents; says the whole score, and whether it is enough. */
export function writeDocs(root, folders) {
  const read = (file) => JSON.parse(readFileSync(path.join(root, 'mutants', file), 'utf8'));
  const reasons = readdirSync(path.join(root, 'mutants/reasons'))
    .flatMap((file) => read(`reasons/${file}`))
    .map(({ reason, ...patterns }) => ({
      reason,
      patterns: Object.entries(patterns).map(([field, pattern]) => [field, new RegExp(pattern)]),
    }));
  const measured = folders
    .filter((folder) => existsSync(path.join(root, 'mutants/measured', `${folder}.json`)))
    .map((folder) => ({ folder, files: read(`measured/${folder}.json`) }));
  const files = measured.flatMap((it) => it.files);
  const whole = scoreOf(files);
  const unmeasured = folders.filter((folder) => !measured.some((it) => it.folder === folder));
  const living = files.flatMap((it) =>
    it.living.map((mutant) => ({ file: it.file, ...mutant, reason: reasonOf(reasons, it.file, mutant) })),
  );
  writeFileSync(path.join(root, 'docs/mutants.md'), overview(measured, files, unmeasured, living));
  writeFileSync(path.join(root, 'docs/mutants-living.md'), listOf(living));
  const sentence = `Mutation score ${whole.toFixed(1)} % of ${measured.length} folders, at least ${LEAST} % is wanted.`;
  return { sentence, reached: whole >= LEAST };
}

const all = (files, field) => [...new Set(files.map((it) => it[field]))];
const sum = (files, field) => files.reduce((total, it) => total + it[field], 0);
const scoreOf = (files) =>
  (100 * sum(files, 'detected')) / Math.max(1, sum(files, 'detected') + sum(files, 'undetected'));

const reasonOf = (reasons, file, mutant) =>
  reasons.find(({ patterns }) =>
    patterns.every(([field, pattern]) => pattern.test(String({ file, ...mutant }[field]))),
  )?.reason ?? NO_REASON;

const row = (...cells) => `| ${cells.join(' | ')} |`;
const code = (text) => `\`${text.replaceAll('|', '\\|').replaceAll('`', 'ˋ')}\``;

function figuresOf(name, files, ...more) {
  const figures = ['detected', 'undetected', 'static'].map((field) => sum(files, field));
  return row(name, `${scoreOf(files).toFixed(1)} %`, ...figures, ...more);
}

function overview(measured, files, unmeasured, living) {
  const byReason = Object.entries(Object.groupBy(living, ({ reason }) => reason))
    .map(([reason, some]) => [reason, some.length])
    .toSorted(([, x], [, y]) => y - x);
  return `${[
    '<!-- Written by scripts/mutants-docs.mjs; the text around the figures stands in mutants/about.md. -->',
    readFileSync(new URL('../mutants/about.md', import.meta.url), 'utf8').trim(),
    '## The score by folder',
    [
      row('folder', 'score', 'found', 'living', 'not judged', 'measured on', 'commit'),
      row('---', '---:', '---:', '---:', '---:', '---', '---'),
      ...measured.map(({ folder, files: its }) =>
        figuresOf(folder, its, all(its, 'on').join(', '), all(its, 'commit').map(code).join(', ')),
      ),
      figuresOf('**all**', files, '', ''),
    ].join('\n'),
    unmeasured.length === 0 ? undefined : `Not measured yet: ${unmeasured.join(', ')}.`,
    '## By file',
    [
      row('file', 'score', 'found', 'living', 'not judged'),
      row('---', '---:', '---:', '---:', '---:'),
      ...files.map((it) => figuresOf(`\`${it.file}\``, [it])),
    ].join('\n'),
    '## Why some live',
    'Each of them stands in [mutants-living.md](mutants-living.md), with its reason.',
    [
      row('reason', 'mutants'),
      row('---', '---:'),
      ...byReason.map(([reason, count]) => row(reason, count)),
    ].join('\n'),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n')}\n`;
}

function listOf(living) {
  const byFile = Object.entries(Object.groupBy(living, ({ file }) => file));
  return `${[
    '# Mutants that live',
    'Written by `npm run test:mutants`; the reasons stand in `mutants/reasons`. Lines are those of the commit that was measured.',
    ...byFile.flatMap(([file, some]) => [
      `## ${file}`,
      [
        row('line', 'was', 'became', 'why it lives'),
        row('---:', '---', '---', '---'),
        ...some.map((it) => row(it.line, code(it.was), code(it.now), it.reason)),
      ].join('\n'),
    ]),
  ].join('\n\n')}\n`;
}
