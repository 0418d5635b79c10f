import { otherSide, signingSides, type Link } from '../link/link.js';
import { aboutLink, immediateMail, teacherIds } from './link-mail.js';
import type { WantedMail } from './wanted-mail.js';

/** N09 to a head who came after the signature: it stands, this is her copy, and from there she may take it back. */
export function newHeadMails(link: Link): readonly WantedMail[] {
  return signingSides(link).flatMap((side) => {
    const { headId, newHead } = link.sides[side];
    const { status, signedOn = '', signerId } = link.agreement[side];
    const cameAfter = newHead !== undefined && signedOn <= newHead.on && signerId !== headId;
    if (status !== 'signed' || !cameAfter) return [];
    const change = link.entries.findLast(
      ({ event, voided }) => !voided && event.type === 'HeadteacherChanged' && event.data.side === side,
    );
    return [
      immediateMail(link, {
        step: `new-head-${side}`,
        anchorDate: change?.event.occurredOn ?? newHead.on,
        personId: headId,
        content: {
          rule: 'N09',
          ...aboutLink(link, side),
          audience: 'new-head',
          ownTeacherIds: teacherIds(link, side),
          partnerTeacherIds: teacherIds(link, otherSide(side)),
        },
      }),
    ];
  });
}
