import type { MailContent, MailSection } from './mail-content.js';
import { counted, upperFirst } from './mail-words.js';

/** Several mails to one person as one: a section each with its own button, and one foot with every reason. */
export function mergedMail(contents: readonly MailContent[]): MailContent {
  const [first, ...others] = contents;
  if (first === undefined) throw new Error('There is no mail to merge');
  if (others.length === 0) return first;
  return {
    ...first,
    subject: `${first.subject} (and ${others.length} more)`,
    title: `${upperFirst(counted(contents.length, 'thing'))} from Schools Linking`,
    sections: saidOnce(contents.flatMap(withHeading)),
    askWho: distinct(contents.flatMap(({ askWho }) => askWho)),
    why: distinct(contents.flatMap(({ why }) => why)),
  };
}

const withHeading = ({ title, sections }: MailContent) =>
  sections.map((section) => ({ heading: title, ...section }));

/** What several of them say after their buttons is said after the last one. */
const saidOnce = (sections: readonly MailSection[]) =>
  sections.map((section, index) => {
    const later = new Set(sections.slice(index + 1).flatMap(({ closing }) => closing));
    return { ...section, closing: section.closing.filter((text) => !later.has(text)) };
  });

const distinct = <Value>(values: readonly Value[]): readonly Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
