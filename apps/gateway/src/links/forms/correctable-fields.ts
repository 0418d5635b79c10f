import * as codes from '@linking/events/link/codes.js';
import { fits, isFixed } from '@linking/domain/link/correctable.js';
import type { Entry, Link, RecordedLinkEvent } from '@linking/domain/link/link.js';
import type { FormView, SingleField } from '../../pages/forms/form-view.js';
import { dateValues } from '../../pages/forms/date-field.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { valueOf } from '@linking/words/field-words.js';
import { optionsOf } from './choices.js';
import { readScore } from './score-fields.js';

export interface CorrectableField {
  readonly pointer: string;
  readonly value: unknown;
}

/** The entry as it counts now. */
export const countingEvent = (entry: Entry): RecordedLinkEvent => entry.corrected ?? entry.event;

export const entryOf = (link: Link, id: string | undefined): Entry | undefined =>
  link.entries.find(({ event, voided }) => event.id === id && !voided);

/** What can be corrected in an entry: single values and lists of codes that are no identity of it. */
export function correctableFields(entry: Entry): readonly CorrectableField[] {
  const event = countingEvent(entry);
  const own = event.type === 'MeetingHeld' ? [] : ['/occurredOn'];
  return [...own, ...pointersOf(event.data)]
    .map((pointer) => ({ pointer, value: valueOf(event, pointer) }))
    .filter(({ pointer, value }) => !isFixed(event, pointer) && fits(event, pointer, value, value));
}

function pointersOf(data: object): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value as object).map((inner) => `/${name}/${inner}`)
      : [`/${name}`],
  );
}

type FieldKind = 'day' | 'time' | 'count' | 'score' | 'yes-no' | 'year-groups' | 'codes' | 'code' | 'words';

function kindOf(event: RecordedLinkEvent, { pointer, value }: CorrectableField): FieldKind {
  if (pointer === '/yearGroups') return 'year-groups';
  if (typeof value === 'boolean') return 'yes-no';
  if (typeof value === 'number') return pointer.startsWith('/scores/') ? 'score' : 'count';
  if (Array.isArray(value)) return 'codes';
  if (pointer === '/occurredOn' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)))
    return 'day';
  if (typeof value === 'string' && /^\d{2}:\d{2}$/.test(value)) return 'time';
  return allowed(event, { pointer, value }).length > 0 ? 'code' : 'words';
}

/** The codes that may stand at a place; none where any code may. */
function allowed(event: RecordedLinkEvent, { pointer, value }: CorrectableField): readonly string[] {
  const fit = (code: string) => fits(event, pointer, value, Array.isArray(value) ? [code] : code);
  return fit('no-such-code') ? [] : [...new Set(Object.values(codes).flat().map(String))].filter(fit);
}

const yearGroups = Array.from({ length: 14 }, (_, year) => ({
  value: String(year),
  label: year === 0 ? 'Reception' : `Year ${year}`,
}));

/** The box for the right value, of the kind that the wrong one has. */
export function nowField(event: RecordedLinkEvent, field: CorrectableField): SingleField {
  const asked = { name: 'now', label: 'What should it say?' };
  switch (kindOf(event, field)) {
    case 'day':
      return { kind: 'date', ...asked };
    case 'time':
      return { kind: 'time', ...asked, width: 5 };
    case 'count':
      return { kind: 'number', ...asked, width: 4 };
    case 'score':
      return { kind: 'text', ...asked, hint: 'From 1 to 5, such as 3.4', width: 4 };
    case 'yes-no':
      return { kind: 'radios', ...asked, inline: true, options: optionsOf(['yes', 'no']) };
    case 'year-groups':
      return { kind: 'checkboxes', ...asked, options: yearGroups };
    case 'codes':
      return { kind: 'checkboxes', ...asked, options: optionsOf(allowed(event, field)) };
    case 'code':
      return { kind: 'radios', ...asked, options: optionsOf(allowed(event, field)) };
    case 'words':
      return {
        kind: 'text',
        ...asked,
        hint: 'A code of small letters and dashes, such as staff-illness',
        width: 20,
      };
  }
}

export function nowValues({ value }: CorrectableField): FormView['values'] {
  if (Array.isArray(value)) return { now: value.map(String) };
  if (typeof value === 'boolean') return { now: value ? 'yes' : 'no' };
  if (typeof value === 'string' && /^\d{4}-/.test(value)) return dateValues('now', value);
  return { now: String(value) };
}

export function readNow(posted: PostedForm, event: RecordedLinkEvent, field: CorrectableField): unknown {
  switch (kindOf(event, field)) {
    case 'day':
      return posted.day('now', 'Enter the right day');
    case 'time':
      return posted.time('now', 'Enter the right time, such as 10:00');
    case 'count':
      return posted.count('now', 'Enter the right number', 99_999);
    case 'score':
      return readScore(posted, 'now');
    case 'yes-no':
      return posted.oneOf('now', ['yes', 'no'], 'Choose yes or no') === 'yes';
    case 'year-groups':
      return posted
        .someOf(
          'now',
          yearGroups.map(({ value }) => value),
        )
        .map(Number);
    case 'codes':
      return posted.someOf('now', allowed(event, field));
    case 'code':
      return posted.oneOf('now', allowed(event, field), 'Choose the right value');
    case 'words':
      return posted.line('now', 'Enter the right value');
  }
}
