// One folder of libs/domain/src a run (scripts/mutants.mjs): `MUTANTS_OF` names it.
const folder = process.env.MUTANTS_OF;
const src = 'libs/domain/src';
const built = 'libs/domain/mutated';

// The calendars remember a year once they have made it. Their mutants each get a fresh process, and their own specs only.
const ofItsOwn = folder === 'calendar';

export default {
  testRunner: 'mocha',
  mochaOptions: {
    require: ['mutants/words-of-specs.mjs', ...(ofItsOwn ? [] : ['mutants/prepared-once.mjs'])],
    spec: [`${built}/${ofItsOwn ? folder : '*'}/*.spec.js`],
    ignore: [`${built}/link/link-properties.spec.js`],
  },
  buildCommand: [
    `esbuild ${src}/**/*.spec.ts --bundle --splitting --platform=node --format=esm --packages=external`,
    `--alias:@jest/globals=./mutants/jest-globals.mjs --outbase=${src} --outdir=${built}`,
  ].join(' '),
  coverageAnalysis: ofItsOwn ? 'off' : 'perTest',
  ignoreStatic: !ofItsOwn,
  mutate: [`${src}/${folder}/*.ts`, `!${src}/**/*.spec.ts`],
  ignorePatterns: ['/apps', '/bench', '/dist', '/docs', '/screenshots', '/tests/*.ts', '/.data'],
  plugins: ['@stryker-mutator/mocha-runner', './mutants/case-labels.mjs'],
  ignorers: ['case-labels'],
  concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 1),
  reporters: ['json', 'html', 'clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `mutants/report/${folder}.json` },
  htmlReporter: { fileName: `mutants/report/${folder}.html` },
  tempDirName: `mutants/sandbox-${folder}`,
};
