import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { Refusal } from '@linking/domain/refusal.js';
import { formErrors } from './form-errors.js';

describe('what a person reads when her form was refused', () => {
  const errorOf = formErrors('the grant', { DATE_IN_FUTURE: 'on' });

  it('is the sentence with what to do next, beside its box', () => {
    const refusal = new Refusal('DATE_IN_FUTURE', '3 May is in the future.', { nextStep: 'Change the day.' });
    expect(errorOf(refusal)).toEqual({ field: 'on', message: '3 May is in the future. Change the day.' });
  });

  it('stands above the form when no box is meant', () => {
    expect(errorOf(new Refusal('VENUE_UNKNOWN', 'There is no such venue.'))).toStrictEqual({
      message: 'There is no such venue.',
    });
  });

  it('names what somebody else changed meanwhile', () => {
    expect(errorOf(new ChangedBySomeoneElse(3, null, [])).message).toMatch(
      /changed by someone else .* Look at the grant as it is now and save again\.$/,
    );
  });

  it('is nothing when the form was not refused: such an error goes on', () => {
    expect(() => errorOf(new Error('the disk is full'))).toThrow('the disk is full');
  });
});
