import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import type { PausablePart, PauseReason, WorkPart } from '@linking/application/operations/work-parts.js';
import { MOST_COUNTED } from '@linking/application/operations/log-readers.js';
import { codeText } from '@linking/words/link-terms.js';
import { counted, shortMoment } from '@linking/words/format.js';

interface PartWords {
  readonly name: string;
  readonly does: string;
}

export const partWords: Readonly<Record<WorkPart, PartWords>> = {
  mails: { name: 'Mails', does: 'Sends what is due' },
  planning: { name: 'Planning', does: 'Works out which mails each link wants' },
  carrying: { name: 'Carrying', does: 'Takes facts from one link or session to another' },
  projections: { name: 'Lists', does: 'Keeps the lists and counts up to date' },
  digests: { name: 'Lists by mail', does: 'Plans the weekly and daily lists and the figures' },
  escalations: { name: 'Escalations', does: 'Writes down which steps grew more urgent' },
  accounts: { name: 'Accounts', does: 'Mails about passwords, and changes of accounts' },
  'public-form': { name: 'Public form', does: 'Asks schools to confirm their interest' },
  'test-mails': { name: 'Test mails', does: 'Sends mails that people try on themselves' },
  bounces: { name: 'Mails that came back', does: 'Reads the mailbox to which they come' },
  ledger: { name: 'Signing', does: 'Signs the log; it cannot be paused' },
};

export const pauseReasonWords: Readonly<Record<PauseReason, string>> = {
  'mail-server': 'The mail server has trouble',
  'wrong-mails': 'Wrong mails go out',
  maintenance: 'Work on the machine',
  other: 'Another reason',
};

export const pauseForms: Readonly<
  Record<PausablePart | 'all', { readonly title: string; readonly intro: string }>
> = {
  all: {
    title: 'Pause all work?',
    intro:
      'No mail goes and the lists stand still until somebody lets the work go on. People can still read and save, and the log is still signed. Nothing is lost.',
  },
  mails: {
    title: 'Pause mails?',
    intro:
      'No mail leaves, not even one that cancels a meeting or sets a password, until somebody lets them go on. What is due waits, and goes then unless it comes too late to help. One that is on its way just now still arrives.',
  },
  planning: {
    title: 'Pause planning?',
    intro: 'Mails that follow from what is recorded now are worked out when it goes on.',
  },
  carrying: {
    title: 'Pause carrying?',
    intro: 'Attendance, pairing and the like reach other links and lists when it goes on.',
  },
  projections: {
    title: 'Pause the lists?',
    intro: 'Lists and counts stand still. The page of a link shows what is recorded all the same.',
  },
  digests: {
    title: 'Pause lists by mail?',
    intro: 'Weekly and daily lists are not planned until it goes on.',
  },
  escalations: {
    title: 'Pause escalations?',
    intro: 'Today shows what is urgent all the same; it is written down when it goes on.',
  },
  bounces: {
    title: 'Pause the reading of mails that came back?',
    intro: 'They stay in the mailbox and are read when it goes on.',
  },
};

/** What a code of an error means for whoever keeps the machine running. */
const codeWords: Readonly<Record<string, string>> = {
  'mail-server-not-reachable': 'The mail server cannot be reached',
  'mail-server-not-found': 'The address of the mail server is not known',
  'mail-server-sign-in-refused': 'The mail server refuses our user name or password',
  'mail-server-went-silent': 'The mail server went silent',
  'no-secure-connection': 'The certificate of the mail server is not trusted',
  ECONNREFUSED: 'Nobody answers at the address',
  ECONNRESET: 'The connection broke',
  ETIMEDOUT: 'No answer in time',
  ENOTFOUND: 'The address is not known',
  EventStoreUnavailableError: 'The event log did not answer',
  QueuesAwayError: 'The server of the queues did not answer',
  '57P01': 'The database was stopped',
  '57P03': 'The database is starting',
  '53300': 'The database has no connection left',
};

export function problemWords(code: string): string {
  const said = /^mail-server-said-(\d{3})$/.exec(code)?.[1];
  if (said !== undefined) return `The mail server said ${said}`;
  return codeWords[code] ?? (/^[a-z-]+$/.test(code) ? `${codeText(code)}` : `Technical name: ${code}`);
}

/** `14:02`, with the day when it was another one. */
export const momentWords = (instant: string, now: string): string =>
  londonDay(instant) === londonDay(now) ? londonTime(instant) : shortMoment(instant);

export function ageWords(seconds: number): string {
  if (seconds === 0) return 'under a second';
  if (seconds < 60) return counted(seconds, 'second');
  if (seconds < 3_600) return counted(Math.floor(seconds / 60), 'minute');
  if (seconds < 172_800) return counted(Math.floor(seconds / 3_600), 'hour');
  return counted(Math.floor(seconds / 86_400), 'day');
}

/** `just now`, `3 minutes ago`. */
export const agoWords = (seconds: number): string => (seconds < 5 ? 'just now' : `${ageWords(seconds)} ago`);

export function behindWords(behind: number): string {
  if (behind === 0) return 'Up to date';
  return behind >= MOST_COUNTED
    ? `${counted(MOST_COUNTED, 'event')} behind, or more`
    : `${counted(behind, 'event')} behind`;
}

const readerWords: Readonly<Record<string, string>> = {
  planning: 'Planning of mails',
  carrying: 'Carrying',
  'link-board': 'Links and Today',
  'link-history': 'History of links',
  'waiting-list': 'Waiting list',
  'training-diary': 'Training',
  ledger: 'Signing',
  'bounced-addresses': 'Addresses that do not exist',
};

export const readerName = (name: string): string =>
  readerWords[name] ?? name.slice(0, 1).toUpperCase() + name.slice(1).replaceAll('-', ' ');
