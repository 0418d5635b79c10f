import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { yearEnd } from '@linking/domain/calendar/academic-year.js';
import { closable } from '@linking/domain/link/closable.js';
import type { Link } from '@linking/domain/link/link.js';
import type { SoftRule } from '@linking/domain/refusal.js';
import { optionsOf } from '../links/forms/choices.js';
import { incompleteReasons } from '../links/forms/course-forms.js';
import { readOverrides, reasonFields } from '../links/forms/soft-rules.js';
import type { FormField, FormView, Option, SingleField } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';

const decisions = ['leave', 'complete', 'close-incomplete'] as const;
type Decision = (typeof decisions)[number];

const labels: Readonly<Record<Decision, string>> = {
  leave: 'Leave it open',
  complete: 'Complete',
  'close-incomplete': 'Close incomplete',
};

/** The box of one link. */
export const boxOf = (ref: string) => `${ref}.what`;
const revisionBox = (ref: string) => `${ref}.revision`;

/** What may become of one link now: only what its own rules would take. */
export function decisionField(link: Link, label: string, hint: string): SingleField {
  const ways = closable(link);
  const options = decisions
    .filter((one) => one === 'leave' || (one === 'complete' ? ways.complete : ways.incomplete))
    .map((value): Option => ({ value, label: labels[value] }));
  return { kind: 'radios', name: boxOf(link.ref), label, hint, inline: true, options };
}

/** What is ready is completed unless somebody says otherwise; all else waits for her. */
export const presetValues = (links: readonly Link[], others: Decision): FormView['values'] =>
  Object.fromEntries(
    links.map((link) => [boxOf(link.ref), closable(link).ready ? 'complete' : presetOf(link, others)]),
  );

const presetOf = (link: Link, others: Decision): Decision =>
  others === 'close-incomplete' && closable(link).incomplete ? others : 'leave';

export const readPreset = (others: unknown): Decision =>
  others === 'close-incomplete' ? 'close-incomplete' : 'leave';

/** The revision of each link that she looks at: what somebody records meanwhile is not closed over. */
export const revisionsSeen = (links: readonly Link[]): Readonly<Record<string, string>> =>
  Object.fromEntries(links.map(({ ref, revision }) => [revisionBox(ref), String(revision)]));

/** Reasons, once for all links that a rule asks them for. */
export function reasonsFor(links: readonly Link[], year: string, today: string): readonly FormField[] {
  const [few, incomplete] = [
    links.some((link) => closable(link).complete && !closable(link).ready),
    links.some((link) => closable(link).incomplete),
  ];
  const rules: readonly SoftRule[] = [
    ...(few ? (['two-meetings'] as const) : []),
    ...(incomplete && today < yearEnd(year) ? (['before-year-end'] as const) : []),
  ];
  return [
    ...(incomplete
      ? [
          {
            kind: 'select' as const,
            name: 'reasonCode',
            label: 'Why is something missing?',
            optional: true,
            options: [{ value: '', label: 'No reason given' }, ...optionsOf(incompleteReasons)],
          },
        ]
      : []),
    ...reasonFields(rules),
  ];
}

export interface Closing {
  readonly link: Link;
  readonly request: LinkRequest;
  readonly said: Said;
  /** What she saw when she decided; as the link stands when the page did not say. */
  readonly revision: number;
}

export function readClosings(posted: PostedForm, links: readonly Link[]): readonly Closing[] {
  const overrides = readOverrides(posted);
  const said = overrides.length === 0 ? {} : { overrides };
  const reasonCode = posted.optionalOneOf('reasonCode', incompleteReasons);
  const why = reasonCode === undefined ? {} : { reasonCode };
  return links.flatMap((link): readonly Closing[] => {
    const what = posted.optionalOneOf(boxOf(link.ref), decisions) ?? 'leave';
    if (what === 'leave') return [];
    const seen = /^\d{1,9}$/.exec(posted.typed(revisionBox(link.ref)))?.[0];
    const revision = seen === undefined ? link.revision : Number(seen);
    const request: LinkRequest =
      what === 'complete' ? { type: 'Complete' } : { type: 'CloseIncomplete', ...why };
    return [{ link, request, said, revision }];
  });
}
