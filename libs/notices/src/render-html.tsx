import { renderToString } from 'preact-render-to-string';
import { askLineOf, PERSONAL_LINK } from './mail-content.js';
import type {
  MailButton,
  MailContact,
  MailContent,
  MailEntries,
  MailFact,
  MailPart,
  MailSection,
} from './mail-content.js';

/** The HTML form: one column, system fonts, nothing loaded from anywhere, every text escaped and without control characters. */
export function renderHtml(content: MailContent): string {
  const html = renderToString(<Mail content={content} />);
  return `<!doctype html>\n${html.replace(/\p{Cs}/gu, '\ufffd').replace(/[^\P{Cc}\n]/gu, ' ')}\n`;
}

const css = `
body { margin: 0; padding: 16px; background: #f7f5f1; color: #1c1a2e; font: 17px/1.5 Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
main { max-width: 600px; margin: 0 auto; padding: 24px; background: #fff; border-top: 6px solid #2d2a6e; }
h1 { margin: 0 0 16px; font-size: 23px; line-height: 1.3; color: #2d2a6e; }
h2 { margin: 0 0 16px; font-size: 20px; line-height: 1.3; color: #2d2a6e; }
h3 { margin: 24px 0 8px; font-size: 18px; line-height: 1.3; color: #2d2a6e; }
p, ul, address, table { margin: 0 0 16px; }
ul { padding-left: 22px; }
li { margin-bottom: 6px; }
a { color: #2d2a6e; }
table { width: 100%; border-collapse: collapse; background: #f4f3fb; }
th, td { padding: 8px 12px; text-align: left; vertical-align: top; border-bottom: 2px solid #fff; }
th { width: 1%; padding-right: 4px; white-space: nowrap; font-size: 15px; line-height: 1.7; }
pre { margin: 0 0 16px; padding: 8px 12px; background: #f4f3fb; font-size: 14px; white-space: pre-wrap; }
address { font-style: normal; padding-left: 12px; border-left: 4px solid #c9c5ea; }
section + section { margin-top: 32px; padding-top: 24px; border-top: 3px solid #c9c5ea; }
.button { display: inline-block; padding: 12px 20px; background: #2d2a6e; color: #fff; font-weight: bold; text-decoration: none; border-radius: 4px; }
.ask, footer { margin-top: 24px; padding-top: 16px; border-top: 1px solid #e3ded5; }
footer { font-size: 15px; color: #4b4860; }
`;

function Mail({ content }: { readonly content: MailContent }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{content.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        <main>
          <h1>{content.title}</h1>
          <p>{content.greeting}</p>
          {content.sections.map((section) => (
            <Section section={section} />
          ))}
          <div class="ask">
            <p>{askLineOf(content)}</p>
            {content.askWho.map((someone) => (
              <Contact contact={someone} />
            ))}
          </div>
          <footer>
            {content.why.map((text) => (
              <p>{text}</p>
            ))}
            <p>
              <a href={content.privacyHref}>How we use what you tell us</a>
            </p>
          </footer>
        </main>
      </body>
    </html>
  );
}

function Section({ section: { heading, parts, button, closing } }: { readonly section: MailSection }) {
  return (
    <section>
      {heading !== undefined && <h2>{heading}</h2>}
      {parts.map((part) => (
        <Part part={part} />
      ))}
      {button !== undefined && <Button button={button} />}
      {closing.map((text) => (
        <p>{text}</p>
      ))}
    </section>
  );
}

function Button({ button: { label, href } }: { readonly button: MailButton }) {
  return (
    <p>
      {href === undefined ? (
        <span class="button">
          {label} {PERSONAL_LINK}
        </span>
      ) : (
        <a class="button" href={href}>
          {label}
        </a>
      )}
    </p>
  );
}

function Part({ part }: { readonly part: MailPart }) {
  switch (part.kind) {
    case 'paragraph':
      return <p>{part.text}</p>;
    case 'list':
      return (
        <ul>
          {part.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case 'facts':
      return <Facts facts={part.facts} />;
    case 'contact':
      return <Contact contact={part.contact} />;
    case 'links':
      return (
        <ul>
          {part.links.map(({ title, url }) => (
            <li>
              <a href={url}>{title}</a>
            </li>
          ))}
        </ul>
      );
    case 'entries':
      return <Entries listed={part} />;
    case 'verbatim':
      return <pre>{part.lines.join('\n')}</pre>;
  }
}

function Entries({ listed: { heading, entries, more } }: { readonly listed: MailEntries }) {
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {entries.map(({ title, href, lines }) => (
          <li>
            <a href={href}>{title}</a>
            {lines.map((line) => (
              <>
                <br />
                {line}
              </>
            ))}
          </li>
        ))}
      </ul>
      {more !== undefined && (
        <p>
          <a href={more.href}>{more.text}</a>
        </p>
      )}
    </>
  );
}

function Facts({ facts }: { readonly facts: readonly MailFact[] }) {
  return (
    <table>
      <tbody>
        {facts.map(({ label, value }) => (
          <tr>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contact({ contact: { name, email, phone } }: { readonly contact: MailContact }) {
  return (
    <address>
      {name}
      {email !== undefined && (
        <>
          <br />
          <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
      {phone !== undefined && (
        <>
          <br />
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </>
      )}
    </address>
  );
}
