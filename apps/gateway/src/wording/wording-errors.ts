import type { WordingKind } from '@linking/domain/wording/wording-kinds.js';
import { wordingFaults, wordingFields, type WordingText } from '@linking/domain/wording/wording-text.js';
import { formErrors } from '../http/form-errors.js';
import type { FormError } from '../pages/forms/form-view.js';

/** What a person reads when words were refused for another reason than what stands in a box. */
export const errorOf = formErrors('the wording');

/** What is wrong with typed words: the first fault of each box, in the order of the boxes. */
export function wordingErrors(
  wording: WordingKind,
  text: WordingText,
  checked: boolean,
): readonly FormError[] {
  const faults = wordingFaults(wording, text, checked);
  return wordingFields.flatMap((field) => {
    const first = faults.find((fault) => fault.field === field);
    return first === undefined ? [] : [{ ...errorOf(first.refusal), field }];
  });
}
