import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import type { Refusal, RefusalCode, SoftRule } from '@linking/domain/refusal.js';
import { dateValues } from '../../pages/forms/date-field.js';
import { singleFields } from '../../pages/forms/field-ids.js';
import type { ChangedMeanwhile, FormError, FormField, FormView } from '../../pages/forms/form-view.js';
import { PostedForm } from '../../pages/forms/posted-form.js';
import type { Posted } from '../../http/page-answers.js';
import { withSchools } from '@linking/words/link-terms.js';
import type { CommandForm, FormContext } from './command-form.js';
import { readOverrides, reasonBox, reasonFields, rulesAsked } from './soft-rules.js';

export interface FormParts {
  readonly csrf: string;
  readonly idempotencyKey: string;
}

/** Present when the form comes back: what was typed, and why. */
export interface SentBack {
  readonly posted: PostedForm;
  readonly errors: readonly FormError[];
  readonly rules: readonly SoftRule[];
  readonly changedMeanwhile?: ChangedMeanwhile;
}

export function commandFormView(
  form: CommandForm,
  context: FormContext,
  parts: FormParts,
  more: { readonly sentBack?: SentBack; readonly idPrefix?: string } = {},
): FormView {
  const { link, today } = context;
  const { sentBack, idPrefix } = more;
  const href = `/links/${link.ref}`;
  const start = { ...dateValues('occurredOn', today), ...form.values?.(context) };
  return {
    ...parts,
    action: `${href}/record/${form.command}`,
    fields: fieldsOf(form, context, sentBack?.rules ?? []),
    submitLabel: form.submitLabel,
    ...(form.submitLook === undefined ? {} : { submitLook: form.submitLook }),
    values: sentBack === undefined ? start : sentBack.posted.values(),
    errors: sentBack?.errors ?? [],
    hidden: { ...form.hidden?.(context), ...cameFrom(context), expectedRevision: String(link.revision) },
    also: [
      isFromToday(context)
        ? { href: '/today', label: 'Back to Today', look: 'link' }
        : { href, label: 'Back to the link', look: 'link' },
    ],
    ...(sentBack?.changedMeanwhile === undefined ? {} : { changedMeanwhile: sentBack.changedMeanwhile }),
    ...(idPrefix === undefined ? {} : { idPrefix }),
  };
}

/** Whoever came from Today goes back to it. */
export const isFromToday = ({ preset }: Pick<FormContext, 'preset'>) => preset['from'] === 'today';
const cameFrom = (context: FormContext): Readonly<Record<string, string>> =>
  isFromToday(context) ? { from: 'today' } : {};

function fieldsOf(form: CommandForm, context: FormContext, rules: readonly SoftRule[]): readonly FormField[] {
  return [
    ...(form.fields?.(context) ?? []),
    ...(form.dayLabel === undefined
      ? []
      : [{ kind: 'date', name: 'occurredOn', label: form.dayLabel } as const]),
    ...reasonFields(rules),
    ...(form.noteLabel === undefined
      ? []
      : [{ kind: 'textarea', name: 'note', label: form.noteLabel, optional: true } as const]),
  ];
}

export interface ReadCommand {
  readonly posted: PostedForm;
  readonly request: LinkRequest;
  readonly said: Said;
  readonly expectedRevision: number | undefined;
}

export function readCommand(form: CommandForm, body: Posted, context: FormContext): ReadCommand {
  const posted = new PostedForm(body);
  const request = form.read(posted, context);
  const occurredOn = form.dayLabel === undefined ? undefined : posted.day('occurredOn', 'Enter the day');
  const note = posted.words('note');
  const overrides = readOverrides(posted);
  const revision = /^\d{1,9}$/.exec(posted.typed('expectedRevision'))?.[0];
  return {
    posted,
    request,
    said: {
      ...(occurredOn === undefined ? {} : { occurredOn }),
      ...(note === undefined ? {} : { note }),
      ...(overrides.length === 0 ? {} : { overrides }),
    },
    expectedRevision: revision === undefined ? undefined : Number(revision),
  };
}

/** Boxes that a refusal is about, by its code; the first one that the form has. */
const boxes: Partial<Record<RefusalCode, readonly string[]>> = {
  DATE_IN_FUTURE: ['on', 'occurredOn'],
  DATE_NOT_KNOWN: ['occurredOn'],
  END_BEFORE_START: ['endsAt', 'to'],
  PUPIL_NUMBERS: ['pupilsA', 'pupilCount', 'now'],
  PLACE_OF_MEETING_MISSING: ['place'],
  VENUE_UNKNOWN: ['place'],
  MEETING_ALREADY_PLANNED: ['number'],
  ANOTHER_DATE_NOT_ASKED: ['side'],
  MEETING_NOT_PLANNED: ['number'],
  MEETING_ALREADY_HELD: ['number'],
  TICK_MISSING: ['agreed'],
  AGREEMENT_ALREADY_SIGNED: ['side'],
  AGREEMENT_NOT_ISSUED: ['side'],
  AGREEMENT_REVOKED: ['side'],
  ANSWER_TOO_EARLY: ['occurredOn'],
  ENTRY_FIELD_UNKNOWN: ['now'],
  STEP_ALREADY_DONE: ['step'],
  RATING_NOT_VALID: ['rating', 'now'],
  PARENT_NUMBERS: ['count', 'now'],
  SURVEY_NUMBERS: ['n'],
  CONSENT_MISSING: ['consentUntil'],
  WORDS_MISSING: ['note'],
  NEW_DATE_PAST: ['newTarget'],
  NEW_DATE_WITHOUT_STEP: ['about'],
};

/** A refusal as it is shown in the form: beside its box, with the next step and, for a soft rule, a box for the reason. */
export function sentBackBy(
  refusal: Refusal,
  form: CommandForm,
  context: FormContext,
  posted: PostedForm,
): SentBack {
  const { code, more } = refusal;
  const sentence = withSchools(refusal.sentence, context.link, context.names);
  const asked = rulesAsked(posted);
  const rules = more.rule === undefined || asked.includes(more.rule) ? asked : [...asked, more.rule];
  if (more.rule !== undefined) {
    return { posted, rules, errors: [{ field: reasonBox(more.rule), message: sentence }] };
  }
  const names = singleFields(fieldsOf(form, context, rules)).map(({ name }) => name);
  const field = boxes[code]?.find((name) => names.includes(name));
  const message = more.nextStep === undefined ? sentence : `${sentence} ${more.nextStep}`;
  return { posted, rules, errors: [field === undefined ? { message } : { field, message }] };
}
