import type { SampleFrame } from '@linking/application/audit/draw-sample.js';
import type { Programme } from '@linking/projections/programmes/programmes.js';
import { yearOptions } from '../links/years.js';
import type { FormError, FormView } from '../pages/forms/form-view.js';
import { PostedForm } from '../pages/forms/posted-form.js';

export interface SampleAsked extends SampleFrame {
  readonly count: number;
  /** Empty while chance is to choose it. */
  readonly seed: string;
}

const MOST = 200;
const SEED = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u;
const YEAR = /^20\d\d-\d\d$/;

/** What the address asks to be drawn; `undefined` when something is wrong with it, or nothing is asked yet. */
export function sampleAsked(
  query: Readonly<Record<string, unknown>>,
  known: { readonly programmes: readonly Programme[]; readonly signed: number; readonly year: string },
): {
  readonly asked?: SampleAsked;
  readonly values: FormView['values'];
  readonly errors: readonly FormError[];
} {
  const typed = new PostedForm(query);
  const bare = { year: typed.typed('year') || known.year, programme: typed.typed('programme') };
  if (query['count'] === undefined) {
    return { values: { count: '20', seed: '', upTo: '', ...bare }, errors: [] };
  }
  const count = typed.count('count', 'Enter how many links, such as 20', MOST);
  if (count === 0) typed.wrong('count', `Enter a number from 1 to ${MOST}`);
  const seed = typed.typed('seed');
  if (seed !== '' && !SEED.test(seed)) {
    typed.wrong('seed', 'Use up to 64 letters, figures, spaces, dots and dashes, or leave it empty');
  }
  if (!YEAR.test(bare.year)) typed.wrong('year', 'Choose a year');
  const wanted = known.programmes.some(({ slug }) => slug === bare.programme);
  if (bare.programme !== '' && !wanted) typed.wrong('programme', 'Choose a programme of the list');
  const upTo = typed.typed('upTo') === '' ? known.signed : Number(/^\d{1,9}$/.exec(typed.typed('upTo'))?.[0]);
  if (known.signed === 0) typed.wrong('upTo', 'Nothing was signed yet. Try again in a moment.');
  else if (!(upTo >= 1 && upTo <= known.signed)) {
    typed.wrong('upTo', `Enter a number from 1 to ${known.signed}, or leave it empty`);
  }
  const values = { ...typed.values(), ...bare };
  if (typed.errors.length > 0) return { values, errors: firstOfEach(typed.errors) };
  const programme = bare.programme === '' ? {} : { programme: bare.programme };
  return { asked: { year: bare.year, ...programme, upTo, count, seed }, values, errors: [] };
}

const firstOfEach = (errors: readonly FormError[]) =>
  errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at);

/** The address at which the very same sample is drawn. */
export function sampleHref({ year, programme = '', upTo, count, seed }: SampleAsked): string {
  const query = { year, programme, count: String(count), seed, upTo: String(upTo) };
  return `/audit/sample?${new URLSearchParams(query).toString()}`;
}

/** The address of the references that a sample is drawn from. */
export function frameHref({ year, programme = '', upTo }: SampleFrame): string {
  return `/audit/sample/links.txt?${new URLSearchParams({ year, programme, upTo: String(upTo) }).toString()}`;
}

export function sampleForm(
  { values, errors }: Pick<FormView, 'values' | 'errors'>,
  known: { readonly programmes: readonly Programme[]; readonly today: string; readonly again: boolean },
): FormView {
  const chosen = typeof values['year'] === 'string' && YEAR.test(values['year']) ? values['year'] : '';
  return {
    action: '/audit/sample',
    values,
    errors,
    csrf: '',
    idempotencyKey: '',
    submitLabel: known.again ? 'Draw this one' : 'Draw',
    fields: [
      { kind: 'number', name: 'count', label: 'How many links', width: 4 },
      {
        kind: 'select',
        name: 'year',
        label: 'Year',
        options: [...yearOptions(known.programmes, { chosen, today: known.today })],
      },
      {
        kind: 'select',
        name: 'programme',
        label: 'Programme',
        options: [
          { value: '', label: 'All programmes' },
          ...known.programmes.map(({ slug, name }) => ({ value: slug, label: name })),
        ],
      },
      {
        kind: 'text',
        name: 'seed',
        label: 'Seed',
        optional: true,
        hint: 'Any words or figures of your own. Left empty, one is taken by chance.',
        width: 20,
      },
      {
        kind: 'number',
        name: 'upTo',
        label: 'Events of the checkpoint',
        optional: true,
        hint: 'Links that began among so many events of the log. Left empty: among all that are signed now.',
        width: 10,
      },
    ],
  };
}
