import { publishedLanguage } from '@linking/events/known-types.js';
import { manyLives, type Met } from '../spec-support/random-life.js';
import { refusalsOf } from '../spec-support/refusal-givers.js';
import { interestRules } from './spec-support/any-interest-command.js';

describe('whatever is asked of an interest, in any order', () => {
  let met: Met;
  beforeAll(() => {
    met = manyLives(interestRules);
  });

  it('is decided or refused, the same again is nothing new, and its facts read again give the same interest', () => {
    expect(met.entered / met.commands).toBeGreaterThan(0.3);
  });

  it('every event of an interest was made, and every refusal met', () => {
    expect([...met.events].toSorted()).toEqual(Object.keys(publishedLanguage.interest).toSorted());
    expect([...met.refusals].toSorted()).toEqual(refusalsOf('interest').toSorted());
  });
});
