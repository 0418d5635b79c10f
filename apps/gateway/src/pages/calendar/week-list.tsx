import { DateTile } from '../components/date-tile.js';
import { fullDay, longDay } from '@linking/words/format.js';
import { CalendarEntry } from './calendar-entry.js';
import type { CalendarDayView, CalendarWeekView } from './calendar-view.js';

export function WeekList({ weeks }: { readonly weeks: readonly CalendarWeekView[] }) {
  return (
    <>
      {weeks.map((week) => (
        <Week key={week.monday} week={week} />
      ))}
    </>
  );
}

function Week({ week }: { readonly week: CalendarWeekView }) {
  const days = week.days.filter(({ entries, today }) => entries.length > 0 || today);
  return (
    <section class="card calendar-week">
      <div class="card__head">
        <h2 class="card__title">Week of {longDay(week.monday)}</h2>
        {week.term && <span class="muted">{week.term.long}</span>}
      </div>
      {week.closures.map((closure) => (
        <p key={closure} class="calendar__closed">
          {closure}
        </p>
      ))}
      {days.length === 0 ? (
        <p class="muted">Nothing has a date in this week.</p>
      ) : (
        <ul class="lines">
          {days.map((day) => (
            <Day key={day.day} day={day} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Day({ day }: { readonly day: CalendarDayView }) {
  return (
    <li class="lines__item lines__item--dated">
      <DateTile day={day.day} />
      <div class="calendar-week__day">
        <h3 class="calendar-week__name">
          {fullDay(day.day)}
          {day.today && <span class="calendar__today">Today</span>}
        </h3>
        {day.entries.length === 0 ? (
          <p class="muted">Nothing today.</p>
        ) : (
          <ul class="calendar__entries">
            {day.entries.map((entry) => (
              <CalendarEntry key={entry.key} entry={entry} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
