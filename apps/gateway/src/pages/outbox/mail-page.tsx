import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { SummaryList } from '../components/summary-list.js';
import { Tags } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import type { MailView } from './outbox-view.js';

/** One mail as it left: headers, the page part in a closed frame, the text part. */
export function MailPage({ frame, view }: { readonly frame: PageFrame; readonly view: MailView }) {
  return (
    <Layout frame={frame} title={`Mail: ${view.subject}`}>
      <div class="page-heading">
        <div class="page-heading__words">
          <p class="eyebrow">Mail</p>
          <h1 class="heading heading--l">{view.subject}</h1>
        </div>
        <Tags tags={[view.status]} />
      </div>
      <div class="columns">
        <div class="columns__main">
          <Card title="As people see it">
            {view.shownAsOfNow && <p>{view.shownAsOfNow}</p>}
            <iframe
              class="mail-frame"
              src={view.htmlSrc}
              title="The mail as people see it"
              sandbox=""
            ></iframe>
          </Card>
          <Card title="As plain text">
            <pre class="mail-text" tabIndex={0}>
              {view.text}
            </pre>
          </Card>
        </div>
        <div class="columns__side">
          <Card title="Headers">
            <SummaryList rows={view.headers.map((header) => ({ key: header.name, value: header.value }))} />
          </Card>
          {view.calendar && <Calendar calendar={view.calendar} />}
          <Card title="Why was this sent?" {...(view.link === undefined ? {} : { link: view.link })}>
            {view.why.map(({ title, sentence }) => (
              <p key={sentence}>
                {title !== undefined && <strong>{title}: </strong>}
                {sentence}
              </p>
            ))}
            {view.demoLink && (
              <p>
                <ButtonLink href={view.demoLink.href} look="secondary">
                  {view.demoLink.label}
                </ButtonLink>
              </p>
            )}
          </Card>
          {view.again && view.again.length > 0 && (
            <Card title="Did it not arrive?">
              {view.again.map(({ href, label }) => (
                <p key={href}>
                  <ButtonLink href={href} look="secondary">
                    {label}
                  </ButtonLink>
                </p>
              ))}
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}

function Calendar({ calendar }: { readonly calendar: NonNullable<MailView['calendar']> }) {
  return (
    <Card title="Calendar entry">
      <p>{calendar.what}</p>
      <SummaryList rows={calendar.rows.map(({ name, value }) => ({ key: name, value }))} />
      <a href={calendar.href} class="link" download>
        Download .ics
      </a>
    </Card>
  );
}
