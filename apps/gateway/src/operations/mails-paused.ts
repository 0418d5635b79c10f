import type { MailsPause } from '@linking/application/operations/pauses.js';
import { longMoment } from '@linking/words/format.js';
import { pauseReasonWords } from './operations-words.js';

/** What people who look after links read while no mail leaves: since when, why, and what becomes of those that wait. */
export function mailsPausedWords({ reason, at }: MailsPause): string {
  const why = reason === 'other' ? '' : `: ${lowerFirst(pauseReasonWords[reason])}`;
  return `Mails of the whole network have been paused since ${longMoment(at)}${why}. They wait, and go when the national office lets them go on.`;
}

/** The part of a view that {@link MailsPaused} shows; empty while mails go. */
export const mailsPausedView = (pause: MailsPause | undefined): { readonly mailsPaused?: string } =>
  pause === undefined ? {} : { mailsPaused: mailsPausedWords(pause) };

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
