import type { Side } from '@linking/events/link/link-events.js';
import { effectiveFacts } from '../link/mend.js';
import { bothSides, isAgreed, otherSide, signingSides, type Link } from '../link/link.js';
import type { WantedMail } from './wanted-mail.js';

/**
 * The mails that a link as it stands asks for: N07 to whoever has to sign, N09 when both classes know their teachers.
 * A paused or closed link asks for none.
 */
export function planMails(link: Link): readonly WantedMail[] {
  if (link.outcome !== 'open' || link.paused !== undefined || link.ref === '') return [];
  return [...signingMails(link), ...partnerMails(link)];
}

function signingMails(link: Link): readonly WantedMail[] {
  return signingSides(link).flatMap((side): readonly WantedMail[] => {
    const { status, issuedOn, textVersion } = link.agreement[side];
    if (status !== 'issued' || issuedOn === undefined || textVersion === undefined) return [];
    const content = { rule: 'N07', ...aboutBoth(link, side), textVersion } as const;
    return [mail(link, `agreement-${side}`, issuedOn, link.sides[side].headId, content)];
  });
}

/** Once both signed and both teachers are known: each teacher gets the other's names, the heads a copy. */
function partnerMails(link: Link): readonly WantedMail[] {
  const days = [link.reached.signed, ...bothSides.map((side) => teachersKnownOn(link, side))];
  if (!isAgreed(link) || days.some((day) => day === undefined)) return [];
  const anchor = (days as string[]).toSorted().at(-1) ?? '';
  const heads = new Set<string>();
  return bothSides.flatMap((side) => {
    const content = {
      rule: 'N09',
      ...aboutBoth(link, side),
      ownTeacherIds: teacherIds(link, side),
      partnerTeacherIds: teacherIds(link, otherSide(side)),
    } as const;
    const { headId } = link.sides[side];
    const headAlready = heads.has(headId);
    heads.add(headId);
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

/** The day of the first fact that gave the side a teacher, while it has one. */
function teachersKnownOn(link: Link, side: Side): string | undefined {
  if (link.sides[side].teachers.length === 0) return undefined;
  const first = effectiveFacts(link.entries).find((fact) => {
    if (fact.type === 'InterestRecorded' || fact.type === 'ClassConfirmed') {
      return fact.data.side === side && fact.data.teachers.length > 0;
    }
    return fact.type === 'TeacherAssigned' && fact.data.side === side;
  });
  return first?.occurredOn;
}

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
