import { expectMails } from '../spec-support/expected-mails.js';
import {
  enrolled,
  inSession,
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

const elder = { head: 'ash', teacher: 'ash-elder' };

/** Two classes of Ash link with each other: one headteacher, one signature, no journeys. A teacher leaves in the spring. */
const story = [
  offered('2026-05-12 10:00', 'ash'),
  offered('2026-05-12 10:05', 'ash', elder),
  ...proposed('2026-05-13 14:00', ['ash'], ['ash', elder]),
  ...saidYes('2026-05-21 15:00'),
  issued('2026-09-07 09:30', 'a'),
  signed('2026-09-08 12:00', 'a', 'ash'),
  session('2026-09-01 10:00', 'full', 'initial-full', '2026-10-02'),
  enrolled('2026-09-14 10:00', 'full', 'ash', 'a'),
  enrolled('2026-09-14 10:00', 'full', 'ash-elder', 'b'),
  inSession('2026-09-30 16:00', 'full', 'PlaceGivenUp', {
    teacherId: 'teacher-ash-elder',
    linkRef: 'BRD-2026-014',
    side: 'b',
  }),
  ...register('2026-10-02 15:30', 'full', 'ash', ['initial-full', '2026-10-02'], true, ['a']),
  sentWork('2026-10-12 12:00', 'a'),
  sentWork('2026-10-12 12:00', 'b'),
  meeting('2026-10-13 11:00', 1, '2026-11-05', 'a'),
  met('2026-11-05 14:30', 1, '2026-11-05'),
  meeting('2027-04-14 10:00', 2, '2027-05-17', 'a'),
  meeting('2027-04-14 10:05', 3, '2027-05-24', 'b'),
  said('2027-05-13 09:00', 'TeacherReplaced', {
    side: 'b',
    from: 'teacher-ash-elder',
    to: 'teacher-ash-new',
    linkedBefore: true,
    reasonCode: 'left-school',
  }),
  met('2027-05-17 15:00', 2, '2027-05-17'),
  met('2027-05-25 08:00', 3, '2027-05-24'),
];

const EXPECTED = `
spring: one head offers two classes
2026-05-12 10:00   | N01 | head-ash          | We have your interest in Schools Linking                 | answers her
2026-05-12 10:00   | N02 | programme         | New interest: Ash                                        | answers her
2026-05-12 10:05   | N01 | head-ash          | We have your interest in Schools Linking                 | a second interest
2026-05-12 10:05   | N02 | programme         | New interest: Ash                                        | a second interest
not | 2026-05-19   | N03 | programme         | no-longer-wanted                                         | proposed the next day
not | 2026-05-19   | N03 | programme         | no-longer-wanted                                         | proposed the next day

one headteacher signs once and gets one copy
2026-09-07 09:30   | N07 | head-ash          | Please sign your Schools Linking agreement               | issued
not | 2026-09-14   | N08 | head-ash          | no-longer-wanted                                         | signed
not | 2026-09-21   | N08 | head-ash          | no-longer-wanted                                         | signed
2026-09-08 12:00   | N09 | teacher-ash       | Meet your linking partner                                | signed
2026-09-08 12:00   | N09 | teacher-ash-elder | Meet your linking partner                                | signed
2026-09-08 12:00   | N09 | head-ash          | Meet your linking partner                                | her copy, once

training: one comes, one gives her place up
2026-09-14 10:00   | N10 | teacher-ash       | Training on Friday 2 October 2026: a full day            | enrolled
2026-09-14 10:00   | N10 | teacher-ash-elder | Training on Friday 2 October 2026: a full day            | enrolled
2026-09-25 08:00   | N11 | teacher-ash       | Linking training on Friday 2 October 2026                | seven days before
2026-09-25 08:00   | N11 | teacher-ash-elder | Linking training on Friday 2 October 2026                | seven days before
2026-09-30 16:00   | N10 | teacher-ash-elder | Your place is given up: training on Friday 2 October 2026 | leaves her calendar
2026-10-05 08:00   | N13 | teacher-ash       | Your next step: photographs, names and identity work     | the day after is a Saturday: Monday
(no N12 to who gave her place up: she did not miss it)

first meeting in the school's own hall, so no venue is written to
2026-10-13 11:00   | N15 | teacher-ash       | First meeting at Ash on Thursday 5 November 2026         | planned
2026-10-13 11:00   | N15 | teacher-ash-elder | First meeting at Ash on Thursday 5 November 2026         | planned
2026-10-23 08:00   | N17 | teacher-ash       | Ready for Thursday 5 November 2026?                      | 29 October is half-term: the Friday before it
2026-10-23 08:00   | N17 | teacher-ash-elder | Ready for Thursday 5 November 2026?                      | the Friday before
not | 2026-11-06   | N18 | teacher-ash       | no-longer-wanted                                         | recorded on the day
not | 2026-11-12   | N18 | teacher-ash       | no-longer-wanted                                         | recorded
not | 2026-11-06   | N18 | teacher-ash-elder | no-longer-wanted                                         | recorded on the day
not | 2026-11-12   | N18 | teacher-ash-elder | no-longer-wanted                                         | recorded

two visits within the school, one of them around the Early May bank holiday
2027-04-14 10:00   | N20 | teacher-ash       | Your visit on Monday 17 May 2027: you host class ash-elder    | planned
2027-04-14 10:00   | N20 | teacher-ash-elder | Your visit on Monday 17 May 2027: you go to class ash         | planned
2027-04-14 10:05   | N20 | teacher-ash       | Your visit on Monday 24 May 2027: you go to class ash-elder   | planned
2027-04-14 10:05   | N20 | teacher-ash-elder | Your visit on Monday 24 May 2027: you host class ash          | planned
2027-04-30 08:00   | N21 | teacher-ash       | You host class ash-elder on Monday 17 May 2027           | 3 May is a bank holiday: the Friday before
2027-04-30 08:00   | N21 | teacher-ash-elder | You visit class ash on Monday 17 May 2027                | the Friday before
2027-05-10 08:00   | N17 | teacher-ash       | Ready for Monday 17 May 2027?                            | seven days before
+ 2027-05-10 08:00 | N21 | teacher-ash       | You visit class ash-elder on Monday 24 May 2027          | fourteen days before, in the same mail
2027-05-10 08:00   | N17 | teacher-ash-elder | Ready for Monday 17 May 2027?                            | seven days before
+ 2027-05-10 08:00 | N21 | teacher-ash-elder | You host class ash on Monday 24 May 2027                 | in the same mail

a teacher leaves, another takes over
2027-05-13 09:00   | N25 | teacher-ash-new   | New linking teacher at Ash                               | she takes over
2027-05-13 09:00   | N25 | teacher-ash-elder | New linking teacher at Ash                               | the visit of the 17th leaves her calendar
2027-05-13 09:00   | N25 | teacher-ash-elder | New linking teacher at Ash                               | and that of the 24th: one entry a mail
2027-05-13 09:00   | N25 | teacher-ash       | New linking teacher at Ash                               | her partner changes
2027-05-13 09:00   | N25 | programme         | New linking teacher at Ash                               | so that the coordinator knows
2027-05-13 09:00   | N20 | teacher-ash-new   | Your visit on Monday 17 May 2027: you go to class ash    | into her calendar
2027-05-13 09:00   | N20 | teacher-ash-new   | Your visit on Monday 24 May 2027: you host class ash     | into her calendar
not | 2027-04-30   | N21 | teacher-ash-new   | too-late                                                 | four days before there is no time for it
2027-05-13 09:00   | N17 | teacher-ash-new   | Ready for Monday 17 May 2027?                            | seven days before is past; it helps until the day before
+ 2027-05-13 09:00 | N21 | teacher-ash-new   | You host class ash on Monday 24 May 2027                 | past as well, and helps until eight days before
2027-05-17 08:00   | N17 | teacher-ash       | Ready for Monday 24 May 2027?                            | seven days before
2027-05-17 08:00   | N17 | teacher-ash-new   | Ready for Monday 24 May 2027?                            | seven days before
not | 2027-05-17   | N17 | teacher-ash-elder | no-longer-wanted                                         | she has left
not | 2027-05-18   | N18 | teacher-ash       | no-longer-wanted                                         | recorded on the day
not | 2027-05-24   | N18 | teacher-ash       | no-longer-wanted                                         | recorded
not | 2027-05-18   | N18 | teacher-ash-elder | no-longer-wanted                                         | she has left
not | 2027-05-24   | N18 | teacher-ash-elder | no-longer-wanted                                         | she has left
not | 2027-05-18   | N18 | teacher-ash-new   | no-longer-wanted                                         | recorded on the day
not | 2027-05-24   | N18 | teacher-ash-new   | no-longer-wanted                                         | recorded
not | 2027-05-25   | N18 | teacher-ash       | no-longer-wanted                                         | recorded at eight the next morning
not | 2027-06-07   | N18 | teacher-ash       | no-longer-wanted                                         | 31 May is half-term
not | 2027-05-25   | N18 | teacher-ash-elder | no-longer-wanted                                         | she has left
not | 2027-06-07   | N18 | teacher-ash-elder | no-longer-wanted                                         | she has left
not | 2027-05-25   | N18 | teacher-ash-new   | no-longer-wanted                                         | recorded at eight the next morning
not | 2027-06-07   | N18 | teacher-ash-new   | no-longer-wanted                                         | 31 May is half-term

the last school week
2027-07-19 08:00   | N24 | teacher-ash       | Thank you for this year of linking                       | its Monday
2027-07-19 08:00   | N24 | teacher-ash-new   | Thank you for this year of linking                       | its Monday
not | 2027-07-19   | N24 | teacher-ash-elder | no-longer-wanted                                         | she has left
2027-07-19 08:00   | N24 | head-ash          | Thank you for this year of linking                       | once for both classes
`;

test('a link within one school has one head, one signature and no venue, and each of its teachers her own mails', async () => {
  await expectMails(await mailsOf(story, '2027-07-31'), EXPECTED);
});
