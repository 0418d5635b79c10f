// One folder of libs/domain/src a run (`npm run test:mutants`): `MUTANTS_OF` names it, `MUTANTS_IN` some of its files.
const { MUTANTS_OF: folder, MUTANTS_IN: some = '' } = process.env;
const source = 'libs/domain/src';
const built = 'libs/domain/mutated';

export default {
  mutate: [
    ...(some === '' ? [`${folder}/*.ts`] : some.split(',')).map((file) => `${source}/${file}`),
    `!${source}/**/*.spec.ts`,
  ],
  buildCommand: 'node mutants/build.mjs',
  testRunner: 'mocha',
  mochaOptions: {
    require: ['mutants/words-of-specs.mjs'],
    // The calendars have specs of their own; the others look at which calendar was remembered (build.mjs).
    spec: [`${built}/${folder === 'calendar' ? folder : '*'}/*.spec.js`],
    // Its cases are made by chance: a mutant would die today and live tomorrow.
    ignore: [`${built}/*/*-{sequences,interleavings,total}.spec.js`],
  },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  // A busy machine is slow, not wrong; what runs in circles is noticed by how often it comes by.
  timeoutMS: 20_000,
  plugins: ['@stryker-mutator/mocha-runner', './mutants/case-labels.mjs'],
  ignorers: ['case-labels'],
  ignorePatterns: [
    '/apps',
    '/bench',
    '/dist',
    '/docs',
    '/screenshots',
    '/tests/*.ts',
    '/.data',
    '/mutants/report',
    '/mutants/sandbox-*',
  ],
  concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 1),
  reporters: ['json', 'html', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `mutants/report/${folder}.json` },
  htmlReporter: { fileName: `mutants/report/${folder}.html` },
  tempDirName: `mutants/sandbox-${folder}`,
};
