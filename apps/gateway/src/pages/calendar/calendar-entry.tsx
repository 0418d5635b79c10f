import { Tag } from '../components/tag.js';
import type { CalendarEntryView } from './calendar-view.js';

/** One line of a day, the same in the month and in the list. */
export function CalendarEntry({ entry }: { readonly entry: CalendarEntryView }) {
  return (
    <li class={`calendar-entry calendar-entry--${entry.kind}`}>
      {entry.time !== undefined && <span class="calendar-entry__time">{entry.time}</span>}
      {entry.href === undefined ? <Several entry={entry} /> : <One entry={entry} href={entry.href} />}
      {entry.tag && <Tag tag={entry.tag} />}
    </li>
  );
}

function One({ entry, href }: { readonly entry: CalendarEntryView; readonly href: string }) {
  return (
    <>
      <a href={href} class="calendar-entry__title">
        {entry.title}
      </a>
      <span class="calendar-entry__words">{entry.words}</span>
    </>
  );
}

function Several({ entry }: { readonly entry: CalendarEntryView }) {
  return (
    <details class="calendar-entry__several">
      <summary>
        <span class="calendar-entry__title">{entry.title}</span>
        <span class="calendar-entry__words">{entry.words}</span>
      </summary>
      <ul class="calendar-entry__links">
        {entry.links.map((link) => (
          <li key={link.href}>
            <a href={link.href} class="link">
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
