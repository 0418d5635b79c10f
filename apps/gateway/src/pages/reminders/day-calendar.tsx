import { counted, fullDay, shortDay } from '@linking/words/format.js';
import type { RehearsedDayView, RemindersView } from './reminders-view.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** School weeks with the number of mails a day; a day with mails opens them below. */
export function DayCalendar({ weeks, weekends }: Pick<RemindersView, 'weeks' | 'weekends'>) {
  return (
    <table class={`rehearsal rehearsal--${weekends ? 7 : 5}`} role="table">
      <caption class="govuk-visually-hidden">Mails by day</caption>
      <thead role="rowgroup">
        <tr role="row">
          {WEEKDAYS.slice(0, weekends ? 7 : 5).map((name) => (
            <th key={name} scope="col" role="columnheader" class="rehearsal__weekday">
              {name.slice(0, 3)}
              <span class="govuk-visually-hidden">{name.slice(3)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {weeks.map((week) => (
          <tr key={week.monday} role="row" class="rehearsal__week">
            {week.days.map((day) => (
              <Day key={day.day} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { readonly day: RehearsedDayView }) {
  return (
    <td class={classOf(day)} role="cell">
      {day.href === undefined ? (
        <span class="rehearsal__inner">
          <Words day={day} />
        </span>
      ) : (
        <a href={day.href} class="rehearsal__inner" aria-current={day.chosen ? 'date' : undefined}>
          <Words day={day} />
        </a>
      )}
    </td>
  );
}

function Words({ day }: { readonly day: RehearsedDayView }) {
  return (
    <>
      <time class="rehearsal__date" dateTime={day.day}>
        <span class="govuk-visually-hidden">{fullDay(day.day)}</span>
        <span aria-hidden="true">{shortDay(day.day)}</span>
        {day.today && <span class="rehearsal__today">Today</span>}
      </time>
      {day.count > 0 && (
        <>
          <span class="rehearsal__count" aria-hidden="true">
            {day.count}
          </span>
          <span class="govuk-visually-hidden">, {counted(day.count, 'mail')}</span>
          <Bar bar={day.bar} />
        </>
      )}
      {day.closed !== undefined && <span class="rehearsal__closed">{day.closed}</span>}
      {day.past && day.closed === undefined && <span class="rehearsal__closed">Past</span>}
    </>
  );
}

const PIECE = 7;
const MOST = 12;

/** One piece a mail of each rule; beyond a dozen the pieces share the width. */
function Bar({ bar }: Pick<RehearsedDayView, 'bar'>) {
  const all = bar.reduce((sum, { mails }) => sum + mails, 0);
  const width = all > MOST ? (PIECE * MOST) / all : PIECE;
  let x = 0;
  return (
    <svg class="rehearsal__bar" viewBox={`0 0 ${PIECE * MOST} 8`} aria-hidden="true" focusable="false">
      {bar.map(({ colour, mails }) => {
        const from = x;
        x += mails * width;
        return (
          <rect
            key={colour}
            class={`rule-colour rule-colour--${colourClass(colour)}`}
            x={from}
            y="1"
            width={Math.max(1, mails * width - 1)}
            height="6"
            rx="1"
          />
        );
      })}
    </svg>
  );
}

const COLOURS = 8;
export const colourClass = (colour: number): number => ((colour - 1) % COLOURS) + 1;

function classOf({ today, past, chosen, closed, count, href }: RehearsedDayView): string {
  return [
    'rehearsal__day',
    ...(today ? ['rehearsal__day--today'] : []),
    ...(past ? ['rehearsal__day--past'] : []),
    ...(chosen ? ['rehearsal__day--chosen'] : []),
    ...(closed === undefined ? [] : ['rehearsal__day--closed']),
    ...(count === 0 ? ['rehearsal__day--empty'] : []),
    ...(href === undefined ? [] : ['rehearsal__day--open']),
  ].join(' ');
}
