import { askLineOf } from '../mail-content.js';
import type { MailContent, MailPart, MailSection } from '../mail-content.js';
import { upperFirst, YOUR_FACILITATOR } from '../mail-words.js';

/** The mail as a programme writes it that calls its coordinator otherwise, such as `your linking officer`. */
export function calledAs(content: MailContent, facilitator: string): MailContent {
  if (facilitator === YOUR_FACILITATOR) return content;
  const say = (text: string) =>
    text
      .replaceAll(YOUR_FACILITATOR, () => facilitator)
      .replaceAll(upperFirst(YOUR_FACILITATOR), () => upperFirst(facilitator));
  return {
    ...content,
    subject: say(content.subject),
    title: say(content.title),
    askLine: say(askLineOf(content)),
    why: content.why.map(say),
    sections: content.sections.map((section) => sectionIn(section, say)),
  };
}

const sectionIn = (section: MailSection, say: (text: string) => string): MailSection => ({
  ...section,
  parts: section.parts.map((part) => partIn(part, say)),
  closing: section.closing.map(say),
});

function partIn(part: MailPart, say: (text: string) => string): MailPart {
  switch (part.kind) {
    case 'paragraph':
      return { ...part, text: say(part.text) };
    case 'list':
      return { ...part, items: part.items.map(say) };
    case 'facts':
    case 'contact':
    case 'links':
    case 'entries':
    case 'verbatim':
      return part;
  }
}
