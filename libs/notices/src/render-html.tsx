import { renderToString } from 'preact-render-to-string';
import { PERSONAL_LINK } from './mail-content.js';
import type { MailContact, MailContent, MailPart } from './mail-content.js';

/** The HTML form: one column, system fonts, nothing loaded from anywhere, every text escaped. */
export function renderHtml(content: MailContent): string {
  return `<!doctype html>\n${renderToString(<Mail content={content} />)}\n`;
}

const css = `
body { margin: 0; padding: 16px; background: #f7f5f1; color: #1c1a2e; font: 17px/1.5 Arial, Helvetica, sans-serif; }
main { max-width: 600px; margin: 0 auto; padding: 24px; background: #fff; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
p, ul, address { margin: 0 0 16px; }
address { font-style: normal; padding-left: 12px; border-left: 4px solid #c9c5ea; }
.button { display: inline-block; padding: 12px 20px; background: #2d2a6e; color: #fff; font-weight: bold; text-decoration: none; }
footer { margin-top: 24px; padding-top: 16px; border-top: 1px solid #e3ded5; font-size: 15px; }
`;

function Mail({ content }: { readonly content: MailContent }) {
  const { button } = content;
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
          <h1>{content.subject}</h1>
          <p>{content.greeting}</p>
          {content.parts.map((part) => (
            <Part part={part} />
          ))}
          {button && (
            <p>
              {button.href === undefined ? (
                <span class="button">
                  {button.label} {PERSONAL_LINK}
                </span>
              ) : (
                <a class="button" href={button.href}>
                  {button.label}
                </a>
              )}
            </p>
          )}
          {content.closing.map((text) => (
            <p>{text}</p>
          ))}
          <p>Questions? Ask your local facilitator:</p>
          <Contact contact={content.askWho} />
          <footer>
            <p>{content.why}</p>
            <p>
              <a href={content.privacyHref}>How we use what you tell us</a>
            </p>
          </footer>
        </main>
      </body>
    </html>
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
    case 'contact':
      return <Contact contact={part.contact} />;
  }
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
