import { ButtonLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { DateTile } from '../components/date-tile.js';
import { PageHeading } from '../components/page-heading.js';
import { CsrfField } from '../forms/hidden-fields.js';
import { fullDay, fullMoment, shortMoment } from '@linking/words/format.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface SentMailView {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  readonly href: string;
  readonly title: string;
  /** `3 matters in one mail`. */
  readonly merged?: string;
  readonly to: string;
}

export interface ClockView {
  /** The demonstration's moment, an ISO instant. */
  readonly now: string;
  /** Absent for those who may only look. */
  readonly forward?: { readonly action: string; readonly csrf: string };
  readonly sentTitle: string;
  readonly sentWords: string;
  readonly reload: LinkTo;
  readonly sent: readonly SentMailView[];
  /** By day, earliest first. */
  readonly ahead: readonly {
    readonly day: string;
    readonly mails: string;
    readonly titles: readonly string[];
  }[];
}

const STEPS = [
  ['hour', 'Forward an hour'],
  ['day', 'Forward a day'],
  ['week', 'Forward a week'],
  ['school-day', 'To the next school day, 08:00'],
] as const;

/** Moves the time of the demonstration, and shows what mails that sends. */
export function ClockPage({ frame, view }: { readonly frame: PageFrame; readonly view: ClockView }) {
  return (
    <Layout frame={frame} title="Clock of the demonstration">
      <PageHeading
        eyebrow="Clock of the demonstration"
        heading={fullMoment(view.now)}
        lead="Time only moves forward, for everybody in this demonstration. Scheduled mails go on school days from 08:00 to 17:00."
      />
      {view.forward ? (
        <form method="post" action={view.forward.action} class="clock-steps">
          <CsrfField csrf={view.forward.csrf} />
          {STEPS.map(([by, label]) => (
            <button
              key={by}
              type="submit"
              name="by"
              value={by}
              class={`button button--${by === 'school-day' ? 'primary' : 'secondary'}`}
            >
              {label}
            </button>
          ))}
        </form>
      ) : (
        <p class="card card--note">Auditors change nothing, so others move the clock.</p>
      )}
      <div class="columns">
        <div class="columns__main">
          <Card title={view.sentTitle}>
            <div class="clock-sent">
              <p>{view.sentWords}</p>
              <ButtonLink href={view.reload.href} look="secondary">
                {view.reload.label}
              </ButtonLink>
            </div>
            {view.sent.length > 0 && <SentMails mails={view.sent} />}
          </Card>
        </div>
        <div class="columns__side">
          <Card title="What goes next">
            {view.ahead.length === 0 ? (
              <p class="muted">Nothing is due in the next two weeks.</p>
            ) : (
              <ul class="lines">
                {view.ahead.map((day) => (
                  <li key={day.day} class="lines__item lines__item--dated">
                    <DateTile day={day.day} />
                    <span class="lines__words">
                      <strong>
                        {day.mails}
                        <span class="govuk-visually-hidden"> on {fullDay(day.day)}</span>
                      </strong>
                      <span class="lines__small">{day.titles.join(' · ')}</span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </div>
    </Layout>
  );
}

function SentMails({ mails }: { readonly mails: readonly SentMailView[] }) {
  return (
    <ul class="lines">
      {mails.map((mail) => (
        <li key={mail.id} class="lines__item">
          <time class="lines__moment" dateTime={mail.at}>
            {shortMoment(mail.at)}
          </time>
          <a href={mail.href} class="link link--strong">
            {mail.title}
            <span class="govuk-visually-hidden"> to {mail.to}</span>
          </a>
          <span class="lines__small">
            to {mail.to}
            {mail.merged !== undefined && ` · ${mail.merged}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
