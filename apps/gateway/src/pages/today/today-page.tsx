import { Card } from '../components/card.js';
import { type Column, DataTable } from '../components/data-table.js';
import { DateTile } from '../components/date-tile.js';
import { MailsPaused } from '../components/mails-paused.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { AttentionList } from './attention-list.js';
import { MailWeek, StageBars } from './today-charts.js';
import type { ComingView, LatestLineView, ProgrammeLineView, TodayView } from './today-view.js';

export function TodayPage({ frame, view }: { readonly frame: PageFrame; readonly view: TodayView }) {
  return (
    <Layout frame={frame} title="Today">
      <Greeting view={view} />
      <MailsPaused words={view.mailsPaused} />
      <div class="columns">
        <div class="columns__main">
          <section class="card card--needs">
            <div class="card__head">
              <h2 class="card__title">Needs your attention</h2>
              {view.attention.all && (
                <a href={view.attention.all.href} class="link">
                  {view.attention.all.label}
                  <span class="govuk-visually-hidden"> things that need attention</span>
                </a>
              )}
            </div>
            <AttentionList list={view.attention} level={3} />
          </section>
          <Card title={view.latest.title}>
            <Latest lines={view.latest.lines} />
          </Card>
          {view.programmes && <Programmes {...view.programmes} />}
        </div>
        <div class="columns__side">
          <Card title="Where the links are" link={view.allLinks}>
            <StageBars bars={view.stages} />
          </Card>
          <Card title="Coming up" link={{ href: '/calendar', label: 'Calendar' }}>
            <Coming items={view.coming} />
            <p class="coming-links">
              <a href="/calendar#subscribe" class="link">
                Subscribe in Outlook or Google Calendar
              </a>
              <a href="/training" class="link">
                Training sessions
              </a>
              <a href="/programmes" class="link">
                Programmes and term dates
              </a>
            </p>
          </Card>
          <Card title={view.mails.title} link={view.mails.preview}>
            <MailWeek days={view.mails.days} />
            <p class="lines__small">
              Nothing goes to schools at weekends, in school holidays or before 08:00, and nothing to your
              programme’s mailbox but on working days from 07:30. Answers to what somebody just did go at
              once.
            </p>
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function Greeting({ view }: { readonly view: TodayView }) {
  return (
    <div class="page-heading">
      <div class="page-heading__words">
        <p class="eyebrow">{view.eyebrow}</p>
        <h1 class="heading heading--l">{view.greeting}</h1>
        <p class="lead">
          {view.lead.before} <strong>{view.lead.strong}</strong>
          {view.lead.after}
        </p>
      </div>
      <form method="get" action="/today/search" class="search-box" role="search">
        <label class="govuk-visually-hidden" for="search">
          School, teacher or link number
        </label>
        <input
          class="govuk-input"
          type="search"
          id="search"
          name="q"
          placeholder="School, teacher or link number"
        />
        <button type="submit" class="button button--secondary">
          Search
        </button>
      </form>
    </div>
  );
}

function Coming({ items }: { readonly items: readonly ComingView[] }) {
  if (items.length === 0) return <p class="muted">No meeting or training session is planned.</p>;
  return (
    <ul class="lines">
      {items.map((item) => (
        <li key={`${item.title} ${item.links[0]?.href}`} class="lines__item lines__item--dated">
          <DateTile day={item.day} />
          <span class="lines__words">
            <strong>{item.title}</strong>
            <span class="lines__links">
              {item.links.map((link) => (
                <a key={link.href} href={link.href} class="link">
                  {link.label}
                </a>
              ))}
            </span>
            <span class="lines__small">{item.small}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Latest({ lines }: { readonly lines: readonly LatestLineView[] }) {
  if (lines.length === 0) return <p class="muted">Nothing has been recorded yet.</p>;
  return (
    <ul class="latest">
      {lines.map((line) => (
        <li key={line.key} class="latest__line">
          <time class="latest__when" dateTime={line.moment}>
            {line.when}
          </time>
          <span class="latest__words">
            {line.href === undefined ? (
              <span>{line.headline}</span>
            ) : (
              <a href={line.href} class="link link--ink">
                {line.headline}
              </a>
            )}
            {line.small !== undefined && <span class="lines__small">{line.small}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

const COLUMNS: readonly Column<ProgrammeLineView>[] = [
  {
    title: 'Programme',
    cell: (line) => (
      <a href={line.href} class="link link--strong">
        {line.name}
      </a>
    ),
  },
  {
    title: 'Open links',
    numeric: true,
    cell: ({ links, name }) => <Count of={links} what={`open links in ${name}`} />,
  },
  {
    title: 'Overdue',
    numeric: true,
    cell: ({ overdue, name }) => <Count of={overdue} what={`overdue in ${name}`} />,
  },
  {
    title: 'Needs attention',
    numeric: true,
    cell: ({ attention, name }) => <Count of={attention} what={`need attention in ${name}`} />,
  },
];

function Count({ of, what }: { readonly of: ProgrammeLineView['links']; readonly what: string }) {
  return (
    <a href={of.href} class="link link--count">
      {of.count}
      <span class="govuk-visually-hidden">{` ${what}`}</span>
    </a>
  );
}

function Programmes({ lines, all }: { readonly lines: readonly ProgrammeLineView[]; readonly all?: LinkTo }) {
  return (
    <Card title="By programme" {...(all === undefined ? {} : { link: all })}>
      <DataTable caption="Links by programme" columns={COLUMNS} rows={lines} rowKey={(line) => line.href} />
    </Card>
  );
}
