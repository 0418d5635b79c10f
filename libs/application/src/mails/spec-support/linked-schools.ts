import { happened } from '@linking/domain/link/spec-support/example-link.js';
import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import type { LinkEventData, LinkEventName, MeetingNumber, Side } from '@linking/events/link/link-events.js';
import type { TrainingEventData, TrainingEventName } from '@linking/events/training/training-events.js';
import type { Told } from './told-year.js';

/** Schools of the stories: Ash, Elm and Oak, with a head and a teacher each. */
export type School = 'ash' | 'elm' | 'oak';

export const urns: Readonly<Record<School, string>> = { ash: '900001', elm: '900002', oak: '900003' };

export const REF = 'BRD-2026-014';

/** What was recorded about a link at a London moment. */
export const said = <Name extends LinkEventName>(
  at: string,
  type: Name,
  data: LinkEventData[Name],
  ref = REF,
): Told => ({ at, link: ref, facts: [happened(at.slice(0, 10), type, data)] });

interface Offer {
  /** Who offers it and teaches it; her school when nothing else is said. */
  readonly head?: string;
  readonly teacher?: string;
  /** A class promised in spring: its name and teacher follow. */
  readonly toFollow?: boolean;
  readonly linkedBefore?: boolean;
}

const classOf = (school: School, offer: Offer) => ({
  classId: `class-${offer.teacher ?? school}`,
  classNameId: `class-${offer.teacher ?? school}`,
  yearGroups: [4],
  pupilCount: 28,
  placeholder: offer.toFollow === true,
  teachers:
    offer.toFollow === true
      ? []
      : [{ teacherId: `teacher-${offer.teacher ?? school}`, linkedBefore: offer.linkedBefore === true }],
});

/** A head offers a class; her interest waits under her school's name. */
export const offered = (at: string, school: School, offer: Offer = {}): Told => ({
  at,
  interest: offer.teacher ?? school,
  fact: {
    type: 'InterestReceived',
    data: {
      interestId: offer.teacher ?? school,
      programme: 'bradford',
      year: '2026-27',
      urn: urns[school],
      headId: `head-${offer.head ?? school}`,
      channel: 'phone',
      expressedOn: at.slice(0, 10),
      priorities: [],
      classes: [classOf(school, offer)],
    },
  } satisfies InterestEvent,
});

/** Two offered classes are brought together. */
export function proposed(
  at: string,
  a: readonly [School, Offer?],
  b: readonly [School, Offer?],
  more: { readonly ref?: string; readonly continuesFrom?: string } = {},
): readonly Told[] {
  const day = at.slice(0, 10);
  const { ref = REF, ...from } = more;
  const copied = (side: Side, [school, offer = {}]: readonly [School, Offer?]) =>
    happened(day, 'InterestRecorded', {
      side,
      ...classOf(school, offer),
      interestId: offer.teacher ?? school,
      interestRevision: 1,
      urn: urns[school],
      headId: `head-${offer.head ?? school}`,
      expressedOn: '2026-05-12',
      channel: 'phone',
      priorities: [],
    });
  const paired = ([school, offer = {}]: readonly [School, Offer?]): Told => ({
    at,
    interest: offer.teacher ?? school,
    fact: { type: 'ClassPaired', data: { classId: classOf(school, offer).classId, linkRef: ref } },
  });
  const kind = a[0] === b[0] ? ('in-school' as const) : ('between-schools' as const);
  return [
    {
      at,
      link: ref,
      facts: [
        copied('a', a),
        copied('b', b),
        happened(day, 'LinkProposed', {
          ref,
          programme: 'bradford',
          year: '2026-27',
          kind,
          classes: { a: classOf(a[0], a[1] ?? {}).classId, b: classOf(b[0], b[1] ?? {}).classId },
          reasons: [],
          differenceProfile: { a: {}, b: {} },
          ...from,
        }),
      ],
    },
    paired(a),
    paired(b),
  ];
}

export const saidYes = (at: string, ref = REF): readonly Told[] =>
  (['a', 'b'] as const).map((side) => said(at, 'ProposalAccepted', { side, means: 'conversation' }, ref));

export const issued = (at: string, side: Side, ref = REF): Told =>
  said(at, 'AgreementIssued', { side, textVersion: 'v1', documentHash: 'hash' }, ref);

export const signed = (at: string, side: Side, signer: string, ref = REF): Told =>
  said(
    at,
    'AgreementSigned',
    {
      side,
      signerId: `head-${signer}`,
      signerRole: 'headteacher',
      textVersion: 'v1',
      means: 'mailed-page',
      seal: 'seal',
    },
    ref,
  );

export const sentWork = (
  at: string,
  fromSide: Side,
  kind: 'photographs' | 'goodbye' = 'photographs',
  ref = REF,
) =>
  said(
    at,
    'WorkExchanged',
    { fromSide, kind, mode: 'post', keyQuestions: [], subjects: [], policyTags: [] },
    ref,
  );

/** A meeting from ten to two: at Cartwright Hall, or at the school of a side. */
export const meeting = (at: string, number: MeetingNumber, on: string, hostSide?: Side, ref = REF): Told =>
  said(
    at,
    'MeetingPlanned',
    {
      number,
      mode: 'in-person',
      on,
      startsAt: '10:00',
      endsAt: '14:00',
      ...(hostSide === undefined ? { venueId: 'hall' } : { hostSide }),
      pupilsExpected: 56,
      activities: [],
    },
    ref,
  );

export const movedTo = (at: string, number: MeetingNumber, on: string, ref = REF): Told =>
  said(
    at,
    'MeetingRescheduled',
    { number, on, startsAt: '10:00', endsAt: '14:00', reasonCode: 'weather' },
    ref,
  );

export const met = (at: string, number: MeetingNumber, on: string, ref = REF): Told => {
  const held = {
    number,
    on,
    mode: 'in-person',
    pupilsA: 28,
    pupilsB: 28,
    adultsA: 3,
    adultsB: 3,
    riskAssessment: { a: 'confirmed', b: 'confirmed' },
    collaborative: true,
    keyQuestions: [],
  } as const;
  return { at, link: ref, facts: [happened(on, 'MeetingHeld', held)] };
};

/** What was recorded about a session at a London moment. */
export const inSession = <Name extends TrainingEventName>(
  at: string,
  session: string,
  type: Name,
  data: TrainingEventData[Name],
  // The compiler cannot see that a type and its own data make one member of the union; the signature says it.
): Told => ({ at, session, fact: { type, data } as never });

export const session = (
  at: string,
  id: string,
  kind: 'initial-full' | 'initial-half' | 'planning-half',
  on: string,
): Told =>
  inSession(at, id, 'SessionPlanned', {
    sessionId: id,
    programme: 'bradford',
    kind,
    on,
    startsAt: '09:30',
    endsAt: '15:30',
    venueId: 'hall',
    capacity: 24,
  });

export const enrolled = (at: string, id: string, teacher: string, side: Side, ref = REF): Told =>
  inSession(at, id, 'PlaceTaken', { teacherId: `teacher-${teacher}`, linkRef: ref, side });

/** The register of a session, carried into the teacher's link as the workers do. */
export function register(
  at: string,
  id: string,
  teacher: string,
  [kind, on]: readonly ['initial-full' | 'initial-half' | 'planning-half', string],
  came: boolean,
  [side, ref]: readonly [Side, string?],
): readonly Told[] {
  const teacherId = `teacher-${teacher}`;
  const minutes = came ? 330 : 0;
  const entry = { teacherId, attended: came, minutes, ...(came ? {} : { reasonCode: 'illness' }) };
  const carried = came
    ? happened(on, 'TrainingAttended', { side, teacherId, sessionId: id, kind, minutes })
    : happened(on, 'TrainingMissed', { side, teacherId, sessionId: id, kind, reasonCode: 'illness' });
  return [
    inSession(at, id, 'AttendanceRecorded', { entries: [entry] }),
    { at, link: ref ?? REF, facts: [carried] },
  ];
}
