import type { Said } from '@linking/application/links/link-request.js';
import type { SoftRule } from '@linking/domain/refusal.js';
import type { FormField } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { optionsOf } from './choices.js';

/** What may be given as the reason where a rule asks for one. */
const reasons: Readonly<Record<SoftRule, readonly string[]>> = {
  'class-in-two-links': ['three-class-link', 'unequal-forms', 'heads-agreed', 'other'],
  'distance-limit': ['heads-agreed', 'no-nearer-partner', 'meeting-half-way', 'other'],
  'linked-before': ['heads-agreed', 'other-classes', 'continues', 'other'],
  'neutral-venue-first': ['access-needs', 'no-venue-free', 'cost', 'heads-agreed', 'other'],
  'before-year-end': ['agreed-with-schools', 'no-answer', 'school-is-busy', 'other'],
  'two-meetings': ['disruption', 'school-withdrew-a-visit', 'late-start', 'not-recorded', 'other'],
};

const questions: Readonly<Record<SoftRule, string>> = {
  'class-in-two-links': 'Why is a class in two links?',
  'distance-limit': 'Why are they linked over this distance?',
  'linked-before': 'Why are they linked again?',
  'neutral-venue-first': 'Why is it not at a neutral venue?',
  'before-year-end': 'Why is it closed before the year ends?',
  'two-meetings': 'Why is it complete all the same?',
};

const rules = Object.keys(reasons) as readonly SoftRule[];
const reasonName = (rule: SoftRule) => `override.${rule}.reasonCode`;
const noteName = (rule: SoftRule) => `override.${rule}.note`;

/** Rules for which a reason was asked already; their boxes stay in the form. */
export const rulesAsked = (posted: PostedForm): readonly SoftRule[] =>
  rules.filter((rule) => posted.list(reasonName(rule)).length > 0);

export const reasonFields = (asked: readonly SoftRule[]): readonly FormField[] =>
  asked.flatMap((rule) => [
    {
      kind: 'select',
      name: reasonName(rule),
      label: questions[rule],
      options: [{ value: '', label: 'Choose a reason' }, ...optionsOf(reasons[rule])],
    },
    { kind: 'textarea', name: noteName(rule), label: 'More about the reason', optional: true, rows: 2 },
  ]);

/** The name of the box in which a rule is answered: where its error belongs. */
export const reasonBox = reasonName;

export function readOverrides(posted: PostedForm): NonNullable<Said['overrides']> {
  return rulesAsked(posted).flatMap((rule) => {
    const reasonCode = posted.optionalOneOf(reasonName(rule), reasons[rule]);
    const note = posted.words(noteName(rule));
    return reasonCode === undefined ? [] : [{ rule, reasonCode, ...(note === undefined ? {} : { note }) }];
  });
}
