import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { Refusal, type RefusalCode } from '@linking/domain/refusal.js';
import type { FormError } from '../pages/forms/form-view.js';

/**
 * What a person reads when her form was refused, beside its box where there is one; every other error is thrown again.
 * @param thing what she was changing, such as `the session`
 * @param boxes the box that a refusal is about
 */
export const formErrors =
  (thing: string, boxes: Readonly<Partial<Record<RefusalCode, string>>> = {}) =>
  (error: unknown): FormError => {
    if (error instanceof ChangedBySomeoneElse) {
      return { message: `${error.message} Look at ${thing} as it is now and save again.` };
    }
    if (!(error instanceof Refusal)) throw error;
    const field = boxes[error.code];
    const { nextStep } = error.more;
    const message = nextStep === undefined ? error.sentence : `${error.sentence} ${nextStep}`;
    return { message, ...(field === undefined ? {} : { field }) };
  };
