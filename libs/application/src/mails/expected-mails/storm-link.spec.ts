import { nationalCalendar } from '@linking/domain/calendar/school-days.js';
import { expectMails } from '../spec-support/expected-mails.js';
import {
  enrolled,
  inSession,
  issued,
  meeting,
  met,
  movedTo,
  offered,
  proposed,
  register,
  said,
  saidYes,
  sentWork,
  session,
  signed,
} from '../spec-support/linked-schools.js';
import { inYear, mailsOf } from '../spec-support/told-year.js';

const national = nationalCalendar('2026-27');
/** The schools of the programme are shut for two days. */
const stormyYear = inYear({
  ...national,
  closedDays: [{ from: '2027-02-01', to: '2027-02-02', name: 'Storm' }],
});

/** A storm is announced on a Sunday for Monday and Tuesday: the meeting of Tuesday and the training of Monday move. */
const story = [
  offered('2026-05-12 10:00', 'ash'),
  offered('2026-05-12 10:00', 'elm'),
  ...proposed('2026-05-13 14:00', ['ash'], ['elm']),
  ...saidYes('2026-05-21 15:00'),
  issued('2026-09-07 09:30', 'a'),
  issued('2026-09-07 09:30', 'b'),
  signed('2026-09-08 12:00', 'a', 'ash'),
  signed('2026-09-08 12:05', 'b', 'elm'),
  sentWork('2026-10-01 12:00', 'a'),
  sentWork('2026-10-01 12:00', 'b'),
  session('2026-12-01 10:00', 'planning', 'planning-half', '2027-02-01'),
  meeting('2027-01-06 11:00', 1, '2027-02-02'),
  enrolled('2027-01-11 09:00', 'planning', 'ash', 'a'),
  { at: '2027-01-31 18:00', programmeYear: stormyYear },
  movedTo('2027-01-31 18:05', 1, '2027-02-25'),
  inSession('2027-01-31 18:10', 'planning', 'SessionMoved', {
    on: '2027-02-10',
    startsAt: '09:30',
    endsAt: '15:30',
    venueId: 'hall',
    reasonCode: 'weather',
  }),
  ...register('2027-02-10 15:00', 'planning', 'ash', ['planning-half', '2027-02-10'], true, ['a']),
  said('2027-02-24 19:30', 'MeetingMovedOnline', { number: 1, reasonCode: 'weather' }),
  met('2027-02-25 15:00', 1, '2027-02-25'),
];

const EXPECTED = `
until January all goes well
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
2027-01-06 11:00   | N15 | teacher-ash  | First meeting at Cartwright Hall on Tuesday 2 February 2027  | planned
2027-01-06 11:00   | N15 | teacher-elm  | First meeting at Cartwright Hall on Tuesday 2 February 2027  | planned
2027-01-06 11:00   | N15 | hall         | First meeting at Cartwright Hall on Tuesday 2 February 2027  | planned
2027-01-11 09:00   | N19 | teacher-ash  | Planning half-day on Monday 1 February 2027                  | enrolled
2027-01-25 08:00   | N11 | teacher-ash  | Planning half-day on Monday 1 February 2027                  | seven days before
2027-01-26 08:00   | N17 | teacher-ash  | Ready for Tuesday 2 February 2027?                           | seven days before
2027-01-26 08:00   | N17 | teacher-elm  | Ready for Tuesday 2 February 2027?                           | seven days before
2027-01-26 08:00   | N17 | hall         | Ready for Tuesday 2 February 2027?                           | seven days before

Sunday evening: the storm is known, and what moves is told at once
2027-01-31 18:05   | N15 | teacher-ash  | Moved to Thursday 25 February 2027: first meeting at Cartwright Hall | on a Sunday too
2027-01-31 18:05   | N15 | teacher-elm  | Moved to Thursday 25 February 2027: first meeting at Cartwright Hall | on a Sunday too
2027-01-31 18:05   | N15 | hall         | Moved to Thursday 25 February 2027: first meeting at Cartwright Hall | on a Sunday too
2027-01-31 18:10   | N19 | teacher-ash  | Moved to Wednesday 10 February 2027: planning half-day       | on a Sunday too
not | 2027-02-03   | N18 | teacher-ash  | no-longer-wanted                                             | 2 February: moved
not | 2027-02-09   | N18 | teacher-ash  | no-longer-wanted                                             | moved
not | 2027-02-03   | N18 | teacher-elm  | no-longer-wanted                                             | moved
not | 2027-02-09   | N18 | teacher-elm  | no-longer-wanted                                             | moved

the new days
2027-02-03 08:00   | N11 | teacher-ash  | Planning half-day on Wednesday 10 February 2027              | seven days before the new day
2027-02-12 08:00   | N17 | teacher-ash  | Ready for Thursday 25 February 2027?                         | 18 February is half-term: the Friday before it
2027-02-12 08:00   | N17 | teacher-elm  | Ready for Thursday 25 February 2027?                         | the Friday before
2027-02-12 08:00   | N17 | hall         | Ready for Thursday 25 February 2027?                         | the Friday before
2027-02-24 19:30   | N15 | teacher-ash  | Now online: first meeting on Thursday 25 February 2027       | the evening before
2027-02-24 19:30   | N15 | teacher-elm  | Now online: first meeting on Thursday 25 February 2027       | the evening before
2027-02-24 19:30   | N15 | hall         | Cancelled: first meeting on Thursday 25 February 2027        | for the venue it is: nobody comes, the room is free
not | 2027-02-26   | N18 | teacher-ash  | no-longer-wanted                                             | recorded on the day
not | 2027-03-04   | N18 | teacher-ash  | no-longer-wanted                                             | recorded
not | 2027-02-26   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
not | 2027-03-04   | N18 | teacher-elm  | no-longer-wanted                                             | recorded
2027-07-19 08:00   | N24 | teacher-ash  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | teacher-elm  | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-ash     | Thank you for this year of linking                           | its Monday
2027-07-19 08:00   | N24 | head-elm     | Thank you for this year of linking                           | its Monday
`;

test('in a storm what moves is told at once, and what prepares for it goes on school days of the programme', async () => {
  await expectMails(await mailsOf(story, '2027-07-31'), EXPECTED);
});
