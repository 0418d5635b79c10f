import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';
import { joined } from '../programme/spec-support/example-programme.js';
import { digestOfId, OFFICE_FIGURES, planOfficeDigests, planProgrammeDigests } from './digest-mails.js';
import { programmeKey } from './interest-mails.js';
import { lastDayToSend } from './last-day-to-send.js';
import { mailId } from './wanted-mail.js';

const mailbox: ProgrammeEvent = { type: 'MailboxSet', data: { mailboxId: 'm1' } };
const off = (digest: 'weekly-list' | 'daily-list'): ProgrammeEvent => ({
  type: 'DigestTurned',
  data: { digest, on: false },
});
const lists = (from: string, to: string, ...facts: readonly ProgrammeEvent[]) =>
  planProgrammeDigests(joined({}, mailbox, ...facts), { from, to });
const of = (rule: string, from: string, to: string, ...facts: readonly ProgrammeEvent[]) =>
  lists(from, to, ...facts)
    .filter(({ content }) => content.rule === rule)
    .map(({ dueOn }) => dueOn);

describe('the weekly list', () => {
  it('goes to the programme’s mailbox on Monday, and is one mail a week', () => {
    const [monday] = lists('2026-11-23', '2026-11-23');
    expect(monday).toMatchObject({
      programme: 'bradford',
      mailbox: 'programme',
      kind: 'scheduled',
      dueOn: '2026-11-23',
      content: { rule: 'N27', programme: 'bradford', monday: '2026-11-23', day: '2026-11-23' },
    });
    expect(mailId(monday!)).toBe(`programme-bradford.N27.week.2026-11-23.${programmeKey('bradford')}`);
    expect(of('N27', '2026-11-16', '2026-11-29')).toEqual(['2026-11-16', '2026-11-23']);
  });

  it('goes on Tuesday after a bank holiday, with the week of that Monday', () => {
    expect(of('N27', '2027-05-03', '2027-05-09')).toEqual(['2027-05-04']);
    expect(lists('2027-05-04', '2027-05-04')[0]).toMatchObject({ anchorDate: '2027-05-03' });
  });

  it('goes in the school holidays too: offices work', () => {
    expect(of('N27', '2026-12-21', '2027-01-03')).toEqual(['2026-12-21', '2026-12-29']);
  });

  it('may go late in its week, and not in the next', () => {
    const [{ dueOn, content }] = lists('2027-05-04', '2027-05-04') as [ReturnType<typeof lists>[number]];
    expect(lastDayToSend({ dueOn, content })).toBe('2027-05-09');
  });
});

describe('the daily list', () => {
  it('is for each working day, and has what came since the one before', () => {
    expect(of('N28', '2026-11-20', '2026-11-24')).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
    expect(lists('2026-11-23', '2026-11-23')[1]).toMatchObject({
      step: 'day',
      anchorDate: '2026-11-23',
      content: { rule: 'N28', day: '2026-11-23', since: '2026-11-20' },
    });
  });

  it('goes on its day or not at all', () => {
    const [, { dueOn, content }] = lists('2026-11-23', '2026-11-23') as ReturnType<typeof lists> & {
      1: never;
    };
    expect(lastDayToSend({ dueOn, content })).toBe('2026-11-23');
  });
});

describe('the lists of a programme', () => {
  it('are each left out when it turned them off', () => {
    expect(of('N27', '2026-11-23', '2026-11-23', off('weekly-list'))).toEqual([]);
    expect(of('N28', '2026-11-23', '2026-11-23', off('weekly-list'))).toEqual(['2026-11-23']);
    expect(of('N28', '2026-11-23', '2026-11-23', off('daily-list'))).toEqual([]);
  });

  it('need a mailbox, and a programme in the network', () => {
    const days = { from: '2026-11-23', to: '2026-11-23' };
    expect(planProgrammeDigests(joined(), days)).toEqual([]);
    expect(planProgrammeDigests({ ...joined({}, mailbox), state: 'left' }, days)).toEqual([]);
    expect(planProgrammeDigests({ ...joined({}, mailbox), state: 'proposed' }, days)).toEqual([]);
    expect(planProgrammeDigests({ ...joined({}, mailbox), state: 'paused' }, days)).toHaveLength(2);
  });

  it('are none between a day and an earlier one', () => {
    expect(lists('2026-11-24', '2026-11-23')).toEqual([]);
  });
});

describe('the figures by programme', () => {
  const figures = (from: string, to: string) => planOfficeDigests(['grace', 'paul'], { from, to });

  it('go to each person of the national office on the first working day of a month', () => {
    expect(figures('2026-11-25', '2027-01-31').map(({ dueOn, personId }) => [dueOn, personId])).toEqual([
      ['2026-12-01', 'grace'],
      ['2026-12-01', 'paul'],
      ['2027-01-04', 'grace'],
      ['2027-01-04', 'paul'],
    ]);
    expect(figures('2027-01-04', '2027-01-04')[0]).toMatchObject({
      subject: OFFICE_FIGURES,
      programme: '',
      mailbox: 'user',
      anchorDate: '2027-01-01',
      content: { rule: 'N29', month: '2027-01', day: '2027-01-04' },
    });
  });

  it('wait a week for the mail server', () => {
    const [{ dueOn, content }] = figures('2026-12-01', '2026-12-01') as [ReturnType<typeof figures>[number]];
    expect(lastDayToSend({ dueOn, content })).toBe('2026-12-08');
  });
});

describe('the name of a list alone', () => {
  const key = programmeKey('bradford');
  const daily = (day: string) => `programme-bradford.N28.day.${day}.${key}`;

  it('tells what was asked for', () => {
    const all = [...lists('2026-11-23', '2026-11-23'), ...planOfficeDigests(['grace'], december)];
    for (const mail of all) expect(mailId(digestOfId(mailId(mail), () => false)!)).toBe(mailId(mail));
    expect(digestOfId(mailId(all[0]!), () => false)).toEqual(all[0]);
    expect(digestOfId(mailId(all[2]!), () => false)).toEqual(all[2]);
  });

  it('of a daily list tells that it goes on where the last one ended, a week back at most', () => {
    const since = (...sent: readonly string[]) =>
      digestOfId(daily('2026-11-23'), (id) => sent.map(daily).includes(id))?.content;
    expect(since()).toMatchObject({ since: '2026-11-16' });
    expect(since('2026-11-17', '2026-11-19')).toMatchObject({ since: '2026-11-19' });
    expect(since('2026-11-12')).toMatchObject({ since: '2026-11-16' });
  });

  it('says nothing of any other mail', () => {
    expect(digestOfId('BRD-2026-014.N07.agreement-a.2026-09-09.head', () => false)).toBeUndefined();
    expect(digestOfId('interest-i1.N01.received.2026-05.head', () => false)).toBeUndefined();
    expect(digestOfId(daily('2026-11-22'), () => false)).toBeUndefined();
  });
});

const december = { from: '2026-12-01', to: '2026-12-01' };
