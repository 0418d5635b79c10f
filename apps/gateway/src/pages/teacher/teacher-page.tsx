import { Contact } from '../agreement/agreement-text.js';
import { OneButton } from '../components/button.js';
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
              It led to your page of {view.year}. Your links of that year have ended. For a link of another
              year, use the newest mail from us.
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
      {view.calendar && (
        <Card title="Your calendar" id="calendar">
          <p>
            All your dates in your own calendar, and they move with ours.{' '}
            <a href={view.calendar.webcal} class="link">
              Add the calendar
            </a>
          </p>
          <p>Or copy this address into it. It is only for you:</p>
          <p>
            <code class="code">{view.calendar.address}</code>
          </p>
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
