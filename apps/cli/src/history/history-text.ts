import type { LinkDetails } from '@linking/application/links/link-details.js';
import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { bothSides } from '@linking/domain/link/link.js';
import { fullMoment, longDay } from '@linking/words/format.js';
import {
  capital,
  codeText,
  listText,
  meetingNames,
  outcomeNames,
  stageNames,
  yearGroupsText,
} from '@linking/words/link-terms.js';
import type { ToldEntry, ToldMail } from './told-history.js';

export interface HistoryShown {
  readonly moment: { readonly title: string; readonly sentence: string };
  readonly link: LinkDetails;
  readonly history: readonly ToldEntry[];
  readonly mails?: readonly ToldMail[];
}

/** The link as it was, then its history from the first entry on. */
export function historyText({ moment, link, history, mails }: HistoryShown): string {
  const width = String(history.at(-1)?.event ?? 0).length;
  const lines = [
    `${link.ref}: ${[...new Set(bothSides.map((side) => link.sides[side].school))].join(' and ')}`,
    `${moment.title} (${moment.sentence})`,
    '',
    ...stateLines(link),
    '',
    ...history.flatMap((entry) => entryLines(entry, width)),
    ...(mails === undefined ? [] : ['', ...mailLines(mails)]),
  ];
  return `${lines.join('\n')}\n`;
}

function stateLines(link: LinkDetails): readonly string[] {
  const { stage, reached, outcome, flags, gaps, sides, agreement, meetings } = link;
  const since = reached[stage];
  return [
    row('Stage', `${stageNames[stage]}${since === undefined ? '' : `, ${longDay(since)}`}`),
    row('Outcome', listText([outcomeNames[outcome], ...flags.map((flag) => capital(codeText(flag)))])),
    ...bothSides.map((side) => row(side === 'a' ? 'First school' : 'Second school', sideLine(sides[side]))),
    row(
      'Agreement',
      bothSides.map((side) => `${sides[side].school}: ${agreementText(agreement[side])}`).join('; '),
    ),
    ...meetings.map(({ number, status, on }) => row(meetingNames[number], `${status}, ${longDay(on)}`)),
    ...gaps.map(({ sentence }) => row('Gap', sentence)),
  ];
}

const row = (name: string, value: string) => `${name.padEnd(15)}${value}`;

function sideLine({ school, className, yearGroups, pupilCount, head, teachers }: LinkDetails['sides']['a']) {
  const people = [head.name, ...teachers.map(({ name }) => name)].filter((name) => name !== '');
  const years = yearGroupsText(yearGroups);
  return [school, className, className.includes(years) ? '' : years, `${pupilCount} pupils`, listText(people)]
    .filter((part) => part !== '')
    .join(', ');
}

function agreementText({ status, signedOn, declinedOn, revokedOn, signer }: LinkDetails['agreement']['a']) {
  const on = signedOn ?? declinedOn ?? revokedOn;
  const said = { 'not-issued': 'not asked yet', issued: 'not signed yet', revoked: 'taken back' };
  const words = status in said ? said[status as keyof typeof said] : status;
  return `${words}${on === undefined ? '' : ` ${longDay(on)}`}${status === 'signed' && signer !== undefined ? ` by ${signer}` : ''}`;
}

function entryLines(entry: ToldEntry, width: number): readonly string[] {
  const { event, occurredOn, recordedAt, headline, details, by, voided, late } = entry;
  const recordedOn = londonDay(recordedAt);
  const recorded =
    recordedOn === occurredOn ? `at ${londonTime(recordedAt)}` : `recorded ${fullMoment(recordedAt)}`;
  const marks = [voided ? ' [voided]' : '', late ? ' [entered late]' : ''].join('');
  const indent = ' '.repeat(width + 2);
  return [
    `${String(event).padStart(width)}  ${longDay(occurredOn)}: ${headline}${marks}`,
    ...details.map((detail) => `${indent}${detail}`),
    `${indent}${by}, ${recorded}`,
  ];
}

function mailLines(mails: readonly ToldMail[]): readonly string[] {
  if (mails.length === 0) return ['No mail was sent.'];
  return mails.map(({ title, recordedAt, to, outcome, reason }) => {
    const end = outcome === 'sent' ? '' : ` [${outcome}${reason === undefined ? '' : `: ${reason}`}]`;
    return `Mail, ${fullMoment(recordedAt)}: ${title}, to ${to}${end}`;
  });
}
