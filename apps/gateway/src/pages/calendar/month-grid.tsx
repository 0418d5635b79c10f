import { fullDay } from '@linking/words/format.js';
import { CalendarEntry } from './calendar-entry.js';
import type { CalendarDayView, CalendarEntryView, CalendarView, CalendarWeekView } from './calendar-view.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SHOWN = 3;

/** A month as a table; on a phone its days stand one beneath the other, and those without anything are left out. */
export function MonthGrid({ view }: { readonly view: CalendarView }) {
  const columns = view.weekends ? 7 : 5;
  const bare = view.weeks.every(({ days }) => days.every((day) => isBare(day)));
  return (
    <section class="card calendar-card" aria-label="The month">
      <table class={`calendar calendar--${columns}`} role="table">
        <caption class="govuk-visually-hidden">{view.heading}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" class="calendar__corner">
              <span class="govuk-visually-hidden">Week of term</span>
            </th>
            {WEEKDAYS.slice(0, columns).map((name) => (
              <th key={name} scope="col" role="columnheader" class="calendar__weekday">
                {name.slice(0, 3)}
                <span class="govuk-visually-hidden">{name.slice(3)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {view.weeks.map((week) => (
            <Week key={week.monday} week={week} columns={columns} />
          ))}
        </tbody>
      </table>
      {bare && <p class="calendar__bare">Nothing has a date in this month.</p>}
    </section>
  );
}

function Week({ week, columns }: { readonly week: CalendarWeekView; readonly columns: number }) {
  const days = week.days.slice(0, columns);
  return (
    <tr class={days.every(isBare) ? 'calendar__week calendar__week--bare' : 'calendar__week'} role="row">
      <th scope="row" role="rowheader" class="calendar__term">
        {week.term ? (
          <>
            <span aria-hidden="true">{week.term.short}</span>
            <span class="govuk-visually-hidden">{week.term.long}</span>
          </>
        ) : (
          <span class="govuk-visually-hidden">Holidays</span>
        )}
      </th>
      {days.map((day) => (
        <Day key={day.day} day={day} />
      ))}
    </tr>
  );
}

/** Nothing to say of it in a list by day. */
const isBare = ({ ofMonth, today, closed, entries }: CalendarDayView) =>
  !ofMonth || (!today && closed === undefined && entries.length === 0);

function Day({ day }: { readonly day: CalendarDayView }) {
  return (
    <td class={classOf(day)} role="cell">
      <p class="calendar__date">
        <time dateTime={day.day}>
          <span class="calendar__full">{fullDay(day.day)}</span>
          <span class="calendar__number" aria-hidden="true">
            {Number(day.day.slice(8))}
          </span>
        </time>
        {day.today && <span class="calendar__today">Today</span>}
      </p>
      {day.closed !== undefined && <p class="calendar__closed">{day.closed}</p>}
      <Entries entries={day.entries} />
    </td>
  );
}

function Entries({ entries }: { readonly entries: readonly CalendarEntryView[] }) {
  if (entries.length === 0) return null;
  const [first, rest] = [entries.slice(0, SHOWN), entries.slice(SHOWN)];
  return (
    <>
      <ul class="calendar__entries">
        {first.map((entry) => (
          <CalendarEntry key={entry.key} entry={entry} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details class="calendar__rest">
          <summary>{rest.length} more</summary>
          <ul class="calendar__entries">
            {rest.map((entry) => (
              <CalendarEntry key={entry.key} entry={entry} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function classOf(day: CalendarDayView): string {
  return [
    'calendar__day',
    ...(day.today ? ['calendar__day--today'] : []),
    ...(day.past ? ['calendar__day--past'] : []),
    ...(day.ofMonth ? [] : ['calendar__day--other']),
    ...(day.closed === undefined ? [] : ['calendar__day--closed']),
    ...(day.bankHoliday ? ['calendar__day--bank-holiday'] : []),
    ...(isBare(day) ? ['calendar__day--bare'] : []),
  ].join(' ');
}
