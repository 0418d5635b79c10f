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

/** Nothing is done before it was asked for twice. */
const story = [
  offered('2026-06-01 10:00', 'ash'),
  offered('2026-06-01 11:00', 'elm', { toFollow: true }),
  ...proposed('2026-06-22 14:00', ['ash'], ['elm', { toFollow: true }]),
  ...saidYes('2026-06-26 15:00'),
  issued('2026-09-07 09:30', 'a'),
  issued('2026-09-07 09:30', 'b'),
  said('2026-09-14 10:00', 'ClassConfirmed', {
    side: 'b',
    classNameId: 'class-elm',
    yearGroups: [4],
    pupilCount: 28,
    teachers: [{ teacherId: 'teacher-elm', linkedBefore: true }],
  }),
  signed('2026-09-15 12:00', 'a', 'ash'),
  signed('2026-09-30 10:00', 'b', 'elm'),
  session('2026-09-01 10:00', 'full', 'initial-full', '2026-10-08'),
  session('2026-09-01 10:00', 'half', 'initial-half', '2026-10-13'),
  session('2026-09-01 10:00', 'again', 'initial-full', '2026-11-05'),
  enrolled('2026-10-01 10:00', 'full', 'ash', 'a'),
  enrolled('2026-10-01 10:05', 'half', 'elm', 'b'),
  ...register('2026-10-08 16:00', 'full', 'ash', ['initial-full', '2026-10-08'], false, ['a']),
  enrolled('2026-10-12 11:00', 'again', 'ash', 'a'),
  ...register('2026-10-14 09:00', 'half', 'elm', ['initial-half', '2026-10-13'], true, ['b']),
  ...register('2026-11-05 16:00', 'again', 'ash', ['initial-full', '2026-11-05'], true, ['a']),
  sentWork('2026-12-02 12:00', 'a'),
  meeting('2026-12-08 14:00', 1, '2027-01-07'),
  met('2027-01-15 10:00', 1, '2027-01-07'),
  meeting('2027-05-11 13:00', 2, '2027-05-14', 'a'),
];

const EXPECTED = `
spring: nobody answers the heads for two weeks
2026-06-01 10:00   | N01 | head-ash     | We have your interest in Schools Linking                   | answers her
2026-06-01 10:00   | N02 | programme    | New interest: Ash                                          | answers her
2026-06-01 11:00   | N01 | head-elm     | We have your interest in Schools Linking                   | answers her
2026-06-01 11:00   | N02 | programme    | New interest: Elm                                          | answers her
2026-06-08 07:30   | N03 | programme    | Interest waiting: Ash                                      | five working days
+ 2026-06-08 07:30 | N03 | programme    | Interest waiting: Elm                                      | with the one above

September: who teaches the class of Elm?
2026-09-02 08:00   | N31 | head-elm     | Who is your linking teacher?                               | first school day
2026-09-09 08:00   | N31 | head-elm     | Who is your linking teacher? Our last e-mail about it      | a week later
(no third: the coordinator phones, and names teacher-elm on the 14th)

both sign late
2026-09-07 09:30   | N07 | head-ash     | Please sign your Schools Linking agreement                 | issued on a Monday
2026-09-07 09:30   | N07 | head-elm     | Please sign your Schools Linking agreement                 | issued
2026-09-14 08:00   | N08 | head-ash     | Agreement still to be signed                               | five school days
2026-09-14 08:00   | N08 | head-elm     | Agreement still to be signed                               | five school days
not | 2026-09-21   | N08 | head-ash     | no-longer-wanted                                           | signed on the 15th
2026-09-21 08:00   | N08 | head-elm     | Agreement still to be signed: our last reminder            | ten school days
2026-09-30 10:00   | N09 | teacher-ash  | Meet your linking partner                                  | both signed
2026-09-30 10:00   | N09 | teacher-elm  | Meet your linking partner                                  | both signed
2026-09-30 10:00   | N09 | head-ash     | Meet your linking partner                                  | her copy
2026-09-30 10:00   | N09 | head-elm     | Meet your linking partner                                  | her copy

training: enrolled a week before; one teacher misses it
2026-10-01 10:00   | N10 | teacher-ash  | Training on Thursday 8 October 2026: a full day            | enrolled
2026-10-01 10:00   | N11 | teacher-ash  | Linking training on Thursday 8 October 2026                | that is seven days before: today, since it is after eight
2026-10-01 10:05   | N10 | teacher-elm  | Training on Tuesday 13 October 2026: a half day            | enrolled
2026-10-06 08:00   | N11 | teacher-elm  | Linking training on Tuesday 13 October 2026                | seven days before
2026-10-09 08:00   | N12 | teacher-ash  | We missed you: choose another date                         | the day after
2026-10-14 09:00   | N13 | teacher-elm  | Your next step: photographs, names and identity work       | the day after; the register came at nine
2026-10-12 11:00   | N10 | teacher-ash  | Training on Thursday 5 November 2026: a full day           | enrolled anew
2026-10-23 08:00   | N11 | teacher-ash  | Linking training on Thursday 5 November 2026               | 29 October is half-term: the school day before
2026-11-06 08:00   | N13 | teacher-ash  | Your next step: photographs, names and identity work       | the day after

first exchange: 30 November, and neither class has sent anything
2026-11-30 08:00   | N14 | teacher-ash  | First exchange with Elm                                    | the target
2026-11-30 08:00   | N14 | teacher-elm  | First exchange with Ash                                    | the target
not | 2026-12-07   | N14 | teacher-ash  | no-longer-wanted                                           | her class sent its work on 2 December
2026-12-07 08:00   | N14 | teacher-elm  | Still to come: first exchange with Ash                     | a week later
(no third mail: on 14 December it is red on the coordinator's list, then she phones)

first meeting in the first week of the new year, recorded eight days late
2026-12-08 14:00   | N15 | teacher-ash  | First meeting at Cartwright Hall on Thursday 7 January 2027 | planned
2026-12-08 14:00   | N15 | teacher-elm  | First meeting at Cartwright Hall on Thursday 7 January 2027 | planned
2026-12-08 14:00   | N15 | hall         | First meeting at Cartwright Hall on Thursday 7 January 2027 | planned
2026-12-18 08:00   | N17 | teacher-ash  | Ready for Thursday 7 January 2027?                         | 31 December is holidays: the last school day before
2026-12-18 08:00   | N17 | teacher-elm  | Ready for Thursday 7 January 2027?                         | the last school day before
2026-12-18 08:00   | N17 | hall         | Ready for Thursday 7 January 2027?                         | the last school day before
2027-01-08 08:00   | N18 | teacher-ash  | How did it go? First meeting on Thursday 7 January 2027    | the day after: nothing recorded
2027-01-08 08:00   | N18 | teacher-elm  | How did it go? First meeting on Thursday 7 January 2027    | the day after
2027-01-14 08:00   | N18 | teacher-ash  | Still to hear from you: first meeting on Thursday 7 January 2027 | a week after
2027-01-14 08:00   | N18 | teacher-elm  | Still to hear from you: first meeting on Thursday 7 January 2027 | a week after

a visit that is agreed three days before it, and never recorded
2027-05-11 13:00   | N20 | teacher-ash  | Your visit on Friday 14 May 2027: you host Elm             | planned
2027-05-11 13:00   | N20 | teacher-elm  | Your visit on Friday 14 May 2027: you go to Ash            | planned
not | 2027-04-30   | N21 | teacher-ash  | too-late                                                   | two weeks before is long past
not | 2027-04-30   | N21 | teacher-elm  | too-late                                                   | two weeks before is long past
2027-05-11 13:00   | N17 | teacher-ash  | Ready for Friday 14 May 2027?                              | past as well, but until the day before it helps
2027-05-11 13:00   | N17 | teacher-elm  | Ready for Friday 14 May 2027?                              | it still helps
2027-05-17 08:00   | N18 | teacher-ash  | How did it go? Visit on Friday 14 May 2027                 | the day after is a Saturday: Monday
2027-05-17 08:00   | N18 | teacher-elm  | How did it go? Visit on Friday 14 May 2027                 | Monday
2027-05-21 08:00   | N18 | teacher-ash  | Still to hear from you: visit on Friday 14 May 2027        | a week after the visit
2027-05-21 08:00   | N18 | teacher-elm  | Still to hear from you: visit on Friday 14 May 2027        | a week after the visit

the last school week: the link is still open
2027-07-19 08:00   | N24 | teacher-ash  | Thank you for this year of linking                         | its Monday
2027-07-19 08:00   | N24 | teacher-elm  | Thank you for this year of linking                         | its Monday
2027-07-19 08:00   | N24 | head-ash     | Thank you for this year of linking                         | its Monday
2027-07-19 08:00   | N24 | head-elm     | Thank you for this year of linking                         | its Monday
`;

test('a late link is asked twice for each step, and never a third time', async () => {
  await expectMails(await mailsOf(story, '2027-07-31'), EXPECTED);
});
