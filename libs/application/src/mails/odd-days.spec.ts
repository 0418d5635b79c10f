import { londonDay } from '@linking/domain/calendar/london.js';
import { nationalCalendar } from '@linking/domain/calendar/school-calendar.js';
import { mailId } from '@linking/domain/reminders/wanted-mail.js';
import {
  issued,
  meeting,
  met,
  movedTo,
  offered,
  proposed,
  saidYes,
  signed,
} from './spec-support/linked-schools.js';
import { MailYear } from './spec-support/mail-year.js';
import { inYear, mailsOf, ToldSoFar, type Told } from './spec-support/told-year.js';

/** A link whose teachers know each other. */
const agreed: readonly Told[] = [
  ...proposed('2026-05-13 14:00', ['ash'], ['elm']),
  ...saidYes('2026-05-21 15:00'),
  issued('2026-09-07 09:30', 'a'),
  issued('2026-09-07 09:30', 'b'),
  signed('2026-09-08 12:00', 'a', 'ash'),
  signed('2026-09-08 12:05', 'b', 'elm'),
];

/** What one teacher got by some of the rules, as instants of UTC. */
async function gets(rules: readonly string[], story: readonly Told[], until: string) {
  const { rows } = await mailsOf([...agreed, ...story], until);
  const hers = rows.filter(
    ({ personId, content }) => personId === 'teacher-ash' && rules.includes(content.rule),
  );
  return hers
    .flatMap(({ content, sentAt }) =>
      sentAt === undefined ? [] : [`${sentAt.slice(0, 16)}Z ${content.rule}`],
    )
    .toSorted();
}

describe('in the nights in which the clocks change', () => {
  test('what is told in the hour that comes twice goes at its own moment, each once', async () => {
    // 25 October 2026, 01:30 in summer time and 01:30 again in winter time.
    const [soFar, year] = [new ToldSoFar(), new MailYear()];
    const plan = (told: Told, now: string) => {
      for (const subject of soFar.tell(told)) year.plan(subject, soFar.wanted(subject), now);
    };
    for (const told of agreed) soFar.tell(told);
    soFar.tell(meeting('2026-10-20 10:00', 1, '2026-11-20'));
    plan(movedTo('2026-10-25 01:30', 1, '2026-11-24'), '2026-10-25T00:30:00.000Z');
    await year.send('2026-10-25T00:30:00.000Z');
    plan(movedTo('2026-10-25 01:30', 1, '2026-11-26'), '2026-10-25T01:30:00.000Z');
    await year.send('2026-10-25T01:30:00.000Z');
    const moved = year.rows.filter(
      ({ content, personId }) => content.rule === 'N15' && personId === 'teacher-ash',
    );
    expect(moved.map(({ anchorDate, sentAt }) => [anchorDate, sentAt])).toEqual([
      ['2026-11-24', '2026-10-25T00:30:00.000Z'],
      ['2026-11-26', '2026-10-25T01:30:00.000Z'],
    ]);
  });

  test('what is told in the hour that does not come goes at once', async () => {
    // 28 March 2027, 01:30: the clocks go from one to two.
    const planned = [
      meeting('2027-03-20 10:00', 1, '2027-04-20'),
      movedTo('2027-03-28 01:30', 1, '2027-04-22'),
    ];
    expect(await gets(['N15'], planned, '2027-03-29')).toEqual([
      '2027-03-20T10:00Z N15',
      '2027-03-28T01:30Z N15',
    ]);
  });

  test('eight o’clock stays eight o’clock: the Friday before and the Monday after', async () => {
    const autumn = [
      meeting('2026-10-12 10:00', 1, '2026-11-02'),
      meeting('2026-10-12 10:00', 2, '2026-11-16', 'a'),
    ];
    expect(await gets(['N17', 'N21'], autumn, '2026-11-10')).toEqual([
      // Half-term lies between: what prepares for both goes on its last school day, in one mail.
      '2026-10-23T07:00Z N17',
      '2026-11-02T08:00Z N21',
      '2026-11-09T08:00Z N17',
    ]);
    const spring = [
      meeting('2028-03-06 10:00', 2, '2028-03-31', 'a'),
      meeting('2028-03-06 10:00', 3, '2028-04-03', 'b'),
    ];
    expect(await gets(['N17'], spring, '2028-04-01')).toEqual([
      '2028-03-24T08:00Z N17',
      '2028-03-27T07:00Z N17',
    ]);
  });
});

describe('a clock that is an hour wrong', () => {
  const story = [
    ...agreed,
    meeting('2026-11-02 11:00', 1, '2026-12-03'),
    movedTo('2026-11-24 12:00', 1, '2026-12-10'),
    met('2026-12-14 09:00', 1, '2026-12-10'),
  ];
  /** The same, written down by a clock that is so many hours off. */
  const off = (hours: number) =>
    story.map((told) => {
      const hour = String(Number(told.at.slice(11, 13)) + hours).padStart(2, '0');
      return { ...told, at: `${told.at.slice(0, 11)}${hour}${told.at.slice(13)}` };
    });
  const days = async (told: readonly Told[]) =>
    (await mailsOf(told, '2026-12-31')).rows
      .map(({ id, sentAt, status }) => `${id} ${sentAt === undefined ? status : londonDay(sentAt)}`)
      .toSorted();

  test.each([1, -1])('by %s sends the same mails on the same days', async (hours) => {
    expect(await days(off(hours))).toEqual(await days(story));
  });

  test.each([
    ['fast', ['2026-11-26T08:00:00.000Z', '2026-11-26T07:00:00.000Z', '2026-11-26T08:00:00.000Z']],
    ['slow', ['2026-11-26T07:00:00.000Z', '2026-11-26T08:00:00.000Z', '2026-11-26T08:00:01.000Z']],
  ])('and was %s sends nothing twice and leaves nothing out once it is put right', async (_, instants) => {
    const soFar = new ToldSoFar();
    for (const told of story.filter(({ at }) => at < '2026-11-24')) soFar.tell(told);
    const year = new MailYear();
    const wanted = soFar.wanted('BRD-2026-014');
    year.plan('BRD-2026-014', wanted, '2026-11-25T09:00:00.000Z');
    for (const now of instants) {
      await year.send(now);
      year.plan('BRD-2026-014', wanted, now);
    }
    const ready = year.rows.filter(({ content }) => content.rule === 'N17');
    expect(ready.map(({ personId, sentAt }) => [personId, sentAt])).toEqual(
      ['teacher-ash', 'teacher-elm', 'hall'].map((personId) => [personId, '2026-11-26T08:00:00.000Z']),
    );
  });
});

describe('29 February', () => {
  test('is a day on which mails go, classes meet, and from which days are counted', async () => {
    const visits = [
      meeting('2028-02-07 10:00', 2, '2028-02-29', 'a'),
      meeting('2028-02-07 10:00', 3, '2028-03-14', 'b'),
    ];
    expect(await gets(['N17', 'N18', 'N21'], visits, '2028-03-31')).toEqual([
      '2028-02-11T08:00Z N21',
      '2028-02-22T08:00Z N17',
      '2028-02-29T08:00Z N21',
      '2028-03-01T08:00Z N18',
      '2028-03-07T08:00Z N17',
      '2028-03-07T08:00Z N18',
      '2028-03-15T08:00Z N18',
      '2028-03-21T08:00Z N18',
    ]);
  });
});

describe('the turn of the academic year', () => {
  test('asks schools nothing from the last day of July to the first of September, and goes on counting after it', async () => {
    const late = [
      ...proposed('2027-06-01 14:00', ['ash'], ['oak'], { ref: 'BRD-2026-099' }),
      ...saidYes('2027-06-10 15:00', 'BRD-2026-099'),
      issued('2027-07-16 10:00', 'a', 'BRD-2026-099'),
      issued('2027-08-31 23:30', 'b', 'BRD-2026-099'),
    ];
    const { rows } = await mailsOf(late, '2027-10-01');
    const signing = rows.filter(({ content }) => content.rule === 'N07' || content.rule === 'N08');
    expect(
      signing
        .map(({ content, personId, sentAt }) => [content.rule, personId, sentAt?.slice(0, 16)])
        .toSorted(),
    ).toEqual([
      ['N07', 'head-ash', '2027-07-16T09:00'],
      // At once on any day: half past eleven in the last night of the year.
      ['N07', 'head-oak', '2027-08-31T22:30'],
      // 19 to 22 July, then 2 September.
      ['N08', 'head-ash', '2027-09-02T07:00'],
      ['N08', 'head-ash', '2027-09-09T07:00'],
      ['N08', 'head-oak', '2027-09-08T07:00'],
      ['N08', 'head-oak', '2027-09-15T07:00'],
    ]);
  });

  test('offices work on: an interest that nobody answered is told of in August', async () => {
    const { rows } = await mailsOf([offered('2026-07-31 23:59', 'oak')], '2026-08-31');
    const waiting = rows.find(({ content }) => content.rule === 'N03');
    expect(waiting?.sentAt).toBe('2026-08-07T06:30:00.000Z');
  });
});

describe('a programme of which no holidays are known', () => {
  const story = [
    meeting('2026-10-12 10:00', 1, '2026-11-02'),
    meeting('2026-12-07 10:00', 2, '2027-01-07', 'a'),
  ];
  const [autumn, spring, summer] = nationalCalendar('2025-26').terms;
  const lastYears: Told = {
    at: '2026-06-01 09:00',
    programmeYear: inYear({ ...nationalCalendar('2025-26'), terms: [autumn, spring, summer] }),
  };

  test.each([
    ['at all', [{ at: '2026-06-01 09:00', programmeYear: { switches: [], daysToAvoid: [] } }]],
    ['but those of last year', [lastYears]],
  ])('%s keeps to the national ones', async (_, known: readonly Told[]) => {
    const expected = ['2026-10-23T07:00Z N17', '2026-12-18T08:00Z N17', '2026-12-18T08:00Z N21'];
    expect(await gets(['N17', 'N21'], [...known, ...story], '2027-01-06')).toEqual(expected);
  });
});

test('two thousand mails that are due at one moment go then, each once, and what is one person’s as one', async () => {
  const year = new MailYear();
  const soFar = new ToldSoFar();
  for (const told of [...agreed, meeting('2026-11-02 11:00', 1, '2026-12-03')]) soFar.tell(told);
  const [ready] = soFar.wanted('BRD-2026-014').filter(({ content }) => content.rule === 'N17');
  if (ready === undefined) throw new Error('Nobody is prepared for a meeting');
  const many = Array.from({ length: 2_000 }, (_, index) => ({
    ...ready,
    subject: `BRD-2026-${index}`,
    personId: `teacher-${index % 1_500}`,
  }));
  for (const mail of many) year.plan(mail.subject, [mail], '2026-11-25T09:00:00.000Z');
  await year.send('2026-11-26T07:59:59.999Z');
  expect(year.rows.filter(({ status }) => status !== 'planned')).toEqual([]);
  for (let sweep = 0; sweep < 3; sweep += 1) await year.send('2026-11-26T08:00:00.000Z');
  expect(new Set(year.rows.map(({ sentAt }) => sentAt))).toEqual(new Set(['2026-11-26T08:00:00.000Z']));
  expect(new Set(year.rows.map(({ id }) => id))).toEqual(new Set(many.map(mailId)));
  expect(year.rows.filter(({ mergedInto }) => mergedInto === undefined)).toHaveLength(1_500);
});
