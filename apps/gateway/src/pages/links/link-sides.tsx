import { Card } from '../components/card.js';
import { DateTile } from '../components/date-tile.js';
import { SummaryList } from '../components/summary-list.js';
import { Tag } from '../components/tag.js';
import { shortMoment } from '@linking/words/format.js';
import type { LinkTo } from '../layout/page-frame.js';
import type {
  AgreementLineView,
  ClassView,
  ImpactLineView,
  LinkPageView,
  MailLineView,
  MeetingLineView,
  NextMailView,
  TrainingLineView,
} from './link-view.js';

/** The cards of the side column; a card without content is left out. */
export function LinkSides({ view }: { readonly view: LinkPageView }) {
  return (
    <div class="columns__side">
      <Classes classes={view.classes} />
      {view.agreement.length > 0 && <Agreement lines={view.agreement} />}
      {view.meetings.length > 0 && <Meetings meetings={view.meetings} />}
      {view.training.length > 0 && <Training lines={view.training} />}
      {view.impact.length > 0 && <Impact lines={view.impact} />}
      <Mails view={view} />
      {view.difference.length > 0 && (
        <Card title="When they were brought together">
          <SummaryList rows={view.difference} />
        </Card>
      )}
    </div>
  );
}

function Classes({ classes }: { readonly classes: readonly ClassView[] }) {
  return (
    <Card title="The two classes">
      <ul class="lines">
        {classes.map((one, index) => (
          <li key={index} class="lines__item">
            <strong>
              {typeof one.school === 'string' ? (
                one.school
              ) : (
                <a href={one.school.href} class="link">
                  {one.school.label}
                </a>
              )}
            </strong>
            <span>{one.words}</span>
            {one.people.map((person) => (
              <span key={person}>{person}</span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Agreement({ lines }: { readonly lines: readonly AgreementLineView[] }) {
  return (
    <Card title="Agreement">
      <ul class="lines">
        {lines.map((line) => (
          <li key={`${line.school}${line.who}`} class="lines__item lines__item--split">
            <span>
              {line.who}
              <span class="lines__small">{line.school}</span>
            </span>
            <strong class={`status status--${line.tone}`}>{line.status}</strong>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Meetings({ meetings }: { readonly meetings: readonly MeetingLineView[] }) {
  return (
    <Card title="Meetings">
      <ul class="lines">
        {meetings.map((meeting) => (
          <li key={meeting.title} class="lines__item lines__item--dated">
            {meeting.on === undefined ? (
              <span class="date-tile date-tile--open">–</span>
            ) : (
              <DateTile day={meeting.on} />
            )}
            <span class="lines__words">
              <strong>{meeting.title}</strong>
              <span>{meeting.place}</span>
              {meeting.detail !== undefined && <span class="lines__small">{meeting.detail}</span>}
              {meeting.tag && <Tag tag={meeting.tag} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Training({ lines }: { readonly lines: readonly TrainingLineView[] }) {
  return (
    <Card title="Training">
      <ul class="lines">
        {lines.map((line) => (
          <li key={`${line.teacher}${line.words}`} class="lines__item">
            <strong>{line.teacher}</strong>
            <span>{line.words}</span>
            {line.tag && <Tag tag={line.tag} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Impact({ lines }: { readonly lines: readonly ImpactLineView[] }) {
  return (
    <Card title="What came of it">
      <ul class="lines">
        {lines.map((line) => (
          <li key={line.title} class="lines__item lines__item--split">
            <span>
              <strong>{line.title}</strong>
              <span class="lines__small">{line.words}</span>
              {line.small !== undefined && <span class="lines__small">{line.small}</span>}
            </span>
            {line.action && (
              <a href={line.action.href} class="link">
                {line.action.label}
                <span class="govuk-visually-hidden">: {line.title}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Mails({ view }: { readonly view: LinkPageView }) {
  const { toCome, sent, hold } = view.mails;
  return (
    <>
      {toCome && <NextMails mails={toCome} hold={hold} />}
      {sent.length > 0 && (
        <Card title="What has been sent">
          <MailLines mails={sent} />
        </Card>
      )}
    </>
  );
}

function NextMails({
  mails,
  hold,
}: {
  readonly mails: readonly NextMailView[];
  readonly hold: LinkTo | undefined;
}) {
  return (
    <Card title="What will be sent next" {...(hold === undefined ? {} : { link: hold })}>
      {mails.length === 0 ? (
        <p class="muted">Nothing is planned. Mails appear here when a date is set or a step opens.</p>
      ) : (
        <>
          <ul class="lines">
            {mails.map((mail) => (
              <li
                key={`${mail.day}${mail.title}${mail.held}${mail.never}`}
                class="lines__item lines__item--dated"
              >
                <DateTile day={mail.day} />
                <span class="lines__words">
                  <span>{mail.title}</span>
                  <span class="lines__small">to {mail.to}</span>
                  {mail.held !== undefined && <Tag tag={{ tone: 'amber', text: mail.held }} />}
                  {mail.never !== undefined && <span class="lines__small">{mail.never}</span>}
                </span>
              </li>
            ))}
          </ul>
          <p class="lines__small lines__note">
            A forecast from today’s rules. It changes if the meeting moves.
          </p>
        </>
      )}
    </Card>
  );
}

function MailLines({ mails }: { readonly mails: readonly MailLineView[] }) {
  return (
    <ul class="lines">
      {mails.map((mail) => (
        <li key={`${mail.at}${mail.subject}${mail.to}`} class="lines__item">
          <time class="lines__moment" dateTime={mail.at}>
            {shortMoment(mail.at)}
          </time>
          {mail.href === undefined ? (
            <span>{mail.subject}</span>
          ) : (
            <a href={mail.href} class="link">
              {mail.subject}
            </a>
          )}
          <span class="lines__small">to {mail.to}</span>
          {mail.tag && <Tag tag={mail.tag} />}
        </li>
      ))}
    </ul>
  );
}
