import type { SoftRule } from '@linking/domain/refusal.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { reasonFields } from '../links/forms/soft-rules.js';
import type { ContinuedWords } from './partner-surroundings.js';
import { startHref } from './partner-view-models.js';
import { classKey, type OfferedClassWords } from './waiting-classes.js';

export interface ProposeFormMaterial {
  readonly a: OfferedClassWords;
  readonly b: OfferedClassWords;
  readonly rules: readonly SoftRule[];
  readonly today: string;
  readonly parts: { readonly csrf: string; readonly idempotencyKey: string };
  readonly posted?: PostedForm;
  /** The link that goes on. */
  readonly continued?: ContinuedWords | undefined;
}

export function proposeForm({ a, b, rules, today, parts, posted, continued }: ProposeFormMaterial): FormView {
  return {
    ...parts,
    action: '/links/propose',
    fields: [
      { kind: 'date', name: 'occurredOn', label: 'When were they brought together?' },
      ...reasonFields(rules),
      { kind: 'textarea', name: 'note', label: 'Note', optional: true },
    ],
    submitLabel: 'Propose the link',
    values: posted?.values() ?? dateValues('occurredOn', today),
    errors: posted?.errors ?? [],
    hidden: {
      a: classKey(a.item),
      b: classKey(b.item),
      ...(continued === undefined ? {} : { from: continued.ref }),
    },
    also: [{ href: startHref(classKey(a.item), continued), label: 'Choose another partner', look: 'link' }],
  };
}
