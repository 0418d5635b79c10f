import { dayAndMonth, fullDay } from '@linking/words/format.js';

export function DateTile({ day }: { readonly day: string }) {
  const { date, month } = dayAndMonth(day);
  return (
    <time class="date-tile" dateTime={day} aria-label={fullDay(day)}>
      <span class="date-tile__date">{date}</span>
      <span class="date-tile__month">{month}</span>
    </time>
  );
}
