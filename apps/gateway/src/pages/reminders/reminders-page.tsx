import { counted, fullDay } from '@linking/words/format.js';
import { ButtonLink, OneButton } from '../components/button.js';
import { Card } from '../components/card.js';
import { EmptyState } from '../components/empty-state.js';
import type { FilterSelectView } from '../components/filter-bar.js';
import { MailsPaused } from '../components/mails-paused.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';
import { colourClass, DayCalendar } from './day-calendar.js';
import { HoldTicked, TICKED_FORM } from './hold-ticked.js';
import type {
  HoldView,
  ListByMailView,
  NotSentView,
  PersonMailsView,
  RehearsedListView,
  RehearsedMailView,
  RemindersView,
  RuleInForceView,
} from './reminders-view.js';

/** Every mail of a term before it goes. */
export function RemindersPage({ frame, view }: { readonly frame: PageFrame; readonly view: RemindersView }) {
  return (
    <Layout frame={frame} title={`Reminders, ${view.eyebrow.split(' · ')[0]}`}>
      <div class="page-heading">
        <div class="page-heading__words">
          <p class="eyebrow">{view.eyebrow}</p>
          <h1 class="heading heading--l">{view.heading}</h1>
          <p class="lead">
            {view.lead.before}
            <strong>{view.lead.count}</strong>
            {view.lead.after}
          </p>
        </div>
        <div class="form__buttons">
          <ButtonLink href={view.download} look="secondary" download>
            Download the list
          </ButtonLink>
          {view.holdAll !== undefined && <ButtonLink href={view.holdAll}>Hold all mails</ButtonLink>}
        </div>
      </div>
      <MailsPaused words={view.mailsPaused} />
      <Choices view={view} />
      {view.warnings.length > 0 && <TooMany people={view.warnings} />}
      <div class="columns">
        <div class="columns__main">
          <Card title="Day by day">
            <DayCalendar weeks={view.weeks} weekends={view.weekends} />
          </Card>
          {view.day === undefined ? (
            <Card title="Nothing to read">
              <EmptyState
                view={{
                  title: 'No mail is planned',
                  sentence: 'Mails appear here when a link asks for them.',
                }}
              />
            </Card>
          ) : (
            <DayOfMails day={view.day} />
          )}
        </div>
        <div class="columns__side">
          {view.holds.length > 0 && <Holds holds={view.holds} />}
          <Rules rules={view.rules} note={view.rulesNote} />
          <NotSent notSent={view.notSent} />
          {view.lists.length > 0 && <Lists lists={view.lists} turn={view.turnLists} />}
          <People people={view.people} />
        </div>
      </div>
    </Layout>
  );
}

function Choices({ view }: { readonly view: RemindersView }) {
  return (
    <div class="calendar-choices">
      <nav class="calendar-ways" aria-label="Terms">
        {view.terms.map((term) => (
          <a
            key={term.href}
            href={term.href}
            class="calendar-ways__way"
            aria-current={term.current ? 'true' : undefined}
          >
            {term.label}
          </a>
        ))}
      </nav>
      {view.programmes && <Programmes select={view.programmes} />}
      {view.beside.map((place) => (
        <a key={place.href} href={place.href} class="link">
          {place.label}
        </a>
      ))}
    </div>
  );
}

function Programmes({ select }: { readonly select: FilterSelectView }) {
  return (
    <form method="get" action="/reminders" class="calendar-choices__programme">
      <label class="filter-bar__label" for="reminders-programme">
        {select.label}
      </label>
      <select class="govuk-select" id="reminders-programme" name={select.name}>
        {select.options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === select.value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" class="button button--secondary">
        Show
      </button>
    </form>
  );
}

function TooMany({ people }: { readonly people: readonly PersonMailsView[] }) {
  return (
    <section class="flash flash--amber" aria-label="Too many mails for one person">
      {people.map((person) => (
        <p key={person.key} class="flash__text">
          {person.name} gets {person.words}
        </p>
      ))}
    </section>
  );
}

function DayOfMails({ day }: { readonly day: NonNullable<RemindersView['day']> }) {
  return (
    <section class="card rehearsed" id="day" aria-labelledby="day-title">
      <div class="card__head">
        <h2 class="card__title" id="day-title">
          {fullDay(day.day)}
        </h2>
        <span class="muted">{counted(day.count, 'mail')}</span>
      </div>
      <ul class="rehearsed__list">
        {day.mails.map((mail) => (
          <RehearsedMailItem key={mail.key} mail={mail} tick={day.hold !== undefined} />
        ))}
        {day.lists.map((list) => (
          <ListItem key={list.key} list={list} />
        ))}
      </ul>
      {day.hold && <HoldTicked hold={day.hold} />}
    </section>
  );
}

function RehearsedMailItem({ mail, tick }: { readonly mail: RehearsedMailView; readonly tick: boolean }) {
  return (
    <li class="rehearsed__mail">
      {tick && mail.holds !== undefined && <TickToHold mail={mail} holds={mail.holds} />}
      <div class="rehearsed__words">
        <p class="rehearsed__head">
          <span class="tag tag--blue">{mail.time}</span>
          {mail.about.map((link) => (
            <a key={link.href} href={link.href} class="link link--ref">
              {link.label}
            </a>
          ))}
        </p>
        <h3 class="rehearsed__title">{mail.titles.join(' + ')}</h3>
        <p class="rehearsed__to">
          <span class="govuk-visually-hidden">To </span>
          {mail.to.map((person, index) => (
            <span key={person.href}>
              {index > 0 && ', '}
              <a href={person.href} class="link link--ink">
                {person.label}
              </a>
            </span>
          ))}
        </p>
        <details class="rehearsed__why">
          <summary>Why will this be sent?</summary>
          <ul>
            {mail.why.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
      <ButtonLink href={mail.readHref} look="secondary">
        Read it
        <span class="govuk-visually-hidden">
          : {mail.titles.join(' and ')}, to {mail.to[0]?.label}
        </span>
      </ButtonLink>
    </li>
  );
}

function ListItem({ list }: { readonly list: RehearsedListView }) {
  return (
    <li class="rehearsed__mail">
      <div class="rehearsed__words">
        <p class="rehearsed__head">
          <span class="tag tag--blue">{list.time}</span>
          <span class="muted">List by mail, not counted</span>
        </p>
        <h3 class="rehearsed__title">{list.title}</h3>
        <p class="rehearsed__to">
          <span class="govuk-visually-hidden">To </span>
          {list.to}
        </p>
        <details class="rehearsed__why">
          <summary>Why will this be sent?</summary>
          <ul>
            {list.why.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}

function TickToHold({ mail, holds }: { readonly mail: RehearsedMailView; readonly holds: string }) {
  const id = `hold-${mail.key.replaceAll(/[^\w-]/g, '-')}`;
  return (
    <span class="govuk-checkboxes govuk-checkboxes--small rehearsed__tick">
      <span class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name="mails"
          value={holds}
          form={TICKED_FORM}
        />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">
            Hold {mail.titles.join(' and ')}, {mail.about.map(({ label }) => label).join(', ')}
          </span>
        </label>
      </span>
    </span>
  );
}

function Holds({ holds }: { readonly holds: readonly HoldView[] }) {
  return (
    <Card title="Held now">
      <ul class="lines">
        {holds.map((hold) => (
          <li key={hold.key} class="lines__item lines__item--split">
            <span class="lines__words">
              <strong>{hold.title}</strong>
              <span class="lines__small">{hold.sentence}</span>
            </span>
            {hold.release && <OneButton view={hold.release} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Rules({
  rules,
  note,
}: {
  readonly rules: readonly RuleInForceView[];
  readonly note: string | undefined;
}) {
  return (
    <Card title="Rules in force">
      {rules.length === 0 && <p class="muted">No rule sends anything in this term.</p>}
      <ul class="lines">
        {rules.map((rule) => (
          <li key={rule.rule} class="lines__item rule-line">
            <span class={`rule-mark rule-mark--${colourClass(rule.colour)}`} aria-hidden="true"></span>
            <span class="lines__words">
              <strong>{rule.title}</strong>
              <span class="lines__small">{rule.words}</span>
            </span>
            {rule.tryHref !== undefined && (
              <a href={rule.tryHref} class="link">
                Try a change
                <span class="govuk-visually-hidden">: {rule.title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      <p class="lines__small lines__note">
        {note !== undefined && `${note} `}
        “Try a change” shows which mails would appear, move or vanish before you save it.
      </p>
    </Card>
  );
}

function NotSent({ notSent }: { readonly notSent: readonly NotSentView[] }) {
  return (
    <Card title="Held back">
      {notSent.length === 0 && (
        <p class="muted">Nothing is held back, and no mail was moved to another day.</p>
      )}
      {notSent.length > 0 && (
        <ul class="lines">
          {notSent.map((one) => (
            <li key={one.key} class="lines__item lines__item--split">
              <span class="lines__words">
                <strong>{one.title}</strong>
                <span class="lines__small">{one.sentence}</span>
              </span>
              {one.fix && (
                <a href={one.fix.href} class="link">
                  {one.fix.label}
                  <span class="govuk-visually-hidden">: {one.sentence}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Lists({
  lists,
  turn,
}: {
  readonly lists: readonly ListByMailView[];
  readonly turn: LinkTo | undefined;
}) {
  return (
    <Card title="Lists by mail" {...(turn === undefined ? {} : { link: turn })}>
      <ul class="lines">
        {lists.map((list) => (
          <li key={list.rule} class="lines__item">
            <strong>{list.title}</strong>
            <span class="lines__small">{list.sentence}</span>
          </li>
        ))}
      </ul>
      <p class="lines__small lines__note">They are not counted among the mails.</p>
    </Card>
  );
}

const SHOWN = 5;

function People({ people }: { readonly people: readonly PersonMailsView[] }) {
  const [first, rest] = [people.slice(0, SHOWN), people.slice(SHOWN)];
  return (
    <Card title="Mails for each person">
      {people.length === 0 && <p class="muted">Nobody had a mail this year.</p>}
      <PeopleLines people={first} />
      {rest.length > 0 && (
        <details class="rehearsed__why">
          <summary>{rest.length === 1 ? 'One more person' : `${rest.length} more people`}</summary>
          <PeopleLines people={rest} />
        </details>
      )}
    </Card>
  );
}

function PeopleLines({ people }: { readonly people: readonly PersonMailsView[] }) {
  return (
    <ul class="lines">
      {people.map((person) => (
        <li key={person.key} class="lines__item">
          <strong>{person.name}</strong>
          <span class={person.over ? 'lines__small rehearsed__over' : 'lines__small'}>{person.words}</span>
        </li>
      ))}
    </ul>
  );
}
