import type { FormField } from '../../pages/forms/form-view.js';
import { longDay } from '@linking/words/format.js';
import { fieldWords, valueWords } from '@linking/words/field-words.js';
import { historySentence } from '@linking/words/history-sentence.js';
import { sideText } from '@linking/words/link-terms.js';
import { readReason, reasonField } from './choices.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';
import {
  correctableFields,
  countingEvent,
  entryOf,
  nowField,
  nowValues,
  readNow,
} from './correctable-fields.js';

const correctReasons = ['typing-mistake', 'learned-later', 'misunderstood', 'other'];
const voidReasons = ['wrong-link', 'entered-twice', 'did-not-happen', 'other'];

/** Both are reached from the entry in the history. */
export const mendingForms: readonly CommandForm[] = [
  {
    command: 'correct-entry',
    group: 'Mending',
    title: 'Correct an entry',
    hint: 'The old value stays visible',
    submitLabel: 'Correct the entry',
    done: 'The entry is corrected. The old value stays visible in the history.',
    noteLabel: NOTE,
    notListed: true,
    hidden: (context) => ({
      event: entryAsked(context)?.event.id ?? '',
      field: fieldAsked(context)?.pointer ?? '',
    }),
    known: (context) => {
      const field = fieldAsked(context);
      return field === undefined
        ? knownEntry(context)
        : [
            ...knownEntry(context),
            { key: words(context, field.pointer), value: valueWords(field.value, field.pointer) },
          ];
    },
    fields: (context): readonly FormField[] => {
      const [entry, field] = [entryAsked(context), fieldAsked(context)];
      return entry === undefined || field === undefined
        ? []
        : [nowField(countingEvent(entry), field), reasonField(correctReasons)];
    },
    values: (context) => {
      const field = fieldAsked(context);
      return field === undefined ? {} : nowValues(field);
    },
    read: (posted, context) => {
      const [entry, field] = [entryAsked(context), fieldAsked(context)];
      const reasonCode = readReason(posted, correctReasons);
      const now = entry && field ? readNow(posted, countingEvent(entry), field) : undefined;
      const { pointer = '', value: was } = field ?? {};
      return { type: 'CorrectEntry', eventId: entry?.event.id ?? '', field: pointer, was, now, reasonCode };
    },
  },
  {
    command: 'void-entry',
    group: 'Mending',
    title: 'Void an entry',
    hint: 'It stays readable and counts no more',
    submitLabel: 'Void the entry',
    submitLook: 'warning',
    done: 'The entry is voided. It stays readable in the history.',
    noteLabel: NOTE,
    notListed: true,
    hidden: (context) => ({ event: entryAsked(context)?.event.id ?? '' }),
    known: knownEntry,
    fields: () => [reasonField(voidReasons)],
    read: (posted, context) => ({
      type: 'VoidEntry',
      eventId: entryAsked(context)?.event.id ?? '',
      reasonCode: readReason(posted, voidReasons),
    }),
  },
];

export const entryAsked = ({ link, preset }: FormContext) => entryOf(link, preset['event']);

export function fieldAsked(context: FormContext) {
  const entry = entryAsked(context);
  return entry && correctableFields(entry).find(({ pointer }) => pointer === context.preset['field']);
}

const words = ({ link, names }: FormContext, pointer: string) =>
  fieldWords(pointer, (side) => sideText(link, side, names));

function knownEntry(context: FormContext) {
  const entry = entryAsked(context);
  if (entry === undefined) return [];
  const { headline, details } = historySentence(countingEvent(entry), context.link, context.names);
  return [
    { key: 'Entry', value: headline },
    { key: 'Day', value: longDay(entry.event.occurredOn) },
    ...(details.length === 0 ? [] : [{ key: 'Details', value: details.join(' ') }]),
  ];
}

/** The first question of a correction: which value is wrong? */
export function wrongValues(context: FormContext, href: string) {
  const entry = entryAsked(context);
  return (entry === undefined ? [] : correctableFields(entry)).map(({ pointer, value }) => ({
    href: `${href}/record/correct-entry?event=${entry?.event.id}&field=${encodeURIComponent(pointer)}`,
    label: words(context, pointer),
    hint: valueWords(value, pointer),
  }));
}
