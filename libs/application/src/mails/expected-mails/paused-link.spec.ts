import { expectMails } from '../spec-support/expected-mails.js';
import {
  issued,
  meeting,
  met,
  movedTo,
  offered,
  proposed,
  said,
  saidYes,
  sentWork,
  signed,
} from '../spec-support/linked-schools.js';
import { mailsOf, type Told } from '../spec-support/told-year.js';

const trainedElsewhere = (at: string, side: 'a' | 'b', teacherId: string): Told =>
  said(at, 'TrainingAttended', { side, teacherId, kind: 'initial-full', minutes: 330 });

/** It rests in the weeks before and after Christmas, and again when the year ends. */
const story = [
  offered('2026-05-12 10:00', 'ash'),
  offered('2026-05-12 10:00', 'elm'),
  ...proposed('2026-05-13 14:00', ['ash'], ['elm']),
  ...saidYes('2026-05-21 15:00'),
  issued('2026-09-07 09:30', 'a'),
  issued('2026-09-07 09:30', 'b'),
  signed('2026-09-08 12:00', 'a', 'ash'),
  signed('2026-09-08 12:05', 'b', 'elm'),
  trainedElsewhere('2026-10-02 16:00', 'a', 'teacher-ash'),
  trainedElsewhere('2026-10-02 16:00', 'b', 'teacher-elm'),
  meeting('2026-11-02 11:00', 1, '2026-12-03'),
  said('2026-11-23 10:00', 'LinkPaused', { reasonCode: 'building-work', until: '2027-01-15' }),
  movedTo('2026-11-25 12:00', 1, '2027-01-28'),
  said('2027-01-18 09:00', 'LinkResumed', {}),
  sentWork('2027-01-20 12:00', 'a'),
  sentWork('2027-01-20 12:00', 'b'),
  met('2027-01-28 16:00', 1, '2027-01-28'),
  said('2027-06-14 10:00', 'LinkPaused', { reasonCode: 'staffing' }),
];

const EXPECTED = `
until November all goes well
2026-05-12 10:00   | N01 | head-ash     | We have your interest in Schools Linking                     | answers her
2026-05-12 10:00   | N01 | head-elm     | We have your interest in Schools Linking                     | answers her
2026-05-12 10:00   | N02 | programme    | New interest: Ash                                            | answers her
2026-05-12 10:00   | N02 | programme    | New interest: Elm                                            | answers her
not | 2026-05-19   | N03 | programme    | no-longer-wanted                                             | Ash: proposed the next day
not | 2026-05-19   | N03 | programme    | no-longer-wanted                                             | Elm: proposed the next day
2026-09-07 09:30   | N07 | head-ash     | Please sign your Schools Linking agreement                   | issued
2026-09-07 09:30   | N07 | head-elm     | Please sign your Schools Linking agreement                   | issued
not | 2026-09-14   | N08 | head-ash     | no-longer-wanted                                             | signed
not | 2026-09-21   | N08 | head-ash     | no-longer-wanted                                             | signed
not | 2026-09-14   | N08 | head-elm     | no-longer-wanted                                             | signed
not | 2026-09-21   | N08 | head-elm     | no-longer-wanted                                             | signed
2026-09-08 12:05   | N09 | teacher-ash  | Meet your linking partner                                    | both signed
2026-09-08 12:05   | N09 | teacher-elm  | Meet your linking partner                                    | both signed
2026-09-08 12:05   | N09 | head-ash     | Meet your linking partner                                    | her copy
2026-09-08 12:05   | N09 | head-elm     | Meet your linking partner                                    | her copy
2026-10-05 08:00   | N13 | teacher-ash  | Your next step: photographs, names and identity work         | trained elsewhere on a Friday: Monday
2026-10-05 08:00   | N13 | teacher-elm  | Your next step: photographs, names and identity work         | Monday
2026-11-02 11:00   | N15 | teacher-ash  | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
2026-11-02 11:00   | N15 | teacher-elm  | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
2026-11-02 11:00   | N15 | hall         | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned

the link rests: only that is told, and what becomes of the meeting
2026-11-23 10:00   | N26 | teacher-ash  | About your link with Elm: it rests for now                   | paused
2026-11-23 10:00   | N26 | teacher-elm  | About your link with Ash: it rests for now                   | paused
2026-11-23 10:00   | N26 | head-ash     | About your link with Elm: it rests for now                   | paused
2026-11-23 10:00   | N26 | head-elm     | About your link with Ash: it rests for now                   | paused
not | 2026-11-26   | N17 | teacher-ash  | no-longer-wanted                                             | 3 December: paused
not | 2026-11-26   | N17 | teacher-elm  | no-longer-wanted                                             | paused
not | 2026-11-26   | N17 | hall         | no-longer-wanted                                             | paused
not | 2026-12-04   | N18 | teacher-ash  | no-longer-wanted                                             | paused
not | 2026-12-10   | N18 | teacher-ash  | no-longer-wanted                                             | paused
not | 2026-12-04   | N18 | teacher-elm  | no-longer-wanted                                             | paused
not | 2026-12-10   | N18 | teacher-elm  | no-longer-wanted                                             | paused
2026-11-25 12:00   | N15 | teacher-ash  | Moved to Thursday 28 January 2027: first meeting at Cartwright Hall | nobody shall stand before a closed door
2026-11-25 12:00   | N15 | teacher-elm  | Moved to Thursday 28 January 2027: first meeting at Cartwright Hall | nobody shall stand before a closed door
2026-11-25 12:00   | N15 | hall         | Moved to Thursday 28 January 2027: first meeting at Cartwright Hall | the venue neither

it goes on: what became past meanwhile is not caught up, what is to come is
2027-01-18 09:00   | N26 | teacher-ash  | About your link with Elm: it goes on                         | resumed
2027-01-18 09:00   | N26 | teacher-elm  | About your link with Ash: it goes on                         | resumed
2027-01-18 09:00   | N26 | head-ash     | About your link with Elm: it goes on                         | resumed
2027-01-18 09:00   | N26 | head-elm     | About your link with Ash: it goes on                         | resumed
not | 2026-11-30   | N14 | teacher-ash  | too-late                                                     | due while it rested
not | 2026-12-07   | N14 | teacher-ash  | too-late                                                     | due while it rested
not | 2026-11-30   | N14 | teacher-elm  | too-late                                                     | due while it rested
not | 2026-12-07   | N14 | teacher-elm  | too-late                                                     | due while it rested
2027-01-21 08:00   | N17 | teacher-ash  | Ready for Thursday 28 January 2027?                          | seven days before the new day
2027-01-21 08:00   | N17 | teacher-elm  | Ready for Thursday 28 January 2027?                          | seven days before
2027-01-21 08:00   | N17 | hall         | Ready for Thursday 28 January 2027?                          | seven days before
not | 2027-01-29   | N18 | teacher-ash  | no-longer-wanted                                             | recorded on the day
not | 2027-02-04   | N18 | teacher-ash  | no-longer-wanted                                             | recorded
not | 2027-01-29   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
not | 2027-02-04   | N18 | teacher-elm  | no-longer-wanted                                             | recorded

it rests again when the year ends: thanks go all the same
2027-06-14 10:00   | N26 | teacher-ash  | About your link with Elm: it rests for now                   | paused
2027-06-14 10:00   | N26 | teacher-elm  | About your link with Ash: it rests for now                   | paused
2027-06-14 10:00   | N26 | head-ash     | About your link with Elm: it rests for now                   | paused
2027-06-14 10:00   | N26 | head-elm     | About your link with Ash: it rests for now                   | paused
2027-07-19 08:00   | N24 | teacher-ash  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | teacher-elm  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-ash     | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-elm     | Thank you for this year of linking                           | its Monday
`;

test('a paused link is told that it rests, that its meeting moved and that it goes on; at the end it is thanked', async () => {
  await expectMails(await mailsOf(story, '2027-07-31'), EXPECTED);
});
