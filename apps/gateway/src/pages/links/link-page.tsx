import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { LinkedRings } from '../components/linked-rings.js';
import { Tags } from '../components/tag.js';
import { counted, shortDay } from '@linking/words/format.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { HistoryList } from './history-list.js';
import { LinkSides } from './link-sides.js';
import type {
  AlternativesView,
  ConnectionView,
  GapsView,
  LinkPageView,
  NextActionView,
  PastView,
} from './link-view.js';
import { Stepper } from './stepper.js';
import { dayFormView, TimeBar } from './time-bar.js';

/** One link, today or after any of its events: the same page over a shorter history. */
export function LinkPage({ frame, view }: { readonly frame: PageFrame; readonly view: LinkPageView }) {
  const forms = [dayFormView(view.href, view.timeBar.dayForm), ...view.next.map(({ form }) => form)];
  const withErrors = forms.filter((form) => form.errors.length > 0);
  return (
    <Layout
      frame={frame}
      title={`${view.ref} ${view.schools.a} and ${view.schools.b}${view.past === undefined ? '' : ', in the past'}`}
      hasErrors={withErrors.length > 0}
      ground={view.past === undefined ? 'wide' : 'past'}
    >
      {withErrors.map((form) => (
        <ErrorSummary key={form.action} form={form} />
      ))}
      <Heading view={view} />
      <TimeBar bar={view.timeBar} />
      <Stepper stages={view.stages} />
      <div class="columns columns--with-below">
        <div class="columns__main">
          {view.past && <Afterwards past={view.past} />}
          {view.closedSchools.length > 0 && <Gaps title="A school has closed" gaps={view.closedSchools} />}
          {view.connections.map((connection) => (
            <Connection key={connection.ref} view={connection} />
          ))}
          {view.risks.length > 0 && <Gaps title="At risk" gaps={view.risks} tone="red" />}
          {view.evidence && <Gaps {...view.evidence} tone="lavender" />}
          {view.missing && <Gaps {...view.missing} />}
          {view.gaps.length > 0 && <Gaps title="Passed over, with nothing recorded" gaps={view.gaps} />}
          {view.next.map((action) => (
            <NextAction key={action.title} action={action} />
          ))}
          {view.alsoOpen && view.alsoOpen.length > 0 && <AlsoOpen steps={view.alsoOpen} />}
          {view.nothingNext !== undefined && (
            <p class="card card--note">
              {view.nothingNext}{' '}
              {view.certificates && (
                <a href={view.certificates.href} class="link">
                  {view.certificates.label}
                </a>
              )}
            </p>
          )}
          {view.alternatives?.map((one) => (
            <Alternatives key={one.heading} view={one} />
          ))}
          {view.everything && (
            <p class="card card--note">
              Something else happened?{' '}
              <ButtonLink href={view.everything.href} look="link">
                {view.everything.label}
              </ButtonLink>
            </p>
          )}
        </div>
        <LinkSides view={view} />
        <div class="columns__below">
          <Card title="History" id="history" link={{ href: view.verification, label: 'Was this altered?' }}>
            {view.audit && (
              <p>
                <a href={view.audit.href} class="link">
                  {view.audit.label}
                </a>
              </p>
            )}
            <HistoryList entries={view.history} />
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function Heading({ view }: { readonly view: LinkPageView }) {
  return (
    <div class="page-heading page-heading--link">
      <div class="page-heading__words">
        <p class="eyebrow">{view.eyebrow}</p>
        <h1 class="heading heading--l heading--link">
          <span>{view.schools.a}</span> <LinkedRings />
          <span class="govuk-visually-hidden"> linked with </span> <span>{view.schools.b}</span>
        </h1>
      </div>
      <Tags tags={view.tags} />
    </div>
  );
}

function NextAction({ action }: { readonly action: NextActionView }) {
  return (
    <Card title={action.title}>
      {action.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Form form={action.form} />
    </Card>
  );
}

function Alternatives({ view }: { readonly view: AlternativesView }) {
  return (
    <Card title="Another partner" link={view.all}>
      <p>
        <strong>{view.heading}</strong> waits again.{' '}
        {view.choices.length === 0
          ? 'No other class of that year waits at the moment.'
          : 'The nearest that wait too:'}
      </p>
      {view.choices.length > 0 && (
        <ul class="lines">
          {view.choices.map((choice) => (
            <li key={choice.href} class="lines__item">
              <a href={choice.href} class="link link--strong">
                {choice.label}
              </a>
              <span class="lines__small">{choice.words}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function AlsoOpen({ steps }: { readonly steps: NonNullable<LinkPageView['alsoOpen']> }) {
  return (
    <Card title="Also open">
      <ul class="lines">
        {steps.map((step) => (
          <li key={step.href} class="lines__item">
            <a href={step.href} class="link">
              {step.label}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Connection({ view }: { readonly view: ConnectionView }) {
  return (
    <p class="card card--note">
      {view.before}{' '}
      {view.href === undefined ? (
        <strong>{view.ref}</strong>
      ) : (
        <a href={view.href} class="link link--strong">
          {view.ref}
        </a>
      )}
      {view.after}
    </p>
  );
}

function Gaps({ title, gaps, tone = 'amber' }: GapsView & { readonly tone?: 'red' | 'amber' | 'lavender' }) {
  return (
    <section class={`attention attention--${tone}`} aria-label={title}>
      <h2 class="card__title">{title}</h2>
      <ul class="attention__list">
        {gaps.map((gap) => (
          <li key={gap.sentence} class="attention__item">
            <span>{gap.sentence}</span>
            {gap.action && (
              <a href={gap.action.href} class="link">
                {gap.action.label}
                <span class="govuk-visually-hidden">: {gap.sentence}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Afterwards({ past }: { readonly past: PastView }) {
  const count = past.followed.length + past.more;
  return (
    <Card title="What happened after this">
      <p>
        Nothing can be changed in the history view.{' '}
        {count === 0 ? 'Nothing followed.' : `${counted(count, 'event')} followed:`}
      </p>
      <ol class="afterwards">
        {past.followed.map((entry) => (
          <li key={entry.href} class="afterwards__item">
            <time dateTime={entry.on}>{shortDay(entry.on)}</time>
            <a href={entry.href} class="link">
              {entry.text}
            </a>
          </li>
        ))}
      </ol>
      {past.more > 0 && <p class="muted">and {past.more} more</p>}
    </Card>
  );
}
