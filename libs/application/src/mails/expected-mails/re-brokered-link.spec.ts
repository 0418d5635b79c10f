import { expectMails } from '../spec-support/expected-mails.js';
import {
  issued,
  meeting,
  offered,
  proposed,
  said,
  saidYes,
  sentWork,
  signed,
} from '../spec-support/linked-schools.js';
import { mailsOf } from '../spec-support/told-year.js';

const NEXT = 'BRD-2026-031';
const trainedElsewhere = { kind: 'initial-full', minutes: 330 } as const;

/** Elm leaves in November; the class of Ash goes on with a class of Oak, which waited since June. */
const story = [
  offered('2026-05-12 10:00', 'ash'),
  offered('2026-05-12 10:00', 'elm'),
  ...proposed('2026-05-13 14:00', ['ash'], ['elm']),
  ...saidYes('2026-05-21 15:00'),
  offered('2026-06-03 10:00', 'oak'),
  issued('2026-09-07 09:30', 'a'),
  issued('2026-09-07 09:30', 'b'),
  signed('2026-09-08 12:00', 'a', 'ash'),
  signed('2026-09-08 12:05', 'b', 'elm'),
  said('2026-10-01 16:00', 'TrainingAttended', { side: 'a', teacherId: 'teacher-ash', ...trainedElsewhere }),
  meeting('2026-11-02 11:00', 1, '2026-12-03'),
  said('2026-11-20 10:00', 'LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'signed' }),
  ...proposed('2026-11-27 14:00', ['ash'], ['oak'], { ref: NEXT, continuesFrom: 'BRD-2026-014' }),
  said('2026-11-27 14:00', 'LinkReBrokered', { remainingSide: 'a', newLinkRef: NEXT }),
  ...saidYes('2026-12-01 09:00', NEXT),
  issued('2026-12-01 09:05', 'a', NEXT),
  issued('2026-12-01 09:05', 'b', NEXT),
  signed('2026-12-02 12:00', 'a', 'ash', NEXT),
  signed('2026-12-07 10:00', 'b', 'oak', NEXT),
  said(
    '2026-12-10 16:00',
    'TrainingAttended',
    { side: 'b', teacherId: 'teacher-oak', ...trainedElsewhere },
    NEXT,
  ),
  said(
    '2026-12-10 16:05',
    'StepSkipped',
    { step: 'training', side: 'a', reasonCode: 'trained-before' },
    NEXT,
  ),
  sentWork('2026-12-15 12:00', 'a', 'photographs', NEXT),
  meeting('2027-01-11 10:00', 1, '2027-02-11', undefined, NEXT),
  sentWork('2027-01-11 12:00', 'b', 'photographs', NEXT),
  said('2027-02-11 17:00', 'MeetingCancelled', { number: 1, reasonCode: 'weather' }, NEXT),
];

const EXPECTED = `
spring: Ash and Elm are brought together, Oak waits
2026-05-12 10:00   | N01 | head-ash     | We have your interest in Schools Linking                     | answers her
2026-05-12 10:00   | N01 | head-elm     | We have your interest in Schools Linking                     | answers her
2026-05-12 10:00   | N02 | programme    | New interest: Ash                                            | answers her
2026-05-12 10:00   | N02 | programme    | New interest: Elm                                            | answers her
not | 2026-05-19   | N03 | programme    | no-longer-wanted                                             | Ash: proposed the next day
not | 2026-05-19   | N03 | programme    | no-longer-wanted                                             | Elm: proposed the next day
2026-06-03 10:00   | N01 | head-oak     | We have your interest in Schools Linking                     | answers her
2026-06-03 10:00   | N02 | programme    | New interest: Oak                                            | answers her
2026-06-10 07:30   | N03 | programme    | Interest waiting: Oak                                        | five working days, nobody answered

the first link
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
2026-10-02 08:00   | N13 | teacher-ash  | Your next step: photographs, names and identity work         | trained elsewhere on the day before
2026-11-02 11:00   | N15 | teacher-ash  | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
2026-11-02 11:00   | N15 | teacher-elm  | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
2026-11-02 11:00   | N15 | hall         | First meeting at Cartwright Hall on Thursday 3 December 2026 | planned
(no N14: the side of Elm was never trained, so the step had not begun)

Elm leaves: that is told, the meeting leaves three calendars, and nothing else goes
2026-11-20 10:00   | N26 | teacher-ash  | About your link with Elm: it has ended                       | withdrawn
2026-11-20 10:00   | N26 | teacher-elm  | About your link with Ash: it has ended                       | withdrawn
2026-11-20 10:00   | N26 | head-ash     | About your link with Elm: it has ended                       | withdrawn
2026-11-20 10:00   | N26 | head-elm     | About your link with Ash: it has ended                       | withdrawn
2026-11-20 10:00   | N15 | teacher-ash  | Cancelled: first meeting on Thursday 3 December 2026         | leaves her calendar
2026-11-20 10:00   | N15 | teacher-elm  | Cancelled: first meeting on Thursday 3 December 2026         | leaves her calendar
2026-11-20 10:00   | N15 | hall         | Cancelled: first meeting on Thursday 3 December 2026         | the room is free
not | 2026-11-26   | N17 | teacher-ash  | no-longer-wanted                                             | withdrawn
not | 2026-11-26   | N17 | teacher-elm  | no-longer-wanted                                             | withdrawn
not | 2026-11-26   | N17 | hall         | no-longer-wanted                                             | withdrawn
not | 2026-12-04   | N18 | teacher-ash  | no-longer-wanted                                             | withdrawn
not | 2026-12-10   | N18 | teacher-ash  | no-longer-wanted                                             | withdrawn
not | 2026-12-04   | N18 | teacher-elm  | no-longer-wanted                                             | withdrawn
not | 2026-12-10   | N18 | teacher-elm  | no-longer-wanted                                             | withdrawn
not | 2027-07-19   | N24 | teacher-ash  | no-longer-wanted                                             | it did not have its year
not | 2027-07-19   | N24 | teacher-elm  | no-longer-wanted                                             | it did not have its year
not | 2027-07-19   | N24 | head-ash     | no-longer-wanted                                             | it did not have its year
not | 2027-07-19   | N24 | head-elm     | no-longer-wanted                                             | it did not have its year

Ash and Oak: both sign anew
2026-12-01 09:05   | N07 | head-ash     | Please sign your Schools Linking agreement                   | issued
2026-12-01 09:05   | N07 | head-oak     | Please sign your Schools Linking agreement                   | issued
not | 2026-12-08   | N08 | head-ash     | no-longer-wanted                                             | signed
not | 2026-12-15   | N08 | head-ash     | no-longer-wanted                                             | signed
not | 2026-12-08   | N08 | head-oak     | no-longer-wanted                                             | signed the day before
not | 2026-12-15   | N08 | head-oak     | no-longer-wanted                                             | signed
2026-12-07 10:00   | N09 | teacher-ash  | Meet your linking partner                                    | both signed
2026-12-07 10:00   | N09 | teacher-oak  | Meet your linking partner                                    | both signed
2026-12-07 10:00   | N09 | head-ash     | Meet your linking partner                                    | her copy
2026-12-07 10:00   | N09 | head-oak     | Meet your linking partner                                    | her copy
2026-12-11 08:00   | N13 | teacher-oak  | Your next step: photographs, names and identity work         | trained the day before

(no N14: both classes have sent their work before anything is late; who had her training before gets no second N13)

meeting on the day itself called off
2027-01-11 10:00   | N15 | teacher-ash  | First meeting at Cartwright Hall on Thursday 11 February 2027 | planned
2027-01-11 10:00   | N15 | teacher-oak  | First meeting at Cartwright Hall on Thursday 11 February 2027 | planned
2027-01-11 10:00   | N15 | hall         | First meeting at Cartwright Hall on Thursday 11 February 2027 | planned
2027-02-04 08:00   | N17 | teacher-ash  | Ready for Thursday 11 February 2027?                         | seven days before
2027-02-04 08:00   | N17 | teacher-oak  | Ready for Thursday 11 February 2027?                         | seven days before
2027-02-04 08:00   | N17 | hall         | Ready for Thursday 11 February 2027?                         | seven days before
2027-02-11 17:00   | N15 | teacher-ash  | Cancelled: first meeting on Thursday 11 February 2027        | it had not taken place
2027-02-11 17:00   | N15 | teacher-oak  | Cancelled: first meeting on Thursday 11 February 2027        | it had not taken place
2027-02-11 17:00   | N15 | hall         | Cancelled: first meeting on Thursday 11 February 2027        | it had not taken place
not | 2027-02-12   | N18 | teacher-ash  | no-longer-wanted                                             | there is nothing to tell
not | 2027-02-22   | N18 | teacher-ash  | no-longer-wanted                                             | a week after is half-term
not | 2027-02-12   | N18 | teacher-oak  | no-longer-wanted                                             | there is nothing to tell
not | 2027-02-22   | N18 | teacher-oak  | no-longer-wanted                                             | a week after is half-term
2027-07-19 08:00   | N24 | teacher-ash  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | teacher-oak  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-ash     | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-oak     | Thank you for this year of linking                           | its Monday
`;

test('a link that is brokered anew: what ends leaves every calendar, what begins begins from the signature', async () => {
  await expectMails(await mailsOf(story, '2027-07-31'), EXPECTED);
});
