import type { LinkRequest } from '@linking/application/links/link-request.js';
import type { Link } from '@linking/domain/link/link.js';
import type { Posted } from '../http/page-answers.js';
import { commandFormView, type FormParts, type SentBack } from '../links/forms/command-form-view.js';
import type { CommandForm, FormContext } from '../links/forms/command-form.js';
import { commandForm } from '../links/forms/command-forms.js';
import { countingEvent, entryOf } from '../links/forms/correctable-fields.js';
import { textsOf } from '../links/link-reader.js';
import { listText, sideText } from '@linking/words/link-terms.js';
import type { FormPageView } from '../pages/forms/form-page.js';
import { longDay } from '@linking/words/format.js';
import { cellOf } from './sheet-cell.js';
import type { AskedForm } from './cell-wish.js';
import type { SheetStep } from './sheet-steps.js';

/** Commands whose forms a cell may open. */
const ASKED = [
  'sign-agreement',
  'record-training-attended',
  'record-meeting-held',
  'plan-meeting',
  'reschedule-meeting',
  'cancel-meeting',
  'skip-step',
  'correct-entry',
  'void-entry',
] as const;

export type AskedCommand = (typeof ASKED)[number];

/** The form of a link that a cell opens: the same boxes and rules, without what the cell has settled. */
export function askedFormPage(
  asked: AskedForm,
  step: SheetStep,
  context: FormContext,
  parts: FormParts,
  sentBack?: SentBack,
): FormPageView {
  const { link, names } = context;
  const form = formOf(asked);
  const more = { idPrefix: 'asked', ...(sentBack === undefined ? {} : { sentBack }) };
  const view = commandFormView(form, context, parts, more);
  const known = form.known?.(context) ?? [];
  return {
    title: form.title,
    eyebrow: `${link.ref} · ${listText([sideText(link, 'a', names), sideText(link, 'b', names)])}`,
    ...(known.length === 0 ? {} : { known }),
    form: {
      ...view,
      action: `/sheet/${link.ref}/${step.key}`,
      fields: view.fields.filter((field) => field.kind === 'row' || !(field.name in asked.settled)),
      values: sentBack === undefined ? { ...view.values, ...asked.values } : view.values,
      hidden: {
        ...view.hidden,
        ...asked.settled,
        asked: asked.command,
        settled: Object.keys(asked.settled).join(' '),
        besides: asked.besides.join(' '),
      },
      also: [{ href: `/sheet/${link.ref}`, label: 'Back to the row', look: 'link' }],
    },
  };
}

/** What a form that was asked says of itself when it comes back. */
export function askedFormOf(body: Posted): AskedForm | undefined {
  const texts = textsOf(body);
  const command = ASKED.find((one) => one === texts['asked']);
  if (command === undefined) return undefined;
  const settled = listed(texts['settled']).flatMap((name) => {
    const value = texts[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { command, settled: Object.fromEntries(settled), values: {}, besides: listed(texts['besides']) };
}

const listed = (words = '') => words.split(' ').filter(Boolean);

export function formOf({ command }: AskedForm): CommandForm {
  const form = commandForm(command);
  if (form === undefined) throw new Error(`There is no form of the command ${command}`);
  return form;
}

/** The same mending of the other entries that the cell stands for. */
export function besidesOf(asked: AskedForm, request: LinkRequest, link: Link): readonly LinkRequest[] {
  return asked.besides.flatMap((eventId): readonly LinkRequest[] => {
    const entry = entryOf(link, eventId);
    if (request.type === 'VoidEntry') return [{ ...request, eventId }];
    if (request.type !== 'CorrectEntry' || entry === undefined) return [];
    return [{ ...request, eventId, was: countingEvent(entry).occurredOn }];
  });
}

/** A training whose minutes were given for several rows at once wants no form of its own. */
export function trainingWithMinutes({ command, settled, values, on }: AskedForm, body: Posted) {
  const minutes = /^\d{1,3}$/.exec(textsOf(body)['minutes']?.trim() ?? '')?.[0];
  const [side, teacherId] = settled['teacher']?.split('.') ?? [];
  const kind = (['initial-full', 'initial-half'] as const).find((one) => one === values['kind']);
  if (command !== 'record-training-attended' || minutes === undefined || on === undefined) return undefined;
  if ((side !== 'a' && side !== 'b') || teacherId === undefined || kind === undefined) return undefined;
  const request: LinkRequest = {
    type: 'RecordTrainingAttended',
    side,
    teacherId,
    kind,
    minutes: Number(minutes),
  };
  return { request, on };
}

/** `BRD-2026-014: Training of Ash Primary, 1 October 2026.` */
export function savedSentence(
  link: Link,
  step: SheetStep,
  today: string,
  school: (side: 'a' | 'b') => string,
): string {
  const what = step.side === undefined ? step.heading : `${step.heading} of ${school(step.side)}`;
  const cell = cellOf(link, step, today);
  switch (cell.state) {
    case 'done':
      return `Saved: ${link.ref}, ${what}, ${longDay(cell.on)}.`;
    case 'planned':
      return `Saved: ${link.ref}, ${what} planned for ${longDay(cell.on)}.`;
    case 'skipped':
      return `Saved: ${link.ref}, ${what} is skipped.`;
    case 'due':
    case 'not-needed':
    case 'open':
      return `Saved: ${link.ref}, ${what}. The cell is empty now.`;
  }
}
