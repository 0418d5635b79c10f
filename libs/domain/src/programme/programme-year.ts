import type {
  AvoidedKind,
  ClosureKind,
  DisruptionReason,
  StepRules,
} from '@linking/events/programme/programme-events.js';
import { yearEnd, yearStart } from '../calendar/academic-year.js';
import { nationalCalendar, type Days, type SchoolCalendar } from '../calendar/school-calendar.js';
import type { RuleTimings } from '../reminders/rule-settings.js';
import { timingsOf } from './mail-rules.js';
import type { Programme } from './programme.js';
import type { PartsInUse } from './switches.js';

/** How one academic year runs in a programme, as far as it differs from the national one. */
export interface ProgrammeYear extends PartsInUse {
  /** Own terms or disruptions; the national calendar when absent. */
  readonly calendar?: SchoolCalendar;
  readonly daysToAvoid: readonly (Days & { readonly name: string })[];
  /** Own targets and usual lengths; the national ones when absent. */
  readonly steps?: StepRules;
  /** Own days of the rules of mails; the national ones where nothing is said. */
  readonly mailRules?: RuleTimings;
}

type Runs = Pick<Programme, 'termDates' | 'disruptions' | 'stepsVersions' | 'switches' | 'mailRules'>;

/**
 * What a link of the programme is judged by; `undefined` when the national year holds.
 * @param link its year, and the version of the steps with which it was proposed
 */
export function programmeYearOf(
  programme: Runs,
  { year, stepsVersion }: { readonly year: string; readonly stepsVersion?: number },
): ProgrammeYear | undefined {
  const entered = programme.termDates.find(({ academicYear }) => academicYear === year);
  const disrupted = disruptionsIn(programme, year);
  const steps = programme.stepsVersions.find(({ version }) => version === stepsVersion)?.steps;
  const { switches } = programme;
  const own = entered !== undefined || disrupted.length > 0;
  const rules = programme.mailRules !== undefined;
  if (!own && !rules && steps === undefined && switches.length === 0) return undefined;
  return {
    switches,
    ...(own ? { calendar: calendarOf(programme, year) } : {}),
    daysToAvoid: (entered?.daysToAvoid ?? []).map(({ from, to, kind }) => ({
      from,
      to,
      name: avoidedNames[kind],
    })),
    ...(steps === undefined ? {} : { steps }),
    ...(rules ? { mailRules: timingsOf(programme) } : {}),
  };
}

/** The link judged by the national school days, whatever its programme entered. */
export function byNationalDays<Judged extends { readonly programmeYear?: ProgrammeYear }>(
  link: Judged,
): Judged {
  if (link.programmeYear?.calendar === undefined) return link;
  const { calendar: _, ...programmeYear } = link.programmeYear;
  return { ...link, programmeYear };
}

/** What a programme says of its school days. */
export type SchoolYears = Pick<Programme, 'termDates' | 'disruptions'>;

/** The school days of a programme in one academic year: its own terms or the national ones, without its disruptions. */
export function calendarOf(programme: SchoolYears, academicYear: string): SchoolCalendar {
  const national = nationalCalendar(academicYear);
  const entered = programme.termDates.find((it) => it.academicYear === academicYear);
  const disrupted = disruptionsIn(programme, academicYear);
  if (entered === undefined && disrupted.length === 0) return national;
  return {
    ...national,
    terms: entered?.terms ?? national.terms,
    closedDays: [
      ...(entered?.closedDays ?? []).map(({ from, to, kind }) => ({ from, to, name: closureNames[kind] })),
      ...disrupted.map(({ from, to, reasonCode }) => ({ from, to, name: disruptionNames[reasonCode] })),
    ],
  };
}

const disruptionsIn = ({ disruptions }: SchoolYears, year: string) =>
  disruptions.filter(({ from, to, lifted }) => !lifted && from <= yearEnd(year) && to >= yearStart(year));

export const closureNames: Readonly<Record<ClosureKind, string>> = {
  inset: 'INSET day',
  closed: 'Schools closed',
  holiday: 'Local holiday',
};

export const avoidedNames: Readonly<Record<AvoidedKind, string>> = {
  'eid-al-fitr': 'Eid al-Fitr',
  'eid-al-adha': 'Eid al-Adha',
  diwali: 'Diwali',
  sats: 'SATs week',
  other: 'a day the programme avoids',
};

export const disruptionNames: Readonly<Record<DisruptionReason, string>> = {
  storm: 'Storm',
  snow: 'Snow',
  flood: 'Flood',
  strike: 'Strike',
  illness: 'Illness',
  'building-closed': 'Building closed',
  other: 'Disruption',
};
