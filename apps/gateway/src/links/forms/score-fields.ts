import { surveyOutcomes } from '@linking/events/link/codes.js';
import type { SurveyScores } from '@linking/events/link/link-events.js';
import { isScore } from '@linking/domain/link/survey-numbers.js';
import type { SingleField } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { outcomeMeasures } from '@linking/words/impact-terms.js';
import { capital } from '@linking/words/link-terms.js';

const nameOf = (code: string) => `scores.${code}`;

/** A box a measure; the first one says how it is filled. */
export const scoreFields: readonly SingleField[] = surveyOutcomes.map((code, index) => ({
  kind: 'text',
  name: nameOf(code),
  label: `${capital(outcomeMeasures[code])} (${code})`,
  ...(index === 0
    ? { hint: 'The mean of the class from 1 to 5, such as 3.4. Leave out what was not asked.' }
    : {}),
  optional: true,
  width: 4,
}));

export function readScores(posted: PostedForm): SurveyScores {
  return Object.fromEntries(
    surveyOutcomes
      .filter((code) => posted.typed(nameOf(code)) !== '')
      .map((code) => [code, readScore(posted, nameOf(code))]),
  );
}

/** `3.4` and `3,4`; what is no mean is remembered as an error of the box. */
export function readScore(posted: PostedForm, name: string): number {
  const text = posted.typed(name).replace(',', '.');
  const score = /^\d(\.\d{1,2})?$/.test(text) ? Number(text) : NaN;
  if (!isScore(score)) posted.wrong(name, 'Enter a number from 1 to 5, such as 3.4');
  return score;
}
