import type { MeetingNumber } from '@linking/events/link/link-events.js';
import { firstYearOf } from '../calendar/academic-year.js';
import { closedDaySentence } from '../calendar/closed-day-sentence.js';
import { fullDate } from '../calendar/words.js';
import type { LinkCommand, PlanMeeting, Propose, RecordMeetingHeld } from './commands.js';
import { impactWarnings } from './impact-warnings.js';
import { isAgreed, meetingOf, type Link } from './link.js';
import { trainedOn } from './stage.js';
import { partOfDay, roomSentence } from './venue-room.js';

/** Something that looks odd and is taken all the same. */
export interface Warning {
  readonly code:
    | 'YEAR_GAP'
    | 'SIZE_RATIO'
    | 'SAME_TRUST'
    | 'LITTLE_DIFFERENCE'
    | 'CLASS_STILL_PLACEHOLDER'
    | 'TEXT_SUPERSEDED'
    | 'NOT_ENROLLED'
    | 'NOT_A_SCHOOL_DAY'
    | 'DAY_TO_AVOID'
    | 'OUTSIDE_WINDOW'
    | 'VENUE_FULL'
    | 'SAME_HOST'
    | 'NOT_AGREED'
    | 'RISK_ASSESSMENT_NOT_CONFIRMED'
    | 'BEFORE_TRAINING'
    | 'MEETING_NOT_HELD'
    | 'TOO_FEW_ANSWERS'
    | 'AFTER_SURVEY_MISSING';
  readonly sentence: string;
}

/** What a coordinator should know of a command that is accepted, in the state before it. */
export function warningsFor(command: LinkCommand, link: Link): readonly Warning[] {
  switch (command.type) {
    case 'Propose':
      return proposalWarnings(command);
    case 'IssueAgreement':
      return (['a', 'b'] as const)
        .filter((side) => link.sides[side].placeholder)
        .map((side) => ({
          code: 'CLASS_STILL_PLACEHOLDER',
          sentence: `The class of side ${side} is not named yet; the agreement says "to follow".`,
        }));
    case 'SignAgreement':
      return command.textVersion === command.currentTextVersion
        ? []
        : [
            {
              code: 'TEXT_SUPERSEDED',
              sentence: `A newer text (${command.currentTextVersion}) is in use since.`,
            },
          ];
    case 'RecordTrainingAttended': {
      const enrolled = link.training.some((record) => record.teacherId === command.teacherId);
      return enrolled
        ? []
        : [{ code: 'NOT_ENROLLED', sentence: 'This teacher was not enrolled for the session.' }];
    }
    case 'PlanMeeting':
      return [
        ...dayWarnings(command.on, command.number, link),
        ...venueWarnings(command),
        ...hostWarnings(command, link),
      ];
    case 'RescheduleMeeting':
      return [...dayWarnings(command.on, command.number, link), ...venueWarnings(command)];
    case 'RecordMeetingHeld':
      return heldWarnings(command, link);
    case 'RecordDiscussion':
      return command.newTarget === undefined ? [] : closedDayWarnings(command.newTarget, link);
    case 'RecordReflection':
    case 'RecordSurvey':
    case 'Complete':
      return impactWarnings(command, link);
    case 'Broker':
    case 'SendProposal':
    case 'AcceptProposal':
    case 'DeclineProposal':
    case 'DeclineAgreement':
    case 'RevokeAgreement':
    case 'ConfirmClass':
    case 'ChangeClassDetails':
    case 'ChangeHeadteacher':
    case 'SucceedSchool':
    case 'LoseContact':
    case 'RestoreContact':
    case 'AssignTeacher':
    case 'ReplaceTeacher':
    case 'EnrolTeacher':
    case 'WithdrawEnrolment':
    case 'RecordTrainingMissed':
    case 'RecordCatchUp':
    case 'RecordExchange':
    case 'RecordParents':
    case 'RecordTestimonial':
    case 'ReadyForTheDay':
    case 'AskForAnotherDate':
    case 'DeclineAnotherDate':
    case 'MoveMeetingOnline':
    case 'CancelMeeting':
    case 'CompleteFinalExchange':
    case 'SkipStep':
    case 'Pause':
    case 'Resume':
    case 'Withdraw':
    case 'CorrectEntry':
    case 'VoidEntry':
    case 'ReBroker':
    case 'CloseIncomplete':
      return [];
  }
}

/** What is odd about two classes side by side, whether they are proposed already or only looked at. */
export interface Pair {
  readonly a: Pick<Propose['a'], 'yearGroups' | 'pupilCount'>;
  readonly b: Pick<Propose['b'], 'yearGroups' | 'pupilCount'>;
  readonly surroundings: Pick<Propose['surroundings'], 'sameTrust'>;
  readonly differenceProfile: Propose['differenceProfile'];
}

export function proposalWarnings({ a, b, surroundings, differenceProfile }: Pair): readonly Warning[] {
  const overlap = a.yearGroups.some((group) => b.yearGroups.includes(group));
  const [small, large] = [a.pupilCount, b.pupilCount].sort((x, y) => x - y) as [number, number];
  const gaps = (['percentFsm', 'percentEal'] as const)
    .map((figure) => Math.abs((differenceProfile.a[figure] ?? NaN) - (differenceProfile.b[figure] ?? NaN)))
    .filter((gap) => !Number.isNaN(gap));
  return [
    ...(overlap
      ? []
      : [{ code: 'YEAR_GAP', sentence: 'The classes have no year group in common.' } as const]),
    ...(large > small * 1.5
      ? [
          {
            code: 'SIZE_RATIO',
            sentence: `The classes differ in size: ${small} and ${large} pupils.`,
          } as const,
        ]
      : []),
    ...(surroundings.sameTrust
      ? [{ code: 'SAME_TRUST', sentence: 'Both schools belong to the same trust.' } as const]
      : []),
    ...(gaps.length > 0 && Math.max(...gaps) < 10
      ? [
          {
            code: 'LITTLE_DIFFERENCE',
            sentence: 'The schools differ by less than 10 points in meals and language.',
          } as const,
        ]
      : []),
  ];
}

function closedDayWarnings(on: string, { programmeYear }: Link): readonly Warning[] {
  const closed = closedDaySentence(on, programmeYear?.calendar);
  const avoided = programmeYear?.daysToAvoid.find(({ from, to }) => from <= on && on <= to);
  return [
    ...(closed === undefined ? [] : [{ code: 'NOT_A_SCHOOL_DAY', sentence: closed } as const]),
    ...(avoided === undefined
      ? []
      : [{ code: 'DAY_TO_AVOID', sentence: `${fullDate(on)} is a day to avoid: ${avoided.name}.` } as const]),
  ];
}

function dayWarnings(on: string, number: MeetingNumber, link: Link): readonly Warning[] {
  const [from, to] = meetingWindow(number, link.year);
  return [
    ...closedDayWarnings(on, link),
    ...(on < from || on > to
      ? [
          {
            code: 'OUTSIDE_WINDOW',
            sentence: `This meeting is usually between ${fullDate(from)} and ${fullDate(to)}.`,
          } as const,
        ]
      : []),
  ];
}

/** First meeting November to January; visits in the spring or summer term; celebration June and July. */
function meetingWindow(number: MeetingNumber, year: string): readonly [string, string] {
  const first = firstYearOf(year);
  if (number === 1) return [`${first}-11-01`, `${first + 1}-01-31`];
  return number === 4
    ? [`${first + 1}-06-01`, `${first + 1}-07-31`]
    : [`${first + 1}-01-01`, `${first + 1}-07-31`];
}

function venueWarnings({ venue, startsAt }: Pick<PlanMeeting, 'venue' | 'startsAt'>): readonly Warning[] {
  if (venue === undefined || venue.booked < venue.linksAtOnce) return [];
  return [{ code: 'VENUE_FULL', sentence: roomSentence(venue, venue.booked, partOfDay(startsAt)) }];
}

/** Each school hosts one of the two visits; within one school there is nobody else to host. */
function hostWarnings({ number, hostSide }: PlanMeeting, link: Link): readonly Warning[] {
  if (hostSide === undefined || (number !== 2 && number !== 3) || link.kind === 'in-school') return [];
  const other = meetingOf(link, number === 2 ? 3 : 2);
  if (other?.hostSide !== hostSide || other.status === 'cancelled') return [];
  return [{ code: 'SAME_HOST', sentence: `The other visit is to side ${hostSide} as well.` }];
}

function heldWarnings(command: RecordMeetingHeld, link: Link): readonly Warning[] {
  const { a, b } = command.riskAssessment;
  const unconfirmed = command.mode === 'in-person' && (a !== 'confirmed' || b !== 'confirmed');
  const untrained = trainedOn(link, 'a') === undefined || trainedOn(link, 'b') === undefined;
  return [
    ...(isAgreed(link)
      ? []
      : [{ code: 'NOT_AGREED', sentence: 'Not every school has signed the agreement.' } as const]),
    ...(unconfirmed
      ? [
          {
            code: 'RISK_ASSESSMENT_NOT_CONFIRMED',
            sentence: 'A risk assessment is not confirmed for this meeting.',
          } as const,
        ]
      : []),
    ...(untrained
      ? [{ code: 'BEFORE_TRAINING', sentence: 'The classes met before both teachers were trained.' } as const]
      : []),
  ];
}
