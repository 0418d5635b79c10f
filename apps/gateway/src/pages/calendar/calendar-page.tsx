import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { HiddenFields } from '../forms/hidden-fields.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { CalendarAddress } from './calendar-address.js';
import type { CalendarView } from './calendar-view.js';
import { MonthGrid } from './month-grid.js';
import { WeekList } from './week-list.js';

export function CalendarPage({ frame, view }: { readonly frame: PageFrame; readonly view: CalendarView }) {
  return (
    <Layout frame={frame} title={`Calendar, ${view.heading}`}>
      <PageHeading eyebrow={view.eyebrow} heading={view.heading} lead={view.lead}>
        <nav class="calendar-steps" aria-label="Months">
          <ButtonLink href={view.previous.href} look="secondary">
            <span aria-hidden="true">←&nbsp;</span>
            {view.previous.label}
          </ButtonLink>
          {view.thisMonth && (
            <ButtonLink href={view.thisMonth.href} look="secondary">
              {view.thisMonth.label}
            </ButtonLink>
          )}
          <ButtonLink href={view.next.href} look="secondary">
            {view.next.label}
            <span aria-hidden="true">&nbsp;→</span>
          </ButtonLink>
        </nav>
      </PageHeading>
      <Choices view={view} />
      {view.shows === 'month' ? <MonthGrid view={view} /> : <WeekList weeks={view.weeks} />}
      {view.feed && <Subscribe feed={view.feed} />}
    </Layout>
  );
}

function Choices({ view }: { readonly view: CalendarView }) {
  return (
    <div class="calendar-choices">
      <nav class="calendar-ways" aria-label="How the month is shown">
        {view.ways.map((way) => (
          <a
            key={way.href}
            href={way.href}
            class="calendar-ways__way"
            aria-current={way.current ? 'true' : undefined}
          >
            {way.label}
          </a>
        ))}
      </nav>
      {view.programmes && (
        <form method="get" action="/calendar" class="calendar-choices__programme">
          <HiddenFields fields={view.programmes.hidden} />
          <label class="filter-bar__label" for="calendar-programme">
            {view.programmes.select.label}
          </label>
          <select class="govuk-select" id="calendar-programme" name={view.programmes.select.name}>
            {view.programmes.select.options.map(({ value, label }) => (
              <option key={value} value={value} selected={value === view.programmes?.select.value}>
                {label}
              </option>
            ))}
          </select>
          <button type="submit" class="button button--secondary">
            Show
          </button>
        </form>
      )}
      <ul class="calendar-key" aria-label="What the colours mean">
        <li class="calendar-key__kind calendar-key__kind--meeting">Meetings</li>
        <li class="calendar-key__kind calendar-key__kind--training">Training</li>
        <li class="calendar-key__kind calendar-key__kind--target">Targets not met yet</li>
      </ul>
      {view.beside.map((place) => (
        <a key={place.href} href={place.href} class="link">
          {place.label}
        </a>
      ))}
    </div>
  );
}

function Subscribe({ feed }: { readonly feed: NonNullable<CalendarView['feed']> }) {
  return (
    <Card title="Subscribe in Outlook or Google Calendar" id="subscribe">
      <p>
        Your meetings and training sessions then stand in your own calendar, and follow when they move. In
        Outlook: Add calendar, Subscribe from web. In Google Calendar: Other calendars, From URL. Put in this
        address.
      </p>
      <CalendarAddress feed={feed} label="Address of your calendar" />
    </Card>
  );
}
