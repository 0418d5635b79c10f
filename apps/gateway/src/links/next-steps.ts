import type { Side } from '@linking/events/link/link-events.js';
import type { Gap } from '@linking/domain/link/gaps.js';
import { meetingOf, type Link } from '@linking/domain/link/link.js';
import { nextSteps, type NextStep } from '@linking/domain/link/next.js';
import { overdueSteps } from '@linking/domain/link/overdue.js';
import { fullDay, longDay, weekdayDay } from '@linking/words/format.js';
import { placeText } from '@linking/words/meeting-sentences.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import {
  meetingNames,
  outcomeText,
  sideText,
  targetedStepNames,
  type SideWords,
} from '@linking/words/link-terms.js';

/** A step that is open: which form records it, filled with what, and what a coordinator reads. */
export interface OpenStep {
  readonly command: string;
  readonly preset: Readonly<Record<string, string>>;
  /** `First meeting`. */
  readonly title: string;
  /** In a list of links: `First meeting on Thu 26 Nov`. */
  readonly short: string;
}

export const openSteps = (link: Link, names: SideWords): readonly OpenStep[] =>
  nextSteps(link).flatMap((step) => openStep(step, link, names));

function openStep({ command, by, number }: NextStep, link: Link, names: SideWords): readonly OpenStep[] {
  const side = sideOf(by);
  const school = side === undefined ? '' : sideText(link, side, names);
  const meeting = number === undefined ? 'Meeting' : meetingNames[number];
  const numbered: Record<string, string> = number === undefined ? {} : { number: String(number) };
  const sided: Record<string, string> = side === undefined ? {} : { side };
  switch (command) {
    case 'Resume':
      return [{ command: 'resume', preset: {}, title: 'Go on after the pause', short: pausedText(link) }];
    case 'Broker':
      return [plain('broker', {}, 'Both headteachers to say yes')];
    case 'IssueAgreement':
      return [plain('issue-agreement', {}, issueText(link))];
    case 'SignAgreement':
      return [plain('sign-agreement', sided, `Signature of ${school}`)];
    case 'ConfirmClass':
      return [plain('confirm-class', sided, `Class and teacher of ${school}`)];
    case 'RecordTrainingAttended':
      return [plain('record-training-attended', sided, `Training of ${school}`)];
    case 'RecordExchange':
      return [plain('record-exchange', { fromSide: side ?? 'a' }, `First exchange of ${school}`)];
    case 'PlanMeeting':
      return [plain('plan-meeting', numbered, `${meeting} to be planned`)];
    case 'RecordMeetingHeld': {
      const on = number === undefined ? undefined : meetingOf(link, number)?.on;
      const short = on === undefined ? meeting : `${meeting} on ${weekdayDay(on)}`;
      return [{ command: 'record-meeting-held', preset: numbered, title: meeting, short }];
    }
    case 'CompleteFinalExchange':
      return [plain('complete-final-exchange', {}, 'Final exchange and goodbye')];
    case 'Complete':
      return [plain('complete', {}, 'Completion of the link')];
    case 'Propose':
    case 'SendProposal':
    case 'AcceptProposal':
    case 'DeclineProposal':
    case 'RecordDiscussion':
    case 'DeclineAgreement':
    case 'RevokeAgreement':
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
    case 'RecordParents':
    case 'RecordReflection':
    case 'RecordSurvey':
    case 'RecordTestimonial':
    case 'ReadyForTheDay':
    case 'AskForAnotherDate':
    case 'DeclineAnotherDate':
    case 'RescheduleMeeting':
    case 'MoveMeetingOnline':
    case 'CancelMeeting':
    case 'SkipStep':
    case 'Pause':
    case 'Withdraw':
    case 'CorrectEntry':
    case 'VoidEntry':
    case 'ReBroker':
    case 'CloseIncomplete':
      return [];
  }
}

const plain = (command: string, preset: Readonly<Record<string, string>>, title: string): OpenStep => ({
  command,
  preset,
  title,
  short: title,
});

const issueText = ({ agreement: { a, b } }: Link) =>
  [a, b].some(({ status }) => status === 'declined' || status === 'revoked')
    ? 'Agreement to be sent again'
    : 'Agreement to be sent';

const sideOf = (by: NextStep['by']): Side | undefined => {
  const last = by.slice(-2);
  return last === '-a' ? 'a' : last === '-b' ? 'b' : undefined;
};

const pausedText = ({ paused }: Link) =>
  paused?.until === undefined ? 'Paused' : `Paused until ${longDay(paused.until)}`;

/** A call about each step that is late. */
export const overdueCalls = (link: Link, today: string): readonly OpenStep[] =>
  overdueSteps(link, today).map(({ step, target }) =>
    plain(
      'record-discussion',
      { step },
      `Phoned about the ${targetedStepNames[step].toLowerCase()}, due by ${longDay(target)}`,
    ),
  );

/** The one thing to do next, in a few words; what became of the link when nothing is. */
export function nextText(link: Link, names: SideWords): string {
  if (link.outcome !== 'open') return outcomeText(link);
  return openSteps(link, names)[0]?.short ?? '–';
}

/** What stands before the form of a step. */
export function stepSentences(
  { command, preset }: OpenStep,
  link: Link,
  names: LinkNames,
): readonly string[] {
  if (command === 'sign-agreement') {
    const side = preset['side'] === 'b' ? 'b' : 'a';
    const { issuedOn } = link.agreement[side];
    const head = names.person(link.sides[side].headId, 'headteacher', link.sides[side].urn).name;
    const since = issuedOn === undefined ? '' : ` since ${longDay(issuedOn)}`;
    return [
      `${head} has the personal page to sign on${since}. If the agreement came back on paper, record it here:`,
    ];
  }
  const number = ([1, 2, 3, 4] as const).find((one) => String(one) === preset['number']);
  const meeting = number === undefined ? undefined : meetingOf(link, number);
  if (command !== 'record-meeting-held' || meeting === undefined) return [];
  const place = placeText(meeting, (side) => sideText(link, side, names), names);
  const times = meeting.startsAt === undefined ? '' : `, ${meeting.startsAt} to ${meeting.endsAt}`;
  return [`Planned for ${fullDay(meeting.on)}, ${place}${times}. Afterwards, record what happened:`];
}

/** The address of the form that closes a gap. */
export function gapAction(gap: Gap): {
  readonly command: string;
  readonly preset: Readonly<Record<string, string>>;
} {
  const side: Record<string, string> = gap.side === undefined ? {} : { side: gap.side };
  switch (gap.step) {
    case 'brokering':
      return { command: 'accept-proposal', preset: side };
    case 'agreement':
      return { command: 'sign-agreement', preset: side };
    case 'training':
      return {
        command: 'record-training-attended',
        preset: { ...side, ...(gap.teacherId === undefined ? {} : { teacherId: gap.teacherId }) },
      };
    case 'first-meeting':
      return { command: 'record-meeting-held', preset: { number: '1' } };
    case 'visit-2':
      return { command: 'record-meeting-held', preset: { number: '2' } };
    case 'visit-3':
      return { command: 'record-meeting-held', preset: { number: '3' } };
    case 'celebration':
      return { command: 'record-meeting-held', preset: { number: '4' } };
    case 'goodbye':
      return { command: 'complete-final-exchange', preset: {} };
  }
}
