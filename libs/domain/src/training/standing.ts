import { londonDay } from '../calendar/london.js';
import {
  evolveSession,
  unknownSession,
  type Place,
  type RecordedTrainingEvent,
  type Session,
} from './session.js';

/** Where a teacher stands in a session, for however many links she comes. */
export interface Standing {
  /** Of somebody who has left: the list on which she was. */
  readonly list: 'places' | 'waiting';
  readonly left: boolean;
  /**
   * The session as her calendar has it; of somebody who has left, as it was then. Its version counts her goings and
   * comings too: each is one SEQUENCE more for her, and none for anybody else.
   */
  readonly session: Session;
  /** Hers, on that list. */
  readonly places: readonly Place[];
  /** Version and London day with which she came onto the list, or left it. */
  readonly since: { readonly sequence: number; readonly day: string };
}

/** @returns `undefined` for somebody who never was on a list of this session */
export const standingOf = (
  facts: readonly RecordedTrainingEvent[],
  teacherId: string,
): Standing | undefined =>
  facts.reduce<Known>((known, fact) => next(known, fact, teacherId), { session: unknownSession, turns: 0 })
    .standing;

interface Known {
  readonly session: Session;
  /** How often she has left, or come back. */
  readonly turns: number;
  readonly turnedAt?: string;
  readonly standing?: Standing;
}

function next(known: Known, fact: RecordedTrainingEvent, teacherId: string): Known {
  const { standing } = known;
  const session = evolveSession(known.session, fact);
  const list = listOf(session, teacherId);
  const turned = { ...known, session, turns: known.turns + 1, turnedAt: fact.recordedAt };
  if (list === undefined) {
    if (standing === undefined || standing.left) return { ...known, session };
    return { ...turned, standing: { ...standing, left: true, ...nowOf(turned, fact) } };
  }
  const after = standing?.left === true ? turned : { ...known, session };
  const stays = standing?.list === list && !standing.left;
  return {
    ...after,
    standing: {
      list,
      left: false,
      places: session[list].filter((place) => place.teacherId === teacherId),
      ...nowOf(after, fact),
      ...(stays ? { since: standing.since } : {}),
    },
  };
}

const nowOf = (known: Known, { recordedAt }: RecordedTrainingEvent): Pick<Standing, 'session' | 'since'> => {
  const session = asSheHasIt(known);
  return { session, since: { sequence: session.sequence, day: londonDay(recordedAt) } };
};

/** Whoever has a seat waits for nothing. */
const listOf = ({ places, waiting }: Session, teacherId: string): Standing['list'] | undefined => {
  const isHers = (place: Place) => place.teacherId === teacherId;
  if (places.some(isHers)) return 'places';
  return waiting.some(isHers) ? 'waiting' : undefined;
};

const asSheHasIt = ({ session, turns, turnedAt = '' }: Known): Session => ({
  ...session,
  sequence: session.sequence + turns,
  stamp: turnedAt > session.stamp ? turnedAt : session.stamp,
});
