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
import { oneLine } from './one-line.js';

const WIDTH = 76;

/** The plain-text form, wrapped by hand for readers that show text as it is. */
export function renderText(content: MailContent): string {
  const blocks = [
    ...(content.title === content.subject ? [] : [wrap(content.title)]),
    wrap(content.greeting),
    ...content.sections.flatMap(sectionBlocks),
    `${askLineOf(content)}\n${content.askWho.map(contactText).join('\n\n')}`,
    '--',
    ...content.why.map((text) => wrap(text)),
    `How we use what you tell us:\n${content.privacyHref}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks({ heading, parts, button, closing }: MailSection): readonly string[] {
  return [
    ...(heading === undefined ? [] : [headingText(heading)]),
    ...parts.map(partText),
    ...(button === undefined ? [] : [`${button.label}:\n${addressText(button)}`]),
    ...closing.map((text) => wrap(text)),
  ];
}

/** An address of mail is read by a person, without what only programs need. */
const addressText = ({ href = PERSONAL_LINK }: MailButton) =>
  href.startsWith('mailto:') ? decodeURI(href.slice('mailto:'.length).split('?')[0] ?? '') : href;

function headingText(heading: string): string {
  const lines = wrap(heading);
  return `${lines}\n${'='.repeat(Math.max(...lines.split('\n').map((line) => line.length)))}`;
}

function partText(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return wrap(part.text);
    case 'list':
      return part.items.map((item) => `* ${hanging(item, 2)}`).join('\n');
    case 'facts':
      return factsText(part.facts);
    case 'contact':
      return contactText(part.contact);
    case 'links':
      return part.links.map(({ title, url }) => `* ${hanging(title, 2)}:\n  ${oneLine(url)}`).join('\n');
    case 'entries':
      return entriesText(part);
    case 'verbatim':
      return part.lines.join('\n');
  }
}

/** The pages of single things are left to the other form: here they would hide the words. */
function entriesText({ heading, entries, more }: MailEntries): string {
  return [
    `${wrap(heading)}\n${'-'.repeat(heading.length)}`,
    ...entries.map(({ title, lines }) =>
      [`* ${hanging(title, 2)}`, ...lines.map((line) => `  ${hanging(line, 2)}`)].join('\n'),
    ),
    ...(more === undefined ? [] : [`${wrap(more.text)}:\n${more.href}`]),
  ].join('\n\n');
}

/** Labels in a column of their own, as long as the longest of them. */
function factsText(facts: readonly MailFact[]): string {
  const column = Math.max(...facts.map(({ label }) => label.length)) + 2;
  return facts
    .map(({ label, value }) => `  ${`${label}:`.padEnd(column)}${hanging(value, column + 2)}`)
    .join('\n');
}

const hanging = (text: string, indent: number) =>
  wrap(text, WIDTH - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);

const contactText = ({ name, email, phone }: MailContact) =>
  [name, email, phone].flatMap((line) => (line === undefined ? [] : [`  ${oneLine(line)}`])).join('\n');

function wrap(text: string, width = WIDTH): string {
  const lines = [''];
  for (const word of oneLine(text).split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
