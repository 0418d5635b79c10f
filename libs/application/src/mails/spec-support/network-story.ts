import type { Decided } from '@linking/domain/link/decided.js';
import { happened } from '@linking/domain/link/spec-support/example-link.js';
import type { InterestEvent } from '@linking/events/interest/interest-events.js';
import type { Side } from '@linking/events/link/link-events.js';
import { nationalCalendar } from '@linking/domain/calendar/school-calendar.js';
import { inSession } from './linked-schools.js';
import {
  dayOfSession,
  mailsProposals,
  type Life,
  type LifeOfMeeting,
  type LifeOfSession,
  type Network,
} from './network-lives.js';
import { inYear, type Told } from './told-year.js';

/** The lives as people record them: facts of links, interests and sessions, each at its moment. */
export function storyOf({ lives, sessions }: Network): readonly Told[] {
  const mailing = new Set(lives.map(({ programme }) => programme).filter(mailsProposals));
  const byRef = new Map(lives.map((life) => [life.ref, life]));
  return [
    ...[...mailing].map((programme): Told => ({
      at: '2026-05-01 09:00',
      programme,
      programmeYear: inYear(nationalCalendar('2026-27'), { switches: ['e-mailed-proposals'] }),
    })),
    ...lives.flatMap(storyOfLink),
    ...sessions.flatMap((session) => storyOfSession(session, byRef)),
  ];
}

const sides = ['a', 'b'] as const;
const urnOf = (life: Life, side: Side) =>
  String(
    100_000 +
      Number(life.sides[life.inSchool ? 'a' : side].interest.slice(0, -1)) * 2 +
      (life.inSchool || side === 'a' ? 0 : 1),
  );

function offeredClass({ sides: both }: Life, side: Side) {
  const { interest, namedAt, teacher, linkedBefore } = both[side];
  return {
    classId: `class-${interest}`,
    classNameId: `class-${interest}`,
    yearGroups: [4],
    pupilCount: 28,
    placeholder: namedAt !== undefined,
    teachers: namedAt === undefined ? [{ teacherId: teacher, linkedBefore }] : [],
  };
}

function storyOfLink(life: Life): readonly Told[] {
  const { ref, programme, proposedAt } = life;
  const told: Told[] = [];
  const say = (at: string | undefined, facts: (day: string) => readonly Decided[], actor?: string) => {
    if (at === undefined) return;
    told.push({ at, link: ref, facts: facts(at.slice(0, 10)), ...(actor === undefined ? {} : { actor }) });
  };
  for (const side of sides) {
    const { interest, head, offeredAt } = life.sides[side];
    const received: InterestEvent = {
      type: 'InterestReceived',
      data: {
        interestId: interest,
        programme,
        year: '2026-27',
        urn: urnOf(life, side),
        headId: head,
        channel: 'phone',
        expressedOn: offeredAt.slice(0, 10),
        priorities: [],
        classes: [offeredClass(life, side)],
      },
    };
    told.push({ at: offeredAt, interest, fact: received });
    const paired = { classId: `class-${interest}`, linkRef: ref };
    told.push({ at: proposedAt, interest, fact: { type: 'ClassPaired', data: paired } });
  }
  say(proposedAt, (day) => [
    ...sides.map((side) =>
      happened(day, 'InterestRecorded', {
        side,
        ...offeredClass(life, side),
        interestId: life.sides[side].interest,
        interestRevision: 1,
        urn: urnOf(life, side),
        headId: life.sides[side].head,
        expressedOn: life.sides[side].offeredAt.slice(0, 10),
        channel: 'phone',
        priorities: [],
      }),
    ),
    happened(day, 'LinkProposed', {
      ref,
      programme,
      year: '2026-27',
      kind: life.inSchool ? 'in-school' : 'between-schools',
      classes: { a: `class-${life.sides.a.interest}`, b: `class-${life.sides.b.interest}` },
      reasons: [],
      differenceProfile: { a: {}, b: {} },
    }),
  ]);
  say(life.mailedAt, (day) => [happened(day, 'ProposalSent', {})]);
  for (const side of sides) {
    const { yesAt, namedAt, signedAt, teacher, linkedBefore, elsewhereAt, sentAt, interest, head } =
      life.sides[side];
    say(yesAt, (day) => [happened(day, 'ProposalAccepted', { side, means: 'conversation' })]);
    say(namedAt, (day) => [
      happened(day, 'ClassConfirmed', {
        side,
        classNameId: `class-${interest}`,
        yearGroups: [4],
        pupilCount: 28,
        teachers: [{ teacherId: teacher, linkedBefore }],
      }),
    ]);
    if (side === 'a' || !life.inSchool) {
      say(life.issuedAt, (day) => [
        happened(day, 'AgreementIssued', { side, textVersion: 'v1', documentHash: 'hash' }),
      ]);
    }
    say(signedAt, (day) => [
      happened(day, 'AgreementSigned', {
        side,
        signerId: head,
        signerRole: 'headteacher',
        textVersion: 'v1',
        means: 'mailed-page',
        seal: 'seal',
      }),
    ]);
    say(elsewhereAt, (day) => [
      happened(day, 'TrainingAttended', { side, teacherId: teacher, kind: 'initial-full', minutes: 330 }),
    ]);
    say(sentAt, (day) => [
      happened(day, 'WorkExchanged', {
        fromSide: side,
        kind: 'photographs',
        mode: 'post',
        keyQuestions: [],
        subjects: [],
        policyTags: [],
      }),
    ]);
  }
  const { declined, newTarget, replaced, newHead, lost } = life;
  if (declined !== undefined) {
    const no = { side: declined.side, reasonCode: 'staffing', wantsOtherPartner: true };
    const facts = (day: string) => [
      happened(day, 'ProposalDeclined', no),
      happened(day, 'LinkNotFormed', { reasonCode: 'declined' }),
    ];
    say(declined.at, facts, `person:${life.sides[declined.side].head}`);
  }
  if (newTarget !== undefined) {
    say(newTarget.at, (day) => [
      happened(day, 'DiscussionRecorded', { about: 'exchange', newTarget: newTarget.day }),
    ]);
  }
  for (const meeting of life.meetings) tellMeeting(meeting, say);
  say(life.pausedAt, (day) => [happened(day, 'LinkPaused', { reasonCode: 'staffing' })]);
  say(life.resumedAt, (day) => [happened(day, 'LinkResumed', {})]);
  say(life.withdrawnAt, (day) => [
    happened(day, 'LinkWithdrawn', { side: 'b', reasonCode: 'staffing', stageReached: 'signed' }),
  ]);
  if (replaced !== undefined) {
    const { side, to } = replaced;
    say(replaced.at, (day) => [
      happened(day, 'TeacherReplaced', {
        side,
        from: life.sides[side].teacher,
        to,
        linkedBefore: true,
        reasonCode: 'left-school',
      }),
    ]);
  }
  if (newHead !== undefined) {
    const { side, to } = newHead;
    say(newHead.at, (day) => [
      happened(day, 'HeadteacherChanged', { side, headId: to, from: life.sides[side].head }),
    ]);
  }
  if (lost !== undefined) {
    say(lost.at, (day) => [happened(day, 'ContactLost', { side: lost.side, personId: lost.person })]);
  }
  say(life.completedAt, (day) => [happened(day, 'LinkCompleted', { meetingsHeld: 3 })]);
  return told;
}

type Say = (at: string | undefined, facts: (day: string) => readonly Decided[]) => void;

function tellMeeting(meeting: LifeOfMeeting, say: Say): void {
  const { number, on, host, venue, moved } = meeting;
  const place = host === undefined ? (venue === undefined ? {} : { venueId: venue }) : { hostSide: host };
  const times = { startsAt: '10:00', endsAt: '14:00' };
  say(meeting.plannedAt, (day) => [
    happened(day, 'MeetingPlanned', {
      number,
      mode: 'in-person',
      on,
      ...times,
      ...place,
      pupilsExpected: 56,
      activities: [],
    }),
  ]);
  say(moved?.at, (day) => [
    happened(day, 'MeetingRescheduled', { number, on: moved?.to ?? on, ...times, reasonCode: 'weather' }),
  ]);
  say(meeting.onlineAt, (day) => [happened(day, 'MeetingMovedOnline', { number, reasonCode: 'weather' })]);
  say(meeting.cancelledAt, (day) => [happened(day, 'MeetingCancelled', { number, reasonCode: 'weather' })]);
  say(meeting.heldAt, () => [
    happened(moved?.to ?? on, 'MeetingHeld', {
      number,
      on: moved?.to ?? on,
      mode: meeting.onlineAt === undefined ? 'in-person' : 'virtual',
      pupilsA: 28,
      pupilsB: 28,
      adultsA: 3,
      adultsB: 3,
      riskAssessment: { a: 'confirmed', b: 'confirmed' },
      collaborative: true,
      keyQuestions: [],
    }),
  ]);
}

function storyOfSession(session: LifeOfSession, byRef: ReadonlyMap<string, Life>): readonly Told[] {
  const { id, programme, kind, on, plannedAt, moved, cancelledAt, places } = session;
  const times = { startsAt: '09:30', endsAt: '15:30', venueId: `hall-${programme}` };
  return [
    inSession(plannedAt, id, 'SessionPlanned', {
      sessionId: id,
      programme,
      kind,
      on,
      ...times,
      capacity: 60,
    }),
    ...(moved === undefined
      ? []
      : [inSession(moved.at, id, 'SessionMoved', { on: moved.to, ...times, reasonCode: 'weather' })]),
    ...(cancelledAt === undefined
      ? []
      : [inSession(cancelledAt, id, 'SessionCancelled', { reasonCode: 'weather' })]),
    ...places.flatMap(({ teacher, ref, side, at, waitedFrom, register }): readonly Told[] => {
      const place = { teacherId: teacher, linkRef: ref, side };
      const taken = [
        ...(waitedFrom === undefined ? [] : [inSession(waitedFrom, id, 'WaitingForPlace', place)]),
        inSession(at, id, 'PlaceTaken', place),
      ];
      if (register === undefined || !byRef.has(ref)) return taken;
      const { came } = register;
      const entry = { teacherId: teacher, attended: came, minutes: came ? 330 : 0 };
      const day = dayOfSession(session);
      const facts = came
        ? [happened(day, 'TrainingAttended', { side, teacherId: teacher, sessionId: id, kind, minutes: 330 })]
        : [
            happened(day, 'TrainingMissed', {
              side,
              teacherId: teacher,
              sessionId: id,
              kind,
              reasonCode: 'illness',
            }),
          ];
      return [
        ...taken,
        inSession(register.at, id, 'AttendanceRecorded', { entries: [entry] }),
        { at: register.at, link: ref, facts },
      ];
    }),
  ];
}
