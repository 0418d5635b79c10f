import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface SessionLineView {
  readonly id: string;
  /** `Signed in 2 hours ago, used just now`. */
  readonly words: string;
  /** The session that looks at the page. */
  readonly own: boolean;
  readonly end: OneButtonView;
}

export interface AccountView {
  readonly name: string;
  readonly known: readonly SummaryRow[];
  readonly password: FormView;
  readonly browsers: readonly SessionLineView[];
  readonly tokens: readonly SessionLineView[];
  /** Only a coordinator has one. */
  readonly calendar?: {
    readonly address: string;
    readonly renew: OneButtonView;
  };
}

export function AccountPage({ frame, view }: { readonly frame: PageFrame; readonly view: AccountView }) {
  return (
    <Layout frame={frame} title="Your account" hasErrors={view.password.errors.length > 0}>
      <ErrorSummary form={view.password} />
      <PageHeading eyebrow={view.name} heading="Your account" />
      <div class="columns">
        <div class="columns__main">
          <Card title="Change your password">
            <Form form={view.password} />
          </Card>
          {view.calendar && <Calendar calendar={view.calendar} />}
        </div>
        <div class="columns__side">
          <Card title="You">
            <SummaryList rows={view.known} />
          </Card>
          <Card title="Where you are signed in">
            <Sessions lines={view.browsers} />
          </Card>
          <Card title="API tokens">
            {view.tokens.length === 0 ? (
              <p class="muted">None. A program gets one by signing in with your address and password.</p>
            ) : (
              <Sessions lines={view.tokens} />
            )}
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function Sessions({ lines }: { readonly lines: readonly SessionLineView[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.id} class="lines__item lines__item--split">
          <span>{line.words}</span>
          {line.own ? <Tag tag={{ tone: 'blue', text: 'This one' }} /> : <OneButton view={line.end} />}
        </li>
      ))}
    </ul>
  );
}

function Calendar({ calendar }: { readonly calendar: NonNullable<AccountView['calendar']> }) {
  return (
    <Card title="Your calendar feed">
      <label class="govuk-label" for="calendar-feed">
        Address to subscribe to
      </label>
      <p id="calendar-feed-hint" class="muted">
        Put it into your calendar program: meetings and training of your programmes appear there by
        themselves. Whoever has the address can read them, so a new one ends the old one.
      </p>
      <input
        class="govuk-input"
        id="calendar-feed"
        type="text"
        readOnly
        value={calendar.address}
        aria-describedby="calendar-feed-hint"
      />
      <div class="lines__note">
        <OneButton view={calendar.renew} />
      </div>
    </Card>
  );
}
