import { londonDay, londonTime } from '@linking/domain/calendar/london.js';
import { planOfficeDigests, planProgrammeDigests } from '@linking/domain/reminders/digest-mails.js';
import { mailBudget } from '@linking/domain/reminders/mail-budget.js';
import type { MailRule } from '@linking/domain/reminders/mail-facts.js';
import { dayAfter, isWorked } from './spec-support/days-of-the-table.js';
import { issued, meeting, proposed, said, saidYes, signed } from './spec-support/linked-schools.js';
import type { YearMail } from './spec-support/mail-year.js';
import { mailsByTheTable, tellTraining, type ByTheTable } from './spec-support/mails-by-the-table.js';
import { networkLives, type Network } from './spec-support/network-lives.js';
import { storyOf } from './spec-support/network-story.js';
import { mailsOf } from './spec-support/told-year.js';

const LAST_DAY = '2027-08-31';

/** What a mail is about, in the words of the second enumeration. */
function aboutOf({ content, anchorDate, mailbox }: YearMail): string {
  switch (content.rule) {
    case 'N05':
    case 'N08':
    case 'N31':
      return `#${content.asking}`;
    case 'N09':
    case 'N25':
      return [...('meeting' in content ? [`m${content.meeting?.number}`] : []), content.audience].join(' ');
    case 'N10':
    case 'N19':
      return `v${content.sequence} ${content.waiting ? 'waiting ' : ''}${content.change}`;
    case 'N11':
    case 'N12':
      return content.on;
    case 'N13':
      return 'sessionId' in content ? content.on : '';
    case 'N14':
      return `${anchorDate} #${content.asking}`;
    case 'N15':
    case 'N20': {
      const taken = mailbox === 'venue' && content.change === 'cancelled';
      return `${taken ? 'cancelled' : `v${content.sequence}`} m${content.number} ${content.change}`;
    }
    case 'N17':
    case 'N21':
      return `${content.on} m${content.number}`;
    case 'N18':
      return `${content.on} m${content.number} #${content.asking}`;
    case 'N26':
      return content.became;
    default:
      return '';
  }
}

const readerOf = ({ mailbox, programme, personId }: YearMail) =>
  mailbox === 'programme' ? `mailbox of ${programme}` : personId;

const keyOf = (mail: YearMail) =>
  `${mail.content.rule} ${readerOf(mail)} ${mail.subject} ${aboutOf(mail)}`.trim();

const moment = (instant: string) => `${londonDay(instant)} ${londonTime(instant)}`;

/** `npm run check:year-of-mails` looks at all 530. */
const LINKS = Number(process.env['YEAR_OF_MAILS'] ?? 56);

jest.setTimeout(LINKS > 100 ? 900_000 : 120_000);

describe(`a year of ${LINKS} links in 28 programmes`, () => {
  let network: Network;
  let rows: readonly YearMail[];
  let expected: ByTheTable;

  beforeAll(async () => {
    network = networkLives(LINKS, 20_261_137);
    tellTraining(network);
    rows = (await mailsOf(storyOf(network), LAST_DAY)).rows;
    expected = mailsByTheTable(network, LAST_DAY);
  });

  const sent = () => rows.filter(({ sentAt }) => sentAt !== undefined);

  test('has every rule about links, training and interests, and what becomes of people', () => {
    const rules = new Set(sent().map(({ content }) => content.rule));
    const inLinks: readonly MailRule[] = [
      ...(['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N07', 'N08', 'N09', 'N10', 'N11', 'N12'] as const),
      ...(['N13', 'N14', 'N15', 'N17', 'N18', 'N19', 'N20', 'N21', 'N24', 'N25', 'N26', 'N31'] as const),
    ];
    expect(inLinks.filter((rule) => !rules.has(rule))).toEqual([]);
  });

  test('sends every mail of the table at its moment: none is missing, and none goes twice', () => {
    const went = sent().map((row) => `${moment(row.sentAt ?? '')} ${keyOf(row)}`);
    expect(differences(went, expected.goes)).toEqual({ onlySent: [], onlyInTable: [] });
    expect(new Set(went).size).toBe(went.length);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('says of every other mail why it did not go', () => {
    const skipped = rows.filter(({ status }) => status === 'skipped').map(keyOf);
    expect(differences(skipped, expected.doesNotGo)).toEqual({ onlySent: [], onlyInTable: [] });
    const open = rows.filter(({ status }) => !['sent', 'skipped', 'cancelled'].includes(status));
    expect(open.map(({ id }) => id)).toEqual([]);
    const reasons = new Set(rows.flatMap(({ status, reason }) => (status === 'sent' ? [] : [reason ?? ''])));
    expect([...reasons].toSorted()).toEqual(['no-longer-wanted', 'too-late']);
  });

  test('gives nobody at a school or a venue two scheduled mails on one day', () => {
    const parcels = sent().filter(
      ({ kind, mailbox, mergedInto }) =>
        kind === 'scheduled' && mailbox !== 'programme' && mergedInto === undefined,
    );
    const days = parcels.map(({ personId, sentAt = '' }) => `${personId} ${londonDay(sentAt)}`);
    const seen = new Set<string>();
    const twice = days.filter((day) => seen.size === seen.add(day).size);
    expect(twice).toEqual([]);
    expect(sent().some(({ mergedInto }) => mergedInto !== undefined)).toBe(true);
  });

  // All goes well when nothing is asked twice, moved or called off, nobody waits for a place and each meeting is recorded on its day: a teacher of one link
  // then gets no N05, N08, N12, N14, N18, N25, N26 or N31. A celebration that a link adds to its year is two mails more.
  test('keeps to the budget where all goes well, and warns of everybody above it', () => {
    const counted = mailBudget(
      sent().map(({ id, personId, mergedInto }) => ({ personId, parcel: mergedInto ?? id, sent: true })),
      (id) => (/^(new-)?teacher-/.test(id) ? 'teacher' : /^(head|new-[A-Z])/.test(id) ? 'head' : undefined),
    );
    const people = counted.filter(({ budget }) => budget !== undefined);
    for (const { personId, count } of people)
      expect([personId, count]).toEqual([personId, expected.counts.get(personId)]);
    const over = people.filter(({ overBudget }) => overBudget).map(({ personId }) => personId);
    expect(over).toEqual(
      people
        .filter(({ budget = 0, personId }) => (expected.counts.get(personId) ?? 0) > budget)
        .map(({ personId }) => personId),
    );
    const mails = new Map<string, YearMail[]>();
    for (const row of sent()) mails.set(row.personId, [...(mails.get(row.personId) ?? []), row]);
    const well = people.filter(({ personId }) => hadAGoodYear(network, mails.get(personId) ?? []));
    expect(well.length).toBeGreaterThan(LINKS / 4);
    expect(well.filter(({ overBudget }) => overBudget)).toEqual([]);
  });
});

const AGAIN: ReadonlySet<MailRule> = new Set(['N05', 'N08', 'N12', 'N14', 'N18', 'N25', 'N26', 'N31']);

/** One link without a celebration, of which nothing had to be asked again, was moved or called off. */
function hadAGoodYear({ lives }: Network, mails: readonly YearMail[]): boolean {
  const refs = new Set(mails.flatMap(({ subject }) => (/^P\d/.test(subject) ? [subject] : [])));
  const celebrates = lives.some(
    ({ ref, meetings }) => refs.has(ref) && meetings.some(({ number }) => number === 4),
  );
  const asPlanned = mails.every(
    ({ content }) =>
      !AGAIN.has(content.rule) &&
      !('change' in content && content.change !== 'planned') &&
      !('waiting' in content && content.waiting),
  );
  return refs.size === 1 && !celebrates && asPlanned;
}

function differences(went: readonly string[], table: readonly string[]) {
  const [has, asked] = [new Set(went), new Set(table)];
  return {
    onlySent: went.filter((it) => !asked.has(it)).toSorted(),
    onlyInTable: table.filter((it) => !has.has(it)).toSorted(),
  };
}

describe('what is called off', () => {
  const story = (['BRD-2026-014', 'BRD-2026-015'] as const).flatMap((ref) => [
    ...proposed('2026-05-13 14:00', ['ash'], ['elm'], { ref }),
    ...saidYes('2026-05-21 15:00', ref),
    issued('2026-09-07 09:30', 'a', ref),
    issued('2026-09-07 09:30', 'b', ref),
    signed('2026-09-08 12:00', 'a', 'ash', ref),
    signed('2026-09-08 12:00', 'b', 'elm', ref),
    meeting('2026-11-02 11:00', 1, '2026-12-03', undefined, ref),
  ]);
  const cancelled = (at: string) =>
    said(at, 'MeetingCancelled', { number: 1, reasonCode: 'weather' }, 'BRD-2026-015');
  const toTeacher = async (at: string) => {
    const { rows } = await mailsOf([...story, cancelled(at)], '2026-12-31');
    const went = rows.flatMap(({ personId, sentAt, content, mergedInto }) =>
      personId === 'teacher-ash' && sentAt !== undefined && londonDay(sentAt) >= '2026-11-26'
        ? [`${moment(sentAt)} ${content.rule}${mergedInto === undefined ? '' : ' with it'}`]
        : [],
    );
    return went.toSorted();
  };

  test('at five past eight, after the mail that was merged at eight, arrives at five past eight', async () => {
    expect((await toTeacher('2026-11-26 08:05')).slice(0, 3)).toEqual([
      '2026-11-26 08:00 N17',
      '2026-11-26 08:00 N17 with it',
      '2026-11-26 08:05 N15',
    ]);
  });

  test('on a Sunday arrives on that Sunday', async () => {
    expect((await toTeacher('2026-11-29 08:05'))[2]).toBe('2026-11-29 08:05 N15');
  });
});

describe('the lists by mail of 28 programmes', () => {
  const worked = Array.from({ length: 303 }, (_, index) => dayAfter('2026-09-01', index)).filter(isWorked);
  const between = { from: '2026-09-01', to: '2027-06-30' };
  /** The first of those days on which somebody works in a week, or in a month. */
  const firsts = (spanOf: (day: string) => string) =>
    worked.filter((day, index) => index === 0 || spanOf(worked[index - 1] ?? '') !== spanOf(day));
  const weekOf = (day: string) =>
    String(Math.floor((Date.parse(day) - Date.parse('2026-08-31')) / 604_800_000));

  test('are asked for on the first working day of each week or month, and on each working day', () => {
    for (let index = 0; index < 28; index += 1) {
      const programme = { slug: `p${index}`, state: 'active', mailboxId: 'mailbox', digestsOff: [] } as const;
      const planned = planProgrammeDigests(programme, between);
      const daysOf = (rule: MailRule) =>
        planned.filter(({ content }) => content.rule === rule).map(({ dueOn }) => dueOn);
      expect(daysOf('N27')).toEqual(firsts(weekOf));
      expect(daysOf('N28')).toEqual(worked);
    }
    const figures = planOfficeDigests(['grace'], between).map(({ dueOn }) => dueOn);
    expect(figures).toEqual(firsts((day) => day.slice(0, 7)));
  });
});
