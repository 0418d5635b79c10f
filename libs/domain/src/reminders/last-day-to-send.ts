import { addDays } from '../calendar/london.js';
import { howDidItGoDays } from './how-did-it-go-days.js';
import type { WantedMail } from './wanted-mail.js';

const DAYS_OF_PATIENCE = 7;

/**
 * The last London day on which a mail still helps. An appointment can be announced until its day; who asks again in a
 * week does not ask twice on one day; all else waits a week for the mail server.
 */
export function lastDayToSend({ dueOn, content }: Pick<WantedMail, 'dueOn' | 'content'>): string {
  switch (content.rule) {
    case 'N10':
    case 'N15':
    case 'N19':
    case 'N20':
      return content.on;
    case 'N11':
    case 'N17':
      return addDays(content.on, -1);
    case 'N21':
      // From a week before on N17 says more.
      return addDays(content.on, -8);
    case 'N18':
      return content.asking === 1 ? addDays(howDidItGoDays(content.on)[2], -1) : inAWeek(dueOn);
    case 'N08':
      return content.asking === 1 ? addDays(inAWeek(dueOn), -1) : inAWeek(dueOn);
    case 'N01':
    case 'N02':
    case 'N07':
    case 'N09':
    case 'N12':
    case 'N25':
      return inAWeek(dueOn);
  }
}

const inAWeek = (day: string) => addDays(day, DAYS_OF_PATIENCE);
