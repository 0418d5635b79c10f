// The specs say `test`, `it.each`, `describe.each` and `expect` as Jest does; mocha runs them here, since it keeps the modules loaded.
import { expect } from 'expect';
import { bind } from 'jest-each';
import Mocha from 'mocha';

const { bdd } = Mocha.interfaces;

Mocha.interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on('pre-require', (words) => {
    words.expect = expect;
    words.it.each = bind(words.it, false);
    words.test = words.it;
    words.describe.each = bind(words.describe, false);
  });
};

export const mochaHooks = {
  // What a spec prepares while it is loaded runs without a mutant. A mutant that tests reach too is judged by those tests
  // alone, so that the next one needs no new process; what only the loading reaches stays "static".
  afterAll() {
    const coverage = globalThis.__stryker__.mutantCoverage;
    for (const reached of Object.values(coverage?.perTest ?? {})) {
      for (const mutant of Object.keys(reached)) delete coverage.static[mutant];
    }
  },
};
