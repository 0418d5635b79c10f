import './tests/support/typescript-imports.mjs';

// The workers of Jest are plain Node processes that read TypeScript (docs/adr/0011): time-limits.mjs gives the options back.
process.env.OUTER_NODE_OPTIONS ??= process.env.NODE_OPTIONS ?? '';
process.env.NODE_OPTIONS = [
  process.env.OUTER_NODE_OPTIONS,
  `--import=${new URL('tests/support/typescript-imports.mjs', import.meta.url)}`,
  '--enable-source-maps',
  '--disable-warning=ExperimentalWarning',
].join(' ');

const shared = {
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  setupFilesAfterEnv: ['<rootDir>/tests/support/time-limits.mjs'],
  testRegex: '\\.spec\\.tsx?$',
};

export default {
  maxWorkers: 2,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: ['<rootDir>/apps', '<rootDir>/libs'],
    },
    {
      ...shared,
      displayName: 'system',
      roots: ['<rootDir>/tests'],
      globalSetup: '<rootDir>/tests/support/global-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
    },
  ],
};
