import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { programmeKey } from '@linking/domain/reminders/interest-mails.js';
import type { MailLookup } from '../mail-lookup.js';
import { mailContent } from '../render-mail.js';
import type { MailYear, YearMail } from './mail-year.js';

const schools: Readonly<Record<string, string>> = { '900001': 'Ash', '900002': 'Elm', '900003': 'Oak' };

const nobody = async () => {
  throw new Error('no mail of a link says this');
};

const lookup: MailLookup = {
  person: async (id) => ({ name: id, email: `${id}@school.example` }),
  school: async (urn) => ({ name: schools[urn] ?? urn }),
  note: async (id) => (id.startsWith('class-') ? `class ${id.slice('class-'.length)}` : undefined),
  programme: async () => ({
    name: 'Bradford',
    mailbox: 'bradford@linking.example',
    contactName: 'Aisha Khan',
  }),
  venue: async () => ({ name: 'Cartwright Hall', postcode: 'BD9 4NS', email: 'hall@venue.example' }),
  wordingText: async () => undefined,
  user: async () => undefined,
  waitedForPlace: async () => false,
  digests: { weekly: nobody, daily: nobody, figures: nobody, grantReport: nobody },
};

const settings = { publicUrl: 'https://linking.example', nationalOffice: 'office@linking.example' };

/**
 * The rows of a table that somebody wrote, as they can be compared: of a mail that goes day, time, rule, reader and subject
 * line, with a `+` when it leaves within the mail above it; of one that does not go `not`, the day on which it was due, and why.
 * Lines without a bar and the last column are for people.
 */
export const rowsOf = (table: string): readonly string[] =>
  table
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) =>
      line
        .split('|')
        .slice(0, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    );

/** The same rows of what was planned and sent. */
export async function rowsOfYear(year: MailYear): Promise<readonly string[]> {
  return Promise.all(year.rows.map(rowOf));
}

/** Every row that is expected, and no other. */
export async function expectMails(year: MailYear, table: string): Promise<void> {
  expect((await rowsOfYear(year)).toSorted()).toEqual(rowsOf(table).toSorted());
}

async function rowOf(mail: YearMail): Promise<string> {
  const { content, personId, sentAt, dueAt, mergedInto } = mail;
  const to = personId === programmeKey('bradford') ? 'programme' : personId;
  if (sentAt === undefined) {
    return ['not', londonDay(dueAt), content.rule, to, mail.reason ?? mail.status].join(' | ');
  }
  const { subject } = await mailContent(mail, lookup, settings);
  const when = `${mergedInto === undefined ? '' : '+ '}${londonDay(sentAt)} ${londonTime(sentAt)}`;
  return [when, content.rule, to, subject].join(' | ');
}
