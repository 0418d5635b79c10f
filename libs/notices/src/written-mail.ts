import type { WrittenMail } from '@linking/domain/reminders/mail-facts.js';
import { paragraph, type MailContent } from './mail-content.js';
import { mailAbout, type MailWords } from './mail-words.js';
import { oneLine } from './one-line.js';

export interface WrittenWords extends MailWords {
  readonly facts: Pick<WrittenMail, 'role' | 'linkRefs'>;
  readonly subject: string;
  /** Plain text; each line is a paragraph, as it was typed. */
  readonly text: string;
}

/** What a coordinator wrote to chosen people, in her own words and with the frame of every mail. */
export function writtenMail(words: WrittenWords): MailContent {
  const { facts, text, subject, ...others } = words;
  const paragraphs = text.split(/\n+/).map((part) => part.trim());
  const role = facts.role === 'teacher' ? 'link teacher' : 'headteacher';
  const links = `${facts.linkRefs.length === 1 ? 'link' : 'links'} ${facts.linkRefs.join(', ')}`;
  return mailAbout(others, {
    subject: oneLine(subject),
    parts: paragraphs.filter((part) => part !== '').map(paragraph),
    closing: ['You can simply reply to this e-mail. Please use no children’s names.'],
    why: `You get this e-mail because you are a ${role} in Schools Linking (${links}), and your local facilitator wrote it to you.`,
  });
}
