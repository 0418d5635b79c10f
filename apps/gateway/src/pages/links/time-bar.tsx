import { ChevronLeft, ChevronRight } from '../components/icons.js';
import { ButtonLink } from '../components/button.js';
import { Choices } from '../forms/choice-field.js';
import { DateBoxes } from '../forms/date-field.js';
import { HiddenFields } from '../forms/hidden-fields.js';
import type { FormView } from '../forms/form-view.js';

export interface TickView {
  readonly kind: 'stage' | 'step' | 'mending';
  /** What the entry says, read out while the slider moves. */
  readonly label: string;
}

export interface TimeBarView {
  /** `As it is today`, `As it was on 8 September 2026`. */
  readonly title: string;
  /** `after event 5 of 13: agreement issued to Brook Lane`. */
  readonly sentence: string;
  /** Address of the link's page; `?revision=n` is added. */
  readonly href: string;
  readonly revision: number;
  /** One a revision, the first entry first. */
  readonly ticks: readonly TickView[];
  readonly past: boolean;
  /** What was typed to see the link on a day, and what is wrong with it. */
  readonly dayForm: DayForm;
}

export type DayForm = Pick<FormView, 'values' | 'errors'>;

export function revisionHref(href: string, revision: number, last: number): string {
  return revision >= last ? href : `${href}?revision=${revision}`;
}

/** Works as links and as a form with a button; the script turns the slider into a jump. */
export function TimeBar({ bar }: { readonly bar: TimeBarView }) {
  const last = bar.ticks.length;
  const at = (revision: number): string => revisionHref(bar.href, revision, last);
  return (
    <section class={`time-bar${bar.past ? ' time-bar--past' : ''}`} aria-label="Time">
      <p class="time-bar__words">
        <strong class="time-bar__title">{bar.title}</strong>{' '}
        <span class="time-bar__sentence">{bar.sentence}</span>
      </p>
      <div class="time-bar__controls">
        <Jump
          href={bar.revision > 1 ? at(bar.revision - 1) : undefined}
          label="One event earlier"
          way="earlier"
        />
        <form method="get" action={bar.href} class="time-bar__form" data-time-bar="">
          <label class="govuk-visually-hidden" for="revision">
            {`Show the link after event 1 to ${last}`}
          </label>
          <input
            class="time-bar__slider"
            type="range"
            id="revision"
            name="revision"
            min={1}
            max={last}
            value={bar.revision}
            aria-valuetext={bar.sentence}
            data-labels={JSON.stringify(bar.ticks.map((tick) => tick.label))}
          />
          <Ticks ticks={bar.ticks} />
          <button type="submit" class="button button--secondary time-bar__show">
            Show
          </button>
        </form>
        <Jump
          href={bar.revision < last ? at(bar.revision + 1) : undefined}
          label="One event later"
          way="later"
        />
        {bar.past && <ButtonLink href={bar.href}>Back to today</ButtonLink>}
      </div>
      <GoToDay href={bar.href} dayForm={bar.dayForm} />
    </section>
  );
}

/** A day that was asked for by mistake stays open to be typed again. */
export function GoToDay({
  href,
  dayForm,
  hidden = {},
}: {
  readonly href: string;
  readonly dayForm: DayForm;
  /** What else the address says, and goes on saying. */
  readonly hidden?: Readonly<Record<string, string>>;
}) {
  const form = dayFormView(href, dayForm);
  return (
    <details class="why time-bar__day" open={form.errors.length > 0}>
      <summary>Go to a day</summary>
      <form method="get" action={href} class="time-bar__day-form">
        <HiddenFields fields={hidden} />
        <DateBoxes form={form} field={dayQuestions.fields[0]} />
        <Choices form={form} field={dayQuestions.fields[1]} />
        <button type="submit" class="button button--secondary">
          Show this day
        </button>
      </form>
    </details>
  );
}

export const dayFormView = (href: string, dayForm: DayForm): FormView => ({
  ...dayForm,
  ...dayQuestions,
  action: href,
});

const dayQuestions = {
  fields: [
    { kind: 'date', name: 'on', label: 'Day', hint: 'For example, 26 11 2026' },
    {
      kind: 'radios',
      name: 'clock',
      label: 'What do you want to see?',
      options: [
        { value: 'known-then', label: 'What was known on that day' },
        {
          value: 'known-now',
          label: 'What we know today about that day',
          hint: 'With entries that were recorded or corrected later',
        },
      ],
    },
  ],
  submitLabel: 'Show this day',
  csrf: '',
  idempotencyKey: '',
  // The page's other forms may ask for a day as well.
  idPrefix: 'time',
} as const;

function Ticks({ ticks }: { readonly ticks: readonly TickView[] }) {
  return (
    <span class="time-bar__ticks" aria-hidden="true">
      {ticks.map((tick, index) => (
        <span key={index} class={`time-bar__tick time-bar__tick--${tick.kind}`}></span>
      ))}
    </span>
  );
}

interface JumpProps {
  readonly href: string | undefined;
  readonly label: string;
  readonly way: 'earlier' | 'later';
}

function Jump({ href, label, way }: JumpProps) {
  const arrow = way === 'earlier' ? <ChevronLeft /> : <ChevronRight />;
  return href === undefined ? (
    <span class={`time-bar__jump time-bar__jump--${way} time-bar__jump--end`} aria-hidden="true">
      {arrow}
    </span>
  ) : (
    // The address names the arrow itself, so that whoever steps by keyboard stays on it.
    <a
      id={way}
      href={`${href}#${way}`}
      class={`time-bar__jump time-bar__jump--${way}`}
      rel={way === 'earlier' ? 'prev' : 'next'}
    >
      {arrow}
      <span class="govuk-visually-hidden">{label}</span>
    </a>
  );
}
