import type { CommandBus } from '@nestjs/cqrs';
import { yearEnd, yearStart } from '@linking/domain/calendar/academic-year.js';
import { fullDate, yearText } from '@linking/domain/calendar/words.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Sender } from '../commands/sender.js';
import { ReceiveInterest, type InterestInBody } from '../interests/interest-commands.js';
import { PlanSession } from '../training/training-commands.js';
import { takingOver } from './opening-ids.js';
import type { OfferedSchoolDetails, OfferedSession, Opening } from './opening.js';

/** What became of one row that was to be taken over. */
export type TakenOver =
  | { readonly what: string; readonly status: 'done' | 'already-there'; readonly id: string }
  | { readonly what: string; readonly status: 'refused'; readonly code: string; readonly sentence: string };

export interface TakingOver {
  readonly bus: CommandBus;
  readonly slug: string;
  readonly sender: Sender;
}

/** Each school as an interest of its own; those that are on the list already stay as they are. */
export function recordInterests(
  { bus, slug, sender }: TakingOver,
  opening: Opening,
  urns: readonly string[],
): Promise<readonly TakenOver[]> {
  checkOpened(opening);
  return oneByOne(urns, async (urn) => {
    const school = opening.schools.find((it) => it.urn === urn);
    if (school === undefined)
      throw new Refusal(
        'NOT_OFFERED',
        `School ${urn} did not link in ${yearText(opening.from)}.`,
        fromTheList,
      );
    if (school.interest !== undefined) return { id: school.interest.id, changed: false };
    const commandId = takingOver(slug, opening.year, urn);
    const received = interestOf(school, slug, opening.year);
    const { interest, changed } = await bus.execute(new ReceiveInterest(received, { ...sender, commandId }));
    return { id: interest.id, changed };
  });
}

/** Each session on its new day, with time, place and places as it had. */
export function planSessions(
  { bus, slug, sender }: TakingOver,
  opening: Opening,
  wanted: readonly { readonly sessionId: string; readonly on: string }[],
): Promise<readonly TakenOver[]> {
  checkOpened(opening);
  const days = new Map(wanted.map(({ sessionId, on }) => [sessionId, on]));
  return oneByOne([...days.keys()], async (sessionId) => {
    const session = opening.sessions.find((it) => it.sessionId === sessionId);
    if (session === undefined)
      throw new Refusal(
        'NOT_OFFERED',
        `There was no such session in ${yearText(opening.from)}.`,
        fromTheList,
      );
    if (session.planned !== undefined) return { id: session.planned.sessionId, changed: false };
    const on = days.get(sessionId) ?? session.suggestedOn;
    checkDay(on, opening.year);
    const commandId = takingOver(slug, opening.year, sessionId);
    const planning = new PlanSession({ programme: slug, ...asBefore(session), on }, { ...sender, commandId });
    const { session: made, changed } = await bus.execute(planning);
    return { id: made.id, changed };
  });
}

/** What one row cannot do stops no other. */
async function oneByOne(
  rows: readonly string[],
  take: (what: string) => Promise<{ readonly id: string; readonly changed: boolean }>,
): Promise<readonly TakenOver[]> {
  const taken: TakenOver[] = [];
  for (const what of new Set(rows)) {
    try {
      const { id, changed } = await take(what);
      taken.push({ what, status: changed ? 'done' : 'already-there', id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, more } = error;
      const sentence = more.nextStep === undefined ? error.sentence : `${error.sentence} ${more.nextStep}`;
      taken.push({ what, status: 'refused', code, sentence });
    }
  }
  return taken;
}

const interestOf = (
  { urn, head, priorities, classes }: OfferedSchoolDetails,
  programme: string,
  year: string,
): InterestInBody => ({
  programme,
  year,
  urn,
  channel: 'asked-again',
  head: { personId: head.personId },
  priorities,
  classes: classes.map(({ yearGroups, pupilCount, teachers }) => ({
    yearGroups,
    pupilCount,
    placeholder: true,
    teachers: teachers.map(({ personId }) => ({ personId, linkedBefore: true })),
  })),
});

const asBefore = ({ kind, startsAt, endsAt, venueId, capacity }: OfferedSession) => ({
  kind,
  startsAt,
  endsAt,
  ...(venueId === undefined ? {} : { venueId }),
  capacity,
});

function checkOpened({ opened, year }: Opening): void {
  if (opened) return;
  throw new Refusal('YEAR_NOT_OPENED', `${yearText(year)} is not opened yet.`, {
    nextStep: 'Open it first.',
  });
}

function checkDay(on: string, year: string): void {
  if (yearStart(year) <= on && on <= yearEnd(year)) return;
  throw new Refusal('YEAR_NOT_VALID', `${fullDate(on)} is not in ${yearText(year)}.`, {
    nextStep: `Choose a day from ${fullDate(yearStart(year))} to ${fullDate(yearEnd(year))}.`,
  });
}

const fromTheList = { nextStep: 'Choose from the list of the year before.' };
