import type {
  Digest,
  DisruptionReason,
  ProgrammeEvent,
  ProgrammeEventData,
  ProgrammeFacts,
  ProgrammeSwitch,
  Recruitment,
  Resource,
  StepRules,
  TermDates,
} from '@linking/events/programme/programme-events.js';
import { evolveWordings, type Worded } from '../wording/wordings.js';
import type { MailHold } from '../reminders/mail-holds.js';

export type ProgrammeState = 'proposed' | 'joined' | 'active' | 'paused' | 'left';

/** A time in which somebody coordinates a programme, both days included; open when it has no last day. */
export interface Appointment {
  readonly userId: string;
  readonly from: string;
  readonly until?: string;
}

export interface Disruption {
  readonly disruptionId: string;
  readonly from: string;
  readonly to: string;
  readonly reasonCode: DisruptionReason;
  readonly lifted: boolean;
}

/** What is known of one programme. */
export interface Programme extends ProgrammeFacts {
  readonly revision: number;
  readonly state: ProgrammeState;
  /** Why it is paused or has left. */
  readonly reasonCode?: string;
  readonly hostOrganisation?: string;
  readonly aliases: readonly string[];
  /** In the order in which they were appointed. */
  readonly coordinators: readonly Appointment[];
  /** Key of the mailbox's address, which is kept outside the log. */
  readonly mailboxId?: string;
  /** Those that are on. */
  readonly switches: readonly ProgrammeSwitch[];
  /** Lists by mail that were turned off; absent while none ever was. */
  readonly digestsOff?: readonly Digest[];
  /** Own steps, by their versions; the last one holds for new links. */
  readonly stepsVersions: readonly { readonly version: number; readonly steps: StepRules }[];
  readonly openedYears: readonly ProgrammeEventData['YearOpened'][];
  /** One an academic year. */
  readonly recruitment: readonly Recruitment[];
  /** One an academic year. */
  readonly priorities: readonly ProgrammeEventData['PrioritiesSet'][];
  /** Absent until it names its own. */
  readonly resources?: readonly Resource[];
  readonly termDates: readonly TermDates[];
  readonly disruptions: readonly Disruption[];
  /** Own words of its mails; absent while it has none. */
  readonly wordings?: readonly Worded[];
  /** Key of what letters call the coordinator. */
  readonly facilitatorTitleId?: string;
  /** Mails that wait or waited; absent while none ever did. */
  readonly mailHolds?: readonly MailHold[];
  /** Rules of mails as they were changed, oldest first; absent while none ever was. */
  readonly mailRules?: readonly ProgrammeEventData['MailRuleChanged'][];
}

const nothingYet = {
  state: 'joined',
  aliases: [],
  coordinators: [],
  switches: [],
  stepsVersions: [],
  openedYears: [],
  recruitment: [],
  priorities: [],
  termDates: [],
  disruptions: [],
} as const;

/** Never throws: history has happened. `undefined` before the stream's first fact. */
export function evolveProgramme(
  programme: Programme | undefined,
  event: ProgrammeEvent,
  { revision }: { readonly revision: number },
): Programme | undefined {
  if (event.type === 'ProgrammeProposed') {
    return programme ?? { ...nothingYet, ...event.data, state: 'proposed', revision };
  }
  if (event.type === 'ProgrammeJoined') {
    return { ...nothingYet, ...programme, ...event.data, state: 'joined', revision };
  }
  return programme === undefined ? undefined : { ...applied(programme, event), revision };
}

function applied(
  programme: Programme,
  event: Exclude<ProgrammeEvent, { readonly type: 'ProgrammeProposed' | 'ProgrammeJoined' }>,
): Programme {
  switch (event.type) {
    case 'ProgrammeStarted':
    case 'ProgrammeResumed': {
      const { reasonCode: _, ...running } = programme;
      return { ...running, state: 'active' };
    }
    case 'ProgrammePaused':
      return { ...programme, state: 'paused', ...event.data };
    case 'ProgrammeLeft':
      return { ...programme, state: 'left', ...event.data };
    case 'AreaChanged':
      return { ...programme, ...event.data };
    case 'ProgrammeDetailsChanged': {
      const { hostOrganisation: _, distanceLimitKm: __, ...others } = programme;
      return { ...others, ...event.data };
    }
    case 'CoordinatorAppointed': {
      const others = programme.coordinators.filter(({ userId }) => userId !== event.data.userId);
      return { ...programme, coordinators: [...others, event.data] };
    }
    case 'CoordinatorEnded':
      return { ...programme, coordinators: programme.coordinators.map((it) => endedBy(it, event.data)) };
    case 'MailboxSet':
      return { ...programme, mailboxId: event.data.mailboxId };
    case 'SwitchTurned': {
      const others = programme.switches.filter((it) => it !== event.data.switch);
      return { ...programme, switches: event.data.on ? [...others, event.data.switch] : others };
    }
    case 'DigestTurned': {
      const others = (programme.digestsOff ?? []).filter((it) => it !== event.data.digest);
      return { ...programme, digestsOff: event.data.on ? others : [...others, event.data.digest] };
    }
    case 'StepsChanged':
      return { ...programme, stepsVersions: [...programme.stepsVersions, event.data] };
    case 'YearOpened':
      return { ...programme, openedYears: [...programme.openedYears, event.data] };
    case 'RecruitmentChanged':
      return { ...programme, recruitment: withYear(programme.recruitment, event.data) };
    case 'PrioritiesSet':
      return { ...programme, priorities: withYear(programme.priorities, event.data) };
    case 'ResourcesSet':
      return { ...programme, ...event.data };
    case 'TermDatesEntered': {
      const others = programme.termDates.filter((it) => it.academicYear !== event.data.academicYear);
      return { ...programme, termDates: [...others, event.data] };
    }
    case 'DisruptionDeclared':
      return { ...programme, disruptions: [...programme.disruptions, { ...event.data, lifted: false }] };
    case 'MailWordingChanged':
    case 'MailWordingDropped':
      return { ...programme, wordings: evolveWordings(programme.wordings, event) };
    case 'FacilitatorTitleSet': {
      const { facilitatorTitleId: _, ...others } = programme;
      const { noteId } = event.data;
      return noteId === undefined ? others : { ...others, facilitatorTitleId: noteId };
    }
    case 'DisruptionLifted':
      return {
        ...programme,
        disruptions: programme.disruptions.map((it) =>
          it.disruptionId === event.data.disruptionId ? { ...it, lifted: true } : it,
        ),
      };
    case 'MailsHeld':
      return {
        ...programme,
        mailHolds: [...(programme.mailHolds ?? []), { ...event.data, released: false }],
      };
    case 'MailRuleChanged':
      return { ...programme, mailRules: [...(programme.mailRules ?? []), event.data] };
    case 'MailsReleased':
      return {
        ...programme,
        mailHolds: (programme.mailHolds ?? []).map((it) =>
          it.holdId === event.data.holdId ? { ...it, released: true } : it,
        ),
      };
  }
}

const withYear = <Known extends { readonly year: string }>(known: readonly Known[], now: Known) => [
  ...known.filter(({ year }) => year !== now.year),
  now,
];

const endedBy = (
  appointment: Appointment,
  { userId, until }: { userId: string; until: string },
): Appointment => (appointment.userId === userId ? { ...appointment, until } : appointment);

/** Whether a part is wanted; every part is off until it is turned on. */
export const isOn = ({ switches }: Pick<Programme, 'switches'>, part: ProgrammeSwitch): boolean =>
  switches.includes(part);

/** Whether a list goes to the programme's mailbox; each is on until it is turned off. */
export const wantsDigest = ({ digestsOff = [] }: Pick<Programme, 'digestsOff'>, digest: Digest): boolean =>
  !digestsOff.includes(digest);

/** Whether somebody coordinates on this day. */
export const isOnDuty = ({ from, until = '9999-12-31' }: Appointment, day: string): boolean =>
  from <= day && day <= until;

/** Whose name stands under the letters of a day: of those on duty the one who came last. */
export function facilitatorOn(
  { coordinators }: Pick<Programme, 'coordinators'>,
  day: string,
): string | undefined {
  return coordinators
    .filter((it) => isOnDuty(it, day))
    .toSorted((x, y) => x.from.localeCompare(y.from))
    .at(-1)?.userId;
}

/** New interests and links are taken from joining on, but not while it is paused, nor after it left. */
export const takesLinks = ({ state }: Pick<Programme, 'state'>): boolean =>
  state === 'joined' || state === 'active';
