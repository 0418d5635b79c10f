import { evolveInterest, unknownInterest } from '../interest/interest.js';
import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import { comparePlans } from './compare-plans.js';
import { digestOfId } from './digest-mails.js';
import { planGrantMails } from './grant-mails.js';
import { planInterestMails, programmeKey } from './interest-mails.js';
import { mailBudget } from './mail-budget.js';
import type { WantedMail } from './wanted-mail.js';

const ready = (subject: string, personId: string, dueOn: string): WantedMail => ({
  subject,
  programme: 'bradford',
  step: 'meeting-2',
  anchorDate: '2026-12-08',
  personId,
  kind: 'scheduled',
  dueOn,
  content: { rule: 'N17' } as WantedMail['content'],
});

test('what a change does is listed day by day, link by link, person by person, and not what goes neither way', () => {
  const before = [
    ready('B', 'x', '2026-12-03'),
    ready('A', 'y', '2026-12-03'),
    ready('A', 'x', '2026-12-03'),
  ];
  const after = [ready('C', 'x', '2026-12-01'), ready('D', 'x', '2026-11-30')];
  const goesOn = ({ subject, dueOn }: WantedMail) => (subject === 'D' ? undefined : dueOn);
  expect(comparePlans(before, after, goesOn).map(({ mail }) => `${mail.subject} ${mail.personId}`)).toEqual([
    'C x',
    'A x',
    'A y',
    'B x',
  ]);
});

test('people with as many mails stand in the order of their names in the log', () => {
  const mails = ['c', 'a', 'b', 'a'].map((personId, index) => ({ personId, parcel: `${index}`, sent: true }));
  expect(mailBudget(mails, () => undefined).map(({ personId }) => personId)).toEqual(['a', 'b', 'c']);
});

describe('an interest of two classes that waits', () => {
  const received: InterestEvent = {
    type: 'InterestReceived',
    data: {
      interestId: 'i1',
      programme: 'bradford',
      year: '2026-27',
      urn: '900001',
      headId: 'head-a',
      channel: 'phone',
      expressedOn: '2026-05-12',
      priorities: [],
      classes: ['oak', 'ash'].map((classId) => ({
        classId,
        yearGroups: [4],
        pupilCount: 28,
        placeholder: true,
        teachers: [],
      })),
    },
  };
  const withdrawn: InterestEvent = {
    type: 'ClassWithdrawn',
    data: { classId: 'oak', reasonCode: 'staffing' },
  };

  test('is counted by the classes that still wait', () => {
    // Somebody who only takes a class back has answered nothing: what waits is asked of the facts before it.
    const classesIn = (...events: readonly InterestEvent[]) => {
      const interest = events.reduce(
        (known, event, index) => evolveInterest(known, { ...event, revision: index + 1 }),
        unknownInterest,
      );
      const mails = planInterestMails(interest, [{ ...received, occurredOn: '2026-05-12' }]);
      return mails.flatMap(({ content }) => (content.rule === 'N03' ? [content.classes] : []));
    };
    expect(classesIn(received)).toEqual([2]);
    expect(classesIn(received, withdrawn)).toEqual([1]);
  });
});

test('a local funder of the whole network is written to by the office', () => {
  const [mail] = planGrantMails(
    {
      grantId: 'g1',
      revision: 1,
      funderNameId: 'n1',
      kind: 'local',
      from: '2026-09-01',
      until: '2027-08-31',
      programmes: 'all',
      pays: ['coach'],
      reportsDue: ['2027-01-31'],
    },
    'amina',
  );
  expect(mail?.programme).toBe('');
});

test('only a whole day in the name of a list is one', () => {
  const named = (subject: string, day: string) =>
    digestOfId(`${subject}.N27.week.${day}.${programmeKey('bradford')}`, () => false)?.content.rule;
  expect(named('programme-bradford', '2026-11-23')).toBe('N27');
  for (const day of ['2026-11-23x', 'x2026-11-23', '2026-11'])
    expect(named('programme-bradford', day)).toBe(undefined);
  expect(named('bradford-programme', '2026-11-23')).toBe(undefined);
});
