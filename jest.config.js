const shared = {
  // Plain Node processes that read TypeScript: docs/adr/0011.
  runner: '<rootDir>/tests/support/spec-runner.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/support/time-limits.mjs'],
  testRegex: '\\.spec\\.tsx?$',
};

export default {
  // One more than the cores of a small machine: whole-system specs wait for timers and for other processes half of their time.
  maxWorkers: 3,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      setupFilesAfterEnv: [...shared.setupFilesAfterEnv, '<rootDir>/tests/support/same-lives.mjs'],
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
