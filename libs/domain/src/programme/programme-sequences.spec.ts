import { publishedLanguage } from '@linking/events/known-types.js';
import { manyLives, type Met } from '../spec-support/random-life.js';
import { refusalsOf } from '../spec-support/refusal-givers.js';
import { programmeRules } from './spec-support/any-programme-command.js';

describe('whatever is asked of a programme, in any order', () => {
  let met: Met;
  beforeAll(() => {
    met = manyLives(programmeRules);
  });

  it('is decided or refused, the same again is nothing new, and its facts read again give the same programme', () => {
    expect(met.entered / met.commands).toBeGreaterThan(0.4);
  });

  it('every event of a programme was made, and every refusal met', () => {
    expect([...met.events].toSorted()).toEqual(Object.keys(publishedLanguage.programme).toSorted());
    expect([...met.refusals].toSorted()).toEqual(refusalsOf('programme').toSorted());
  });
});
