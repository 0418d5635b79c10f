// What a spec prepares while it is loaded runs without a mutant. A mutant that tests reach too is judged by those tests
// alone, so that the next one needs no new process; what only the loading reaches stays "static".
export const mochaHooks = {
  afterAll() {
    const coverage = globalThis.__stryker__.mutantCoverage;
    for (const reached of Object.values(coverage?.perTest ?? {})) {
      for (const mutant of Object.keys(reached)) delete coverage.static[mutant];
    }
  },
};
