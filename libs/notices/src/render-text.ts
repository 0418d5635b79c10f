import { PERSONAL_LINK } from './mail-content.js';
import type { MailContact, MailContent, MailPart } from './mail-content.js';

const WIDTH = 76;

/** The plain-text form, wrapped by hand for readers that show text as it is. */
export function renderText(content: MailContent): string {
  const blocks = [
    content.greeting,
    ...content.parts.map(partText),
    ...(content.button === undefined
      ? []
      : [`${content.button.label}:\n${content.button.href ?? PERSONAL_LINK}`]),
    ...content.closing.map((text) => wrap(text)),
    `Questions? Ask your local facilitator:\n${contactText(content.askWho)}`,
    '--',
    wrap(content.why),
    `How we use what you tell us:\n${content.privacyHref}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function partText(part: MailPart): string {
  switch (part.kind) {
    case 'paragraph':
      return wrap(part.text);
    case 'list':
      return part.items.map((item) => `* ${wrap(item, WIDTH - 2).replaceAll('\n', '\n  ')}`).join('\n');
    case 'contact':
      return contactText(part.contact);
  }
}

const contactText = ({ name, email, phone }: MailContact) =>
  [name, email, phone].flatMap((line) => (line === undefined ? [] : [`  ${oneLine(line)}`])).join('\n');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

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
