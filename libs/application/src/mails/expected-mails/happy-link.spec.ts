import { mailBudget, mailBudgets } from '@linking/domain/reminders/mail-budget.js';
import { expectMails } from '../spec-support/expected-mails.js';
import {
  enrolled,
  issued,
  meeting,
  met,
  offered,
  proposed,
  register,
  said,
  saidYes,
  sentWork,
  session,
  signed,
} from '../spec-support/linked-schools.js';
import { mailsOf } from '../spec-support/told-year.js';

/** Everything is done in its time and recorded on its day. */
const story = [
  offered('2026-05-12 10:00', 'ash'),
  offered('2026-05-13 11:30', 'elm'),
  ...proposed('2026-05-18 14:00', ['ash'], ['elm', { linkedBefore: true }]),
  ...saidYes('2026-05-21 15:00'),
  session('2026-06-15 10:00', 'full', 'initial-full', '2026-10-01'),
  session('2026-06-15 10:05', 'half', 'initial-half', '2026-10-06'),
  session('2026-06-15 10:10', 'planning', 'planning-half', '2027-02-02'),
  issued('2026-09-07 09:30', 'a'),
  issued('2026-09-07 09:30', 'b'),
  signed('2026-09-09 16:20', 'a', 'ash'),
  signed('2026-09-10 18:45', 'b', 'elm'),
  enrolled('2026-09-14 10:00', 'full', 'ash', 'a'),
  enrolled('2026-09-14 10:05', 'half', 'elm', 'b'),
  ...register('2026-10-01 15:45', 'full', 'ash', ['initial-full', '2026-10-01'], true, ['a']),
  ...register('2026-10-06 15:40', 'half', 'elm', ['initial-half', '2026-10-06'], true, ['b']),
  meeting('2026-11-02 11:00', 1, '2026-12-03'),
  sentWork('2026-11-04 12:00', 'a'),
  sentWork('2026-11-13 12:00', 'b'),
  met('2026-12-03 15:30', 1, '2026-12-03'),
  enrolled('2027-01-11 09:00', 'planning', 'ash', 'a'),
  enrolled('2027-01-11 09:05', 'planning', 'elm', 'b'),
  ...register('2027-02-02 15:00', 'planning', 'ash', ['planning-half', '2027-02-02'], true, ['a']),
  ...register('2027-02-02 15:00', 'planning', 'elm', ['planning-half', '2027-02-02'], true, ['b']),
  meeting('2027-02-04 16:00', 2, '2027-03-17', 'a'),
  meeting('2027-02-04 16:05', 3, '2027-05-19', 'b'),
  met('2027-03-17 15:30', 2, '2027-03-17'),
  met('2027-05-19 15:30', 3, '2027-05-19'),
  sentWork('2027-07-05 12:00', 'a', 'goodbye'),
  said('2027-07-06 12:00', 'StepSkipped', { step: 'celebration', reasonCode: 'no-time' }),
  said('2027-07-09 12:00', 'LinkCompleted', { meetingsHeld: 3 }),
];

const EXPECTED = `
spring: two heads offer a class each, and the coordinator brings them together
2026-05-12 10:00   | N01 | head-ash     | We have your interest in Schools Linking                     | answers her
2026-05-12 10:00   | N02 | programme    | New interest: Ash                                            | answers her
2026-05-13 11:30   | N01 | head-elm     | We have your interest in Schools Linking                     | answers her
2026-05-13 11:30   | N02 | programme    | New interest: Elm                                            | answers her
not | 2026-05-19   | N03 | programme    | no-longer-wanted                                             | proposed on the fourth working day
not | 2026-05-20   | N03 | programme    | no-longer-wanted                                             | proposed on the third
(no N04, N05: both said yes in conversation, and proposals by mail are off · no N31: both classes have their teacher)

September: both sign within four days
2026-09-07 09:30   | N07 | head-ash     | Please sign your Schools Linking agreement                   | issued
2026-09-07 09:30   | N07 | head-elm     | Please sign your Schools Linking agreement                   | issued
not | 2026-09-14   | N08 | head-ash     | no-longer-wanted                                             | five school days later: signed
not | 2026-09-21   | N08 | head-ash     | no-longer-wanted                                             | ten school days later: signed
not | 2026-09-14   | N08 | head-elm     | no-longer-wanted                                             | signed
not | 2026-09-21   | N08 | head-elm     | no-longer-wanted                                             | signed
2026-09-10 18:45   | N09 | teacher-ash  | Meet your linking partner                                    | both signed; at once, in the evening too
2026-09-10 18:45   | N09 | teacher-elm  | Meet your linking partner                                    | both signed
2026-09-10 18:45   | N09 | head-ash     | Meet your linking partner                                    | her copy
2026-09-10 18:45   | N09 | head-elm     | Meet your linking partner                                    | her copy

training: a full day, and a half day for who linked before
2026-09-14 10:00   | N10 | teacher-ash  | Training on Thursday 1 October 2026: a full day              | enrolled
2026-09-14 10:05   | N10 | teacher-elm  | Training on Tuesday 6 October 2026: a half day               | enrolled
2026-09-24 08:00   | N11 | teacher-ash  | Linking training on Thursday 1 October 2026                  | seven days before
2026-09-29 08:00   | N11 | teacher-elm  | Linking training on Tuesday 6 October 2026                   | seven days before
2026-10-02 08:00   | N13 | teacher-ash  | Your next step: photographs, names and identity work         | she came; the day after
2026-10-07 08:00   | N13 | teacher-elm  | Your next step: photographs, names and identity work         | she came; the day after
(no N12: nobody missed it)
not | 2026-11-30   | N14 | teacher-ash  | no-longer-wanted                                             | her class sent its work on 4 November
not | 2026-12-07   | N14 | teacher-ash  | no-longer-wanted                                             | and this second asking
not | 2026-11-30   | N14 | teacher-elm  | no-longer-wanted                                             | sent on 13 November
not | 2026-12-07   | N14 | teacher-elm  | no-longer-wanted                                             | sent

first meeting
2026-11-02 11:00   | N15 | teacher-ash  | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
2026-11-02 11:00   | N15 | teacher-elm  | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
2026-11-02 11:00   | N15 | hall         | First meeting at Cartwright Hall on Thursday 3 December 2026 | the venue is told too
2026-11-26 08:00   | N17 | teacher-ash  | Ready for Thursday 3 December 2026?                          | seven days before
2026-11-26 08:00   | N17 | teacher-elm  | Ready for Thursday 3 December 2026?                          | seven days before
2026-11-26 08:00   | N17 | hall         | Ready for Thursday 3 December 2026?                          | seven days before
not | 2026-12-04   | N18 | teacher-ash  | no-longer-wanted                                             | recorded on the day itself
not | 2026-12-10   | N18 | teacher-ash  | no-longer-wanted                                             | recorded
not | 2026-12-04   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
not | 2026-12-10   | N18 | teacher-elm  | no-longer-wanted                                             | recorded

planning half-day
2027-01-11 09:00   | N19 | teacher-ash  | Planning half-day on Tuesday 2 February 2027                 | enrolled
2027-01-11 09:05   | N19 | teacher-elm  | Planning half-day on Tuesday 2 February 2027                 | enrolled
2027-01-26 08:00   | N11 | teacher-ash  | Planning half-day on Tuesday 2 February 2027                 | seven days before
2027-01-26 08:00   | N11 | teacher-elm  | Planning half-day on Tuesday 2 February 2027                 | seven days before
(no N13: that belongs to the initial training)

two visits: one mail a visit
2027-02-04 16:00   | N20 | teacher-ash  | Your visit on Wednesday 17 March 2027: you host Elm          | planned
2027-02-04 16:00   | N20 | teacher-elm  | Your visit on Wednesday 17 March 2027: you go to Ash         | planned
2027-02-04 16:05   | N20 | teacher-ash  | Your visit on Wednesday 19 May 2027: you go to Elm           | planned
2027-02-04 16:05   | N20 | teacher-elm  | Your visit on Wednesday 19 May 2027: you host Ash            | planned
2027-03-03 08:00   | N21 | teacher-ash  | You host Elm on Wednesday 17 March 2027                      | fourteen days before
2027-03-03 08:00   | N21 | teacher-elm  | You visit Ash on Wednesday 17 March 2027                     | fourteen days before
2027-03-10 08:00   | N17 | teacher-ash  | Ready for Wednesday 17 March 2027?                           | seven days before
2027-03-10 08:00   | N17 | teacher-elm  | Ready for Wednesday 17 March 2027?                           | seven days before
not | 2027-03-18   | N18 | teacher-ash  | no-longer-wanted                                             | recorded on the day itself
not | 2027-03-24   | N18 | teacher-ash  | no-longer-wanted                                             | recorded
not | 2027-03-18   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
not | 2027-03-24   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
2027-05-05 08:00   | N21 | teacher-ash  | You visit Elm on Wednesday 19 May 2027                       | fourteen days before
2027-05-05 08:00   | N21 | teacher-elm  | You host Ash on Wednesday 19 May 2027                        | fourteen days before
2027-05-12 08:00   | N17 | teacher-ash  | Ready for Wednesday 19 May 2027?                             | seven days before
2027-05-12 08:00   | N17 | teacher-elm  | Ready for Wednesday 19 May 2027?                             | seven days before
not | 2027-05-20   | N18 | teacher-ash  | no-longer-wanted                                             | recorded on the day itself
not | 2027-05-26   | N18 | teacher-ash  | no-longer-wanted                                             | recorded
not | 2027-05-20   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
not | 2027-05-26   | N18 | teacher-elm  | no-longer-wanted                                             | recorded

the last school week: term ends on Thursday 22 July
2027-07-19 08:00   | N24 | teacher-ash  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | teacher-elm  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-ash     | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-elm     | Thank you for this year of linking                           | its Monday
`;

describe('a happy link', () => {
  test('gets these mails in its year, and no others', async () => {
    await expectMails(await mailsOf(story, '2027-07-31'), EXPECTED);
  });

  // When all goes well nothing has to be asked twice and every meeting is recorded on its day: no N05, N08, N12, N14, N18.
  test('spends the whole budget of a teacher and no more, and of a head less than her six', async () => {
    const { rows } = await mailsOf(story, '2027-07-31');
    const counted = mailBudget(
      rows.flatMap(({ id, personId, sentAt, mergedInto }) =>
        sentAt === undefined ? [] : [{ personId, parcel: mergedInto ?? id, sent: true }],
      ),
      (id) => (id.startsWith('teacher-') ? 'teacher' : id.startsWith('head-') ? 'head' : undefined),
    );
    const count = (personId: string) => counted.find((it) => it.personId === personId)?.count;
    expect(mailBudgets).toEqual({ teacher: 15, head: 6 });
    expect([count('teacher-ash'), count('teacher-elm')]).toEqual([15, 15]);
    expect([count('head-ash'), count('head-elm')]).toEqual([4, 4]);
    expect(counted.filter(({ overBudget }) => overBudget)).toEqual([]);
  });
});
