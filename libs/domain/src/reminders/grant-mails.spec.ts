import type { Grant } from '../grant/grant.js';
import { planGrantMails } from './grant-mails.js';
import { lastDayToSend } from './last-day-to-send.js';
import { mailId } from './wanted-mail.js';

const grant: Grant = {
  grantId: 'g1',
  revision: 1,
  funderNameId: 'n1',
  kind: 'local',
  from: '2026-09-01',
  until: '2027-08-31',
  programmes: ['stockport', 'kent'],
  pays: ['coach'],
  reportsDue: ['2027-01-31'],
};
const mails = (more: Partial<Grant> = {}) => planGrantMails({ ...grant, ...more }, 'amina');

describe('the report to a funder', () => {
  it('is asked for 30 and 7 days before it is due, of whoever keeps the grant', () => {
    expect(mails().map(({ dueOn }) => dueOn)).toEqual(['2026-12-31', '2027-01-22']);
    expect(mails().map(mailId)).toEqual([
      'grant-g1.N30.report-1.2027-01-31.amina',
      'grant-g1.N30.report-2.2027-01-31.amina',
    ]);
    expect(mails()[0]).toMatchObject({
      programme: 'stockport',
      mailbox: 'user',
      kind: 'scheduled',
      content: { rule: 'N30', grantId: 'g1', due: '2027-01-31', asking: 1 },
    });
  });

  it('is asked for on the working day before when that day is none', () => {
    expect(mails({ reportsDue: ['2027-05-10'] }).map(({ dueOn }) => dueOn)).toEqual([
      '2027-04-09',
      '2027-04-30',
    ]);
  });

  it('stands with the national office when no single programme has the grant', () => {
    expect(mails({ kind: 'national', programmes: 'all' })[0]).toMatchObject({ programme: '' });
    expect(mails({ kind: 'national' })[0]).toMatchObject({ programme: '' });
  });

  it('is asked for no more once it was delivered; the next one is', () => {
    const delivered = [{ due: '2027-01-31', on: '2027-01-12' }];
    expect(mails({ delivered })).toEqual([]);
    expect(mails({ delivered, reportsDue: ['2027-01-31', '2027-09-30'] })).toHaveLength(2);
  });

  it('is not waited for by a funder who withdrew, but by one whose grant is over', () => {
    const ended = (reasonCode: 'funder-withdrew' | 'period-over', on = '2027-01-15') =>
      mails({ ended: { on, reasonCode } });
    expect(ended('funder-withdrew')).toEqual([]);
    expect(ended('funder-withdrew', '2027-01-31')).toHaveLength(2);
    expect(ended('period-over')).toHaveLength(2);
  });

  it('helps until its day; the first asking until the second', () => {
    expect(mails().map((mail) => lastDayToSend(mail))).toEqual(['2027-01-23', '2027-01-31']);
  });
});
