import type { ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import { calendarOf } from '@linking/domain/programme/programme-year.js';
import type { Programme } from '@linking/domain/programme/programme.js';
import { TermDatesUnreadable, typedDay } from '@linking/domain/programme/term-dates-file.js';
import { avoidedKinds, closureKinds } from '@linking/events/programme/codes.js';
import type { EnteredTerm, TermDates } from '@linking/events/programme/programme-events.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';

const names = ['autumn', 'spring', 'summer'] as const;
const titles = { autumn: 'Autumn', spring: 'Spring', summer: 'Summer' } as const;

const days = (...pair: readonly (readonly [name: string, label: string])[]): FormField => ({
  kind: 'row',
  fields: pair.map(([name, label]) => ({ kind: 'date', name, label })),
});

export const termDatesFields: readonly FormField[] = [
  ...names.flatMap((name): readonly FormField[] => [
    days(
      [`${name}.firstDay`, `${titles[name]} term begins`],
      [`${name}.lastDay`, `${titles[name]} term ends`],
    ),
    days(
      [`${name}.halfTermFrom`, `${titles[name]} half-term, first day`],
      [`${name}.halfTermTo`, `${titles[name]} half-term, last day`],
    ),
  ]),
  {
    kind: 'textarea',
    name: 'closedDays',
    label: 'Closed days',
    hint: `One a line, such as "4/1/2027 inset" or "24/5/2027 to 25/5/2027 closed". Kinds: ${closureKinds.join(', ')}.`,
    rows: 4,
    optional: true,
  },
  {
    kind: 'textarea',
    name: 'daysToAvoid',
    label: 'Days to avoid',
    hint: `A meeting on such a day brings a warning. One a line, such as "10/5/2027 to 13/5/2027 sats". Kinds: ${avoidedKinds.join(', ')}.`,
    rows: 4,
    optional: true,
  },
];

/** What is known of the year, or the national defaults. */
export function knownDates(programme: Programme, academicYear: string): TermDates {
  const entered = programme.termDates.find((it) => it.academicYear === academicYear);
  const { terms } = calendarOf(programme, academicYear);
  return entered ?? { academicYear, terms, closedDays: [], daysToAvoid: [] };
}

export function termDatesValues({ terms, closedDays, daysToAvoid }: TermDates): FormView['values'] {
  const days = terms.flatMap(({ name, firstDay, lastDay, halfTerm }) => [
    dateValues(`${name}.firstDay`, firstDay),
    dateValues(`${name}.halfTermFrom`, halfTerm.from),
    dateValues(`${name}.halfTermTo`, halfTerm.to),
    dateValues(`${name}.lastDay`, lastDay),
  ]);
  return {
    ...Object.assign({}, ...days),
    closedDays: linesOf(closedDays),
    daysToAvoid: linesOf(daysToAvoid),
  };
}

type Line = { readonly from: string; readonly to: string; readonly kind: string };

const british = (day: string) => day.split('-').toReversed().map(Number).join('/');

const linesOf = (days: readonly Line[]): string =>
  days
    .map(
      ({ from, to, kind }) => `${from === to ? british(from) : `${british(from)} to ${british(to)}`} ${kind}`,
    )
    .join('\n');

export function readTermDatesForm(posted: PostedForm, academicYear: string): ProgrammeRequest {
  const term = <Name extends EnteredTerm['name']>(name: Name) => ({
    name,
    firstDay: posted.day(`${name}.firstDay`, `Enter when the ${name} term begins`),
    lastDay: posted.day(`${name}.lastDay`, `Enter when the ${name} term ends`),
    halfTerm: {
      from: posted.day(`${name}.halfTermFrom`, `Enter the first day of the ${name} half-term`),
      to: posted.day(`${name}.halfTermTo`, `Enter the last day of the ${name} half-term`),
    },
  });
  return {
    type: 'EnterTermDates',
    academicYear,
    terms: [term('autumn'), term('spring'), term('summer')],
    closedDays: readLines(posted, 'closedDays', closureKinds),
    daysToAvoid: readLines(posted, 'daysToAvoid', avoidedKinds),
  };
}

function readLines<Kind extends string>(
  posted: PostedForm,
  name: string,
  kinds: readonly Kind[],
): readonly { readonly from: string; readonly to: string; readonly kind: Kind }[] {
  const lines = (posted.words(name) ?? '')
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: index + 1 }));
  return lines
    .filter(({ text }) => text !== '')
    .flatMap(({ text, line }) => {
      const [, first = '', last = first, said = ''] = /^(\S+)(?:\s+to\s+(\S+))?\s+(\S+)$/.exec(text) ?? [];
      const kind = kinds.find((one) => one === said.toLowerCase());
      if (kind === undefined) {
        posted.wrong(name, `Line ${line}: end it with one of ${kinds.join(', ')}`);
        return [];
      }
      try {
        return [{ from: typedDay(first, line), to: typedDay(last, line), kind }];
      } catch (error) {
        if (!(error instanceof TermDatesUnreadable)) throw error;
        posted.wrong(name, error.message);
        return [];
      }
    });
}
