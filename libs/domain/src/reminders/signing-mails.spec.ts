import { happened, issued, issuedTo, brokered, signedBy } from '../link/spec-support/example-link.js';
import { given, type Facts } from '../link/spec-support/given-when-then.js';
import { planMails } from './plan-mails.js';

/** Who is asked again, when, and for which time. */
const askedAgain = (...facts: Facts) =>
  planMails(given(...facts).link).flatMap(({ content, personId, dueOn, kind }) =>
    content.rule === 'N08' ? [[personId, dueOn, content.asking, kind]] : [],
  );

test('whoever has not signed is asked again after five and after ten school days, and no third time', () => {
  expect(askedAgain(brokered, issuedTo('a', '2026-09-07'))).toEqual([
    ['head-a', '2026-09-14', 1, 'scheduled'],
    ['head-a', '2026-09-21', 2, 'scheduled'],
  ]);
});

test('who has signed is asked no more; the other still is', () => {
  expect(askedAgain(issued, signedBy('a')).map(([head]) => head)).toEqual(['head-b', 'head-b']);
  expect(askedAgain(issued, signedBy('a'), signedBy('b'))).toEqual([]);
});

test('the days of half-term and of a bank holiday do not count', () => {
  expect(askedAgain(brokered, issuedTo('a', '2026-10-21')).map(([, day]) => day)).toEqual([
    '2026-11-04',
    '2026-11-11',
  ]);
  expect(askedAgain(brokered, issuedTo('a', '2027-04-28')).map(([, day]) => day)).toEqual([
    '2027-05-06',
    '2027-05-13',
  ]);
});

test('an agreement sent before Christmas is asked for in January', () => {
  expect(askedAgain(brokered, issuedTo('a', '2026-12-16')).map(([, day]) => day)).toEqual([
    '2027-01-06',
    '2027-01-13',
  ]);
});

test('a paused link and one that ended ask nobody; a resumed one as before', () => {
  const paused = happened('2026-09-03', 'LinkPaused', { reasonCode: 'building-work' });
  const withdrawn = happened('2026-09-03', 'LinkWithdrawn', {
    side: 'a',
    reasonCode: 'staffing',
    stageReached: 'brokered',
  });
  expect(askedAgain(issued, paused)).toEqual([]);
  expect(askedAgain(issued, withdrawn)).toEqual([]);
  expect(askedAgain(issued, paused, happened('2026-09-04', 'LinkResumed', {}))).toHaveLength(4);
});

test('from an imported issue of which only the month is known no days are counted', () => {
  expect(askedAgain(brokered, issuedTo('a', '2026-09'))).toEqual([]);
  expect(
    planMails(given(brokered, issuedTo('a', '2026-09')).link).map(({ content, anchorDate }) => [
      content.rule,
      anchorDate,
    ]),
  ).toEqual([['N07', '2026-09']]);
});

test('the days are counted from the issue, whatever else is recorded of the school afterwards', () => {
  const [first, second] = askedAgain(brokered, issuedTo('a', '2026-09-07'));
  const later = happened('2026-09-10', 'TeacherAssigned', {
    side: 'a',
    teacherId: 'second',
    linkedBefore: false,
    lead: false,
  });
  expect(askedAgain(brokered, issuedTo('a', '2026-09-07'), later)).toEqual([first, second]);
});
