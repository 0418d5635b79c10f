// The specs say `test`, `it.each` and `expect` as Jest does; mocha runs them here, since it keeps the modules loaded.
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
  });
};
