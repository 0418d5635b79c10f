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
      // A programme may ask later than usual: on its own day it goes in any case.
      return content.asking === 1
        ? later(addDays(howDidItGoDays(content.on)[2].dueOn, -1), dueOn)
        : inAWeek(dueOn);
    case 'N05':
    case 'N08':
    case 'N14':
    case 'N31':
      return content.asking === 1 ? addDays(inAWeek(dueOn), -1) : inAWeek(dueOn);
    case 'N27':
      return addDays(content.monday, DAYS_OF_PATIENCE - 1);
    case 'N28':
      // The next day's list has all that this one had.
      return content.day;
    case 'N30':
      return content.asking === 1 ? addDays(content.due, -8) : content.due;
    case 'N01':
    case 'N02':
    case 'N03':
    case 'N04':
    case 'N06':
    case 'N07':
    case 'N09':
    case 'N12':
    case 'N13':
    case 'N25':
    case 'N29':
    case 'written':
      return inAWeek(dueOn);
    case 'N24':
      return content.lastDay;
    case 'N26':
      return inAWeek(content.recordedOn);
  }
}

const later = (x: string, y: string) => (x > y ? x : y);

const inAWeek = (day: string) => addDays(day, DAYS_OF_PATIENCE);
