import { publishedLanguage } from '@linking/events/known-types.js';
import { manyLives, type Met } from '../spec-support/random-life.js';
import { refusalsOf } from '../spec-support/refusal-givers.js';
import { trainingRules } from './spec-support/any-training-command.js';

describe('whatever is asked of a training session, in any order', () => {
  let met: Met;
  beforeAll(() => {
    met = manyLives(trainingRules);
  });

  it('is decided or refused, the same again is nothing new, and its facts read again give the same session', () => {
    expect(met.entered / met.commands).toBeGreaterThan(0.4);
  });

  it('every event of a session was made, and every refusal met', () => {
    expect([...met.events].toSorted()).toEqual(Object.keys(publishedLanguage.training).toSorted());
    expect([...met.refusals].toSorted()).toEqual(refusalsOf('training').toSorted());
  });
});
