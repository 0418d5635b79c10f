import type { InterestEventData } from '@linking/events/interest/interest-events.js';
import type { ClassStatus, Interest, RecordedInterestEvent } from '@linking/domain/interest/interest.js';
import { classStatus } from '@linking/domain/interest/interest.js';
import { capital, codeText, yearGroupsText } from '@linking/words/link-terms.js';
import { isByHand } from '@linking/domain/schools/by-hand.js';
import type { TagView } from '../pages/components/tag.js';
import { counted } from '@linking/words/format.js';

export const classTags: Readonly<Record<ClassStatus, TagView>> = {
  waiting: { tone: 'amber', text: 'Waiting' },
  paired: { tone: 'green', text: 'Paired' },
  withdrawn: { tone: 'grey', text: 'Withdrawn' },
  declined: { tone: 'grey', text: 'Declined' },
};

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** `two`; from eleven on in figures. */
export const numberText = (count: number) => numbers[count] ?? String(count);

/** `One of two classes is placed.` */
export function placedText(interest: Interest): string {
  const offered = interest.classes.map((one) => classStatus(interest, one));
  const wanted = offered.filter((status) => status === 'waiting' || status === 'paired').length;
  const placed = offered.filter((status) => status === 'paired').length;
  if (wanted === 0) return 'No class is offered any more.';
  if (placed === 0) return `${counted(wanted, 'class waits', 'classes wait')} for a partner.`;
  if (placed === wanted)
    return wanted === 1 ? 'The class is placed.' : `All ${numberText(wanted)} classes are placed.`;
  return `${capital(numberText(placed))} of ${numberText(wanted)} classes ${placed === 1 ? 'is' : 'are'} placed.`;
}

/** Why no programme has an interest. */
export function unplacedText(reasonCode: string): string {
  switch (reasonCode) {
    case 'outside-every-area':
      return 'The school lies in no programme’s area.';
    case 'area-not-clear':
      return 'The register does not say which programme’s area the school lies in.';
    default:
      return `${capital(codeText(reasonCode))}.`;
  }
}

export interface InterestNames {
  programme(slug: string): string;
  /** Name of a class by its id, or its year groups. */
  className(classId: string): string;
}

type Offered = InterestEventData['ClassOffered']['offered'];
const size = ({ yearGroups, pupilCount }: Offered) =>
  `${yearGroupsText(yearGroups)}, ${counted(pupilCount, 'pupil')}`;

/** What an event says to people. */
export function interestSentence(event: RecordedInterestEvent, names: InterestNames): string {
  const why = (reasonCode: string) => codeText(reasonCode);
  switch (event.type) {
    case 'InterestReceived': {
      const { classes, channel, programme, emailVerified } = event.data;
      const taken = programme === undefined ? '' : ` by ${names.programme(programme)}`;
      return `Interest received${taken}: ${counted(classes.length, 'class', 'classes')}, ${emailVerified === true ? 'by the public form, e-mail address verified' : channelText[channel]}`;
    }
    case 'InterestUnplaced':
      return `Given to the national office: ${why(event.data.reasonCode)}`;
    case 'InterestRouted':
      return `Placed with ${names.programme(event.data.programme)}`;
    case 'InterestHandedOver': {
      const { from, to, reasonCode } = event.data;
      return `Handed over from ${names.programme(from)} to ${names.programme(to)}: ${why(reasonCode)}`;
    }
    case 'InterestKept':
      return `Kept where it is: ${why(event.data.reasonCode)}`;
    case 'InterestDeclined':
      return `Declined: ${why(event.data.reasonCode)}`;
    case 'InterestHeadChanged':
      return 'Another headteacher';
    case 'ClassOffered':
      return `A class more: ${names.className(event.data.offered.classId)} (${size(event.data.offered)})`;
    case 'OfferedClassChanged':
      return `Class changed: ${names.className(event.data.offered.classId)} (${size(event.data.offered)})`;
    case 'ClassWithdrawn':
      return `${names.className(event.data.classId)} is offered no more: ${why(event.data.reasonCode)}`;
    case 'ClassPaired':
      return `${names.className(event.data.classId)} is in ${event.data.linkRef}`;
    case 'ClassReleased':
      return `${names.className(event.data.classId)} came back from ${event.data.linkRef}`;
    case 'SchoolSucceeded':
      return isByHand(event.data.from)
        ? `The school is in the register now, under URN ${event.data.to}`
        : `The school closed and goes on under URN ${event.data.to}`;
    case 'InterestWithdrawn':
      return `Withdrawn by the school: ${why(event.data.reasonCode)}`;
  }
}

const channelText: Readonly<Record<InterestEventData['InterestReceived']['channel'], string>> = {
  phone: 'by phone',
  'e-mail': 'by e-mail',
  meeting: 'at a meeting',
  form: 'by the form',
  'asked-again': 'asked again after linking the year before',
};
