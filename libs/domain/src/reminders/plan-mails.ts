import type { Side } from '@linking/events/link/link-events.js';
import { latestDay } from '../calendar/loose-days.js';
import {
  bothSides,
  isAgreed,
  otherSide,
  signingSides,
  type Link,
  type RecordedLinkEvent,
} from '../link/link.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * The mails that a link as it stands asks for; none while it is paused or closed. Their anchors are the days as they
 * were first written, so that what is mended later makes no other mail of one that was sent.
 */
export function planMails(link: Link): readonly WantedMail[] {
  if (link.outcome !== 'open' || link.paused !== undefined || link.ref === '') return [];
  return [...signingMails(link), ...partnerMails(link)];
}

/** N07, to whoever has to sign. */
function signingMails(link: Link): readonly WantedMail[] {
  return signingSides(link).flatMap((side): readonly WantedMail[] => {
    const { status, textVersion } = link.agreement[side];
    const issuedOn = issueWrittenOn(link, side);
    if (status !== 'issued' || issuedOn === undefined || textVersion === undefined) return [];
    const content = { rule: 'N07', ...aboutBoth(link, side), textVersion } as const;
    return [mail(link, `agreement-${side}`, issuedOn, link.sides[side].headId, content)];
  });
}

/** N09, once both signed and both teachers are known: each teacher gets the other's names, the heads a copy. */
function partnerMails(link: Link): readonly WantedMail[] {
  const days = [
    ...signingSides(link).map((side) => signatureWrittenOn(link, side)),
    ...bothSides.map((side) => teachersWrittenOn(link, side)),
  ];
  if (!isAgreed(link) || days.some((day) => day === undefined)) return [];
  const anchor = latestDay(days as string[]) ?? '';
  // A head who teaches the class herself reads it as its teacher.
  const told = new Set(bothSides.flatMap((side) => teacherIds(link, side)));
  return bothSides.flatMap((side) => {
    const content = {
      rule: 'N09',
      ...aboutBoth(link, side),
      ownTeacherIds: teacherIds(link, side),
      partnerTeacherIds: teacherIds(link, otherSide(side)),
    } as const;
    const { headId } = link.sides[side];
    const headAlready = told.has(headId);
    told.add(headId);
    return [
      ...teacherIds(link, side).map((id) =>
        mail(link, `partner-${side}`, anchor, id, { ...content, audience: 'teacher' }),
      ),
      ...(headAlready
        ? []
        : [mail(link, `partner-${side}-copy`, anchor, headId, { ...content, audience: 'head' })]),
    ];
  });
}

const teacherIds = (link: Link, side: Side) => link.sides[side].teachers.map(({ teacherId }) => teacherId);

/** The day on which the agreement that counts was sent, as it was first written. */
function issueWrittenOn(link: Link, side: Side): string | undefined {
  const issue = link.entries.findLast(
    ({ event, voided }) => !voided && event.type === 'AgreementIssued' && event.data.side === side,
  );
  return issue?.event.occurredOn;
}

/** The day of the side's first signature, as it was first written. */
const signatureWrittenOn = (link: Link, side: Side) =>
  firstWritten(link, (event) => event.type === 'AgreementSigned' && event.data.side === side);

/** The day of the first fact that gave the side a teacher, as it was first written, while it has one. */
function teachersWrittenOn(link: Link, side: Side): string | undefined {
  if (link.sides[side].teachers.length === 0) return undefined;
  return firstWritten(link, (event) => {
    if (event.type === 'InterestRecorded' || event.type === 'ClassConfirmed') {
      return event.data.side === side && event.data.teachers.length > 0;
    }
    return event.type === 'TeacherAssigned' && event.data.side === side;
  });
}

const firstWritten = (link: Link, wanted: (event: RecordedLinkEvent) => boolean) =>
  link.entries.find(({ event }) => wanted(event))?.event.occurredOn;

function aboutBoth(link: Link, side: Side) {
  const [own, partner] = [link.sides[side], link.sides[otherSide(side)]];
  return {
    linkRef: link.ref,
    side,
    ownUrn: own.urn,
    partnerUrn: partner.urn,
    ...(own.classNameId === undefined ? {} : { ownClassNameId: own.classNameId }),
    ...(partner.classNameId === undefined ? {} : { partnerClassNameId: partner.classNameId }),
    year: link.year,
  };
}

const mail = (
  link: Link,
  step: string,
  anchorDate: string,
  personId: string,
  content: WantedMail['content'],
): WantedMail => ({
  subject: link.ref,
  programme: link.programme,
  step,
  anchorDate,
  personId,
  kind: 'immediate',
  dueOn: anchorDate,
  content,
});
