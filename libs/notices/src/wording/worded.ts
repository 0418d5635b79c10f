import { paragraphsOf, type WordingText } from '@linking/domain/wording/wording-text.js';
import { paragraph, type MailContent, type MailPart, type MailSection } from '../mail-content.js';
import { oneLine } from '../one-line.js';
import { filled, type Fillings } from './fillings.js';

/** What of a mail can be worded otherwise, as it stands. */
export function wordsOf({ subject, sections: [section] }: MailContent): WordingText {
  const { parts = [], closing = [] } = section ?? {};
  const opening = parts.slice(0, openingOf(parts)).map(textOf);
  return {
    subject,
    opening: opening.join('\n\n'),
    closing: closing.filter((text) => !isAlwaysSaid(text)).join('\n\n'),
  };
}

/** The mail in other words; what is made from facts stays, and so do its button, who to ask and why it came. */
export function worded(content: MailContent, text: WordingText, fillings: Fillings): MailContent {
  const [section, ...others] = content.sections;
  if (section === undefined) return content;
  const say = (words: string) => paragraphsOf(words).map((line) => filled(line, fillings));
  const subject = oneLine(filled(oneLine(text.subject), fillings));
  return {
    ...content,
    subject,
    title: subject,
    sections: [
      {
        ...section,
        parts: [...say(text.opening).map(paragraph), ...section.parts.slice(openingOf(section.parts))],
        closing: closingWith(section.closing, say(text.closing)),
      },
      ...others,
    ] satisfies readonly MailSection[],
  };
}

/** How many parts are its opening: the first paragraphs, without one that leads over to what is made from facts. */
function openingOf(parts: readonly MailPart[]): number {
  const end = parts.findIndex(
    (part) => part.kind !== 'paragraph' || part.fixed === true || part.text.endsWith(':'),
  );
  return end === -1 ? parts.length : end;
}

const textOf = (part: MailPart) => (part.kind === 'paragraph' ? part.text : '');

/** What protects children, and an address that is one person's own, is said in every wording. */
const isAlwaysSaid = (text: string) => text.includes('children’s names') || text.includes('for you alone');

/** In the place where the words of its own closing stood. */
function closingWith(closing: readonly string[], own: readonly string[]): readonly string[] {
  const first = closing.findIndex((text) => !isAlwaysSaid(text));
  const at = first === -1 ? 0 : first;
  return [...closing.slice(0, at), ...own, ...closing.slice(at).filter(isAlwaysSaid)];
}
