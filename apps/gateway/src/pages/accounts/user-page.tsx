import { OneButton, type OneButtonView } from '../components/button.js';
import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { SummaryList, type SummaryRow } from '../components/summary-list.js';
import { Tag, type TagView } from '../components/tag.js';
import { fullMoment } from '@linking/words/format.js';
import { ErrorSummary } from '../forms/error-summary.js';
import { Form } from '../forms/form.js';
import type { FormView } from '../forms/form-view.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface UserChangeView {
  /** ISO instant. */
  readonly at: string;
  /** `Closed the account`. */
  readonly sentence: string;
  readonly who: string;
}

export interface UserPageView {
  readonly name: string;
  readonly state: TagView;
  readonly known: readonly SummaryRow[];
  /** Absent for readers who may only look. */
  readonly administration?: {
    readonly roles: FormView;
    readonly details: FormView;
    readonly password?: OneButtonView;
    readonly closing: { readonly sentence: string; readonly button?: OneButtonView };
  };
  readonly changes: readonly UserChangeView[];
  readonly mails: readonly { readonly at: string; readonly link: LinkTo; readonly tag: TagView }[];
}

export function UserPage({ frame, view }: { readonly frame: PageFrame; readonly view: UserPageView }) {
  const { administration } = view;
  const forms = administration === undefined ? [] : [administration.roles, administration.details];
  const wrong = forms.filter(({ errors }) => errors.length > 0);
  return (
    <Layout frame={frame} title={view.name} hasErrors={wrong.length > 0}>
      {wrong.map((form) => (
        <ErrorSummary key={form.action} form={form} />
      ))}
      <PageHeading eyebrow="User" heading={view.name}>
        <Tag tag={view.state} />
      </PageHeading>
      <div class="columns">
        <div class="columns__main">
          {administration && (
            <>
              <Card title="Roles and programmes">
                <Form form={administration.roles} />
              </Card>
              <Card title="Name and e-mail address">
                <Form form={administration.details} />
              </Card>
            </>
          )}
          <Changes changes={view.changes} />
        </div>
        <div class="columns__side">
          <Card title="Account">
            <SummaryList rows={view.known} />
          </Card>
          {administration?.password && (
            <Card title="Password">
              <p>
                Makes an address with which {view.name} sets a password: once, within 7 days. You see it once
                and hand it over yourself. Earlier ones no longer work.
              </p>
              <OneButton view={administration.password} />
            </Card>
          )}
          {view.mails.length > 0 && (
            <Card title="Mails about this account">
              <ul class="lines">
                {view.mails.map((mail) => (
                  <li key={mail.link.href} class="lines__item">
                    <span class="lines__moment">{fullMoment(mail.at)}</span>
                    <a href={mail.link.href} class="link">
                      {mail.link.label}
                    </a>
                    <Tag tag={mail.tag} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
          {administration && (
            <Card title={administration.closing.button?.look === 'warning' ? 'Close the account' : 'Closing'}>
              <p>{administration.closing.sentence}</p>
              {administration.closing.button && <OneButton view={administration.closing.button} />}
            </Card>
          )}
        </div>
      </div>
    </Layout>
  );
}

function Changes({ changes }: { readonly changes: readonly UserChangeView[] }) {
  return (
    <Card title="What was changed">
      {changes.length === 0 ? (
        <p class="muted">Nothing since changes are kept.</p>
      ) : (
        <ul class="lines">
          {changes.map((change) => (
            <li key={`${change.at}${change.sentence}`} class="lines__item">
              <strong>{change.sentence}</strong>
              <span class="lines__small">
                {change.who} · {fullMoment(change.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
