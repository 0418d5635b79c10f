import { fullDay } from '@linking/words/format.js';
import type { MailDayView, StageBarView } from './today-view.js';

/** Bars with their numbers beside them, each number a link to its list. The bars only repeat the numbers. */
export function StageBars({ bars }: { readonly bars: readonly StageBarView[] }) {
  return (
    <ul class="stage-bars">
      {bars.map((bar, index) => (
        <li key={bar.name} class={`stage-bars__stage${bar.count === 0 ? ' stage-bars__stage--none' : ''}`}>
          <span class="stage-bars__name">{bar.name}</span>
          <svg class="stage-bars__bar" aria-hidden="true">
            <rect
              class={`stage-bars__fill stage-bars__fill--${index + 1}`}
              width={bar.count === 0 ? '2' : `${Math.max(4, bar.length)}%`}
              height="100%"
              rx={bar.count === 0 ? 1 : 4}
            />
          </svg>
          <a href={bar.href} class="link stage-bars__count">
            {bar.count}
            <span class="govuk-visually-hidden">{` at the stage ${bar.name}`}</span>
          </a>
          {bar.late && (
            <a href={bar.late.href} class="link stage-bars__late">
              {`${bar.late.count} late`}
              <span class="govuk-visually-hidden">{` at the stage ${bar.name}`}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The mails of a week, a column a day. */
export function MailWeek({ days }: { readonly days: readonly MailDayView[] }) {
  return (
    <ol class="mail-week">
      {days.map((day) => (
        <li key={day.day} class="mail-week__day">
          <span class={day.mails === 0 ? 'govuk-visually-hidden' : 'mail-week__count'}>{day.mails}</span>
          <svg class="mail-week__bar" aria-hidden="true">
            <rect
              class={day.mails === 0 ? 'mail-week__none' : 'mail-week__fill'}
              y={`${100 - heightOf(day)}%`}
              width="100%"
              height={`${heightOf(day)}%`}
              rx={day.mails === 0 ? 0 : 4}
            />
          </svg>
          <time class="mail-week__name" dateTime={day.day} aria-label={fullDay(day.day)}>
            {day.name}
          </time>
        </li>
      ))}
    </ol>
  );
}

/** A day without mails keeps a line to stand on. */
const heightOf = ({ mails, height }: MailDayView) => (mails === 0 ? 3 : Math.max(10, height));
