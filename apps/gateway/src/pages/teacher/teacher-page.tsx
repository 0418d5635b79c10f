import { Contact } from '../agreement/agreement-text.js';
import { ButtonLink, OneButton } from '../components/button.js';
import { Card } from '../components/card.js';
import { DateTile } from '../components/date-tile.js';
import { Tag } from '../components/tag.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';
import { TaughtLink } from './taught-link.js';
import type { TeacherSessionView, TeacherView } from './teacher-view.js';

type OpenView = Extract<TeacherView, { readonly state: 'open' }>;

export function TeacherPage({ frame, view }: { readonly frame: PageFrame; readonly view: TeacherView }) {
  return (
    <Layout frame={frame} title={titleOf(view)} ground="narrow">
      <div class="signing teacher">
        <Body view={view} />
      </div>
    </Layout>
  );
}

function titleOf(view: TeacherView): string {
  switch (view.state) {
    case 'open':
      return 'Your linking year';
    case 'expired':
      return 'This link has expired';
    case 'sent-again':
      return 'A new link is on its way';
    case 'calendar':
      return 'Your dates in your own calendar';
    case 'not-found':
      return 'We do not know this link';
  }
}

function Body({ view }: { readonly view: TeacherView }) {
  const heading = <h1 class="heading heading--l">{titleOf(view)}</h1>;
  switch (view.state) {
    case 'open':
      return <Open view={view} />;
    case 'expired':
      return (
        <>
          {heading}
          {view.sendAgain === undefined ? (
            <p>
              It led to your page of {view.year}. No link of yours is open in that year now. For another year,
              use the newest mail from us. Questions? Answer that mail: it goes to your local facilitator.
            </p>
          ) : (
            <>
              <p>It led to your page of {view.year}. A new one goes to the same address at once.</p>
              <OneButton view={view.sendAgain} />
            </>
          )}
        </>
      );
    case 'sent-again':
      return (
        <>
          {heading}
          <p>
            We have sent it to the address that we have of you. It is there within a few minutes. If nothing
            comes, ask your local facilitator.
          </p>
        </>
      );
    case 'calendar':
      return (
        <>
          {heading}
          <p>Meetings and training of your year, with place and time. What is moved here moves there too.</p>
          <ButtonLink href={view.webcal}>Add to my calendar</ButtonLink>
          <h2 class="heading heading--m">If nothing opens</h2>
          <p>
            Copy this address into your calendar, where it offers “subscribe” or “add calendar from the web”.
            It is only for you.
          </p>
          <p>
            <code class="code">{view.address}</code>
          </p>
          <p>
            <a href={view.back.href} class="link link--tall">
              {view.back.label}
            </a>
          </p>
        </>
      );
    case 'not-found':
      return (
        <>
          {heading}
          <p>
            The address may be cut off, or it was closed. Open it again from the newest mail, or copy the
            whole line into the browser. If that does not help, answer the mail: it goes to your local
            facilitator.
          </p>
        </>
      );
  }
}

function Open({ view }: { readonly view: OpenView }) {
  return (
    <>
      <p class="eyebrow">{view.eyebrow}</p>
      <h1 class="heading heading--l">Your linking year</h1>
      <p class="lead">{view.name}</p>
      {view.before.map((sentence) => (
        <p key={sentence} class="card">
          {sentence} Questions? Ask your local facilitator.
        </p>
      ))}
      {view.links.length === 0 && view.before.length === 0 && (
        <p class="card">You are not named in a link of this year. Questions? Ask your local facilitator.</p>
      )}
      {view.links.map((link) => (
        <TaughtLink key={link.id} link={link} />
      ))}
      {view.links.length > 0 && <Sessions sessions={view.sessions} />}
      {view.links.length > 0 && (
        <Card title="Your calendar" id="calendar">
          <p>All your dates in the calendar of your phone. When one is moved here, it moves there.</p>
          <OneButton view={view.calendar} />
        </Card>
      )}
      <Card title="Whom to ask" id="ask">
        {view.contacts.map((contact) => (
          <Contact key={contact.email} contact={contact} />
        ))}
        <p>
          <strong>Worried about a child?</strong> Tell the safeguarding lead of your school at once. Never
          write it here.
        </p>
      </Card>
      <p class="muted teacher__notice">{view.notice}</p>
    </>
  );
}

function Sessions({ sessions }: { readonly sessions: readonly TeacherSessionView[] }) {
  return (
    <Card title="Your training" id="training">
      {sessions.length === 0 ? (
        <p class="muted">No date yet. Your local facilitator invites you by e-mail.</p>
      ) : (
        <ul class="lines">
          {sessions.map((session) => (
            <li key={session.id} class="lines__item lines__item--dated">
              <DateTile day={session.on} />
              <span class="lines__words">
                <strong>{session.title}</strong>
                <span class="lines__small">{session.when}</span>
                <Tag tag={session.tag} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
