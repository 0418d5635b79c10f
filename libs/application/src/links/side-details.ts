import type { LinkSide } from '@linking/domain/link/link.js';
import type { LinkWords } from './link-words.js';

export interface TeacherDetails {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone?: string;
  readonly lead: boolean;
  readonly linkedBefore: boolean;
  /** The initial training that this teacher needs. */
  readonly needs: 'initial-full' | 'initial-half';
  readonly from?: string;
  readonly to?: string;
  /** Since this day mails do not reach her. */
  readonly contactLostOn?: string;
}

/** One of the two classes of a link with its school and people. */
export interface SideDetails {
  readonly urn: string;
  /** Name of the school. */
  readonly school: string;
  readonly interestId: string;
  readonly classId: string;
  readonly className: string;
  readonly yearGroups: readonly number[];
  readonly pupilCount: number;
  readonly placeholder: boolean;
  readonly acceptedOn?: string;
  readonly head: {
    readonly personId: string;
    readonly name: string;
    readonly email: string | null;
    readonly contactLostOn?: string;
  };
  readonly teachers: readonly TeacherDetails[];
}

export function sideDetails(side: LinkSide, words: LinkWords): SideDetails {
  const { urn, interestId, classId, yearGroups, pupilCount, placeholder, acceptedOn, headId } = side;
  const head = words.person(headId, 'headteacher', urn);
  return {
    urn,
    school: words.school(urn),
    interestId,
    classId,
    className: words.className(side),
    yearGroups,
    pupilCount,
    placeholder,
    ...(acceptedOn === undefined ? {} : { acceptedOn }),
    head: { personId: headId, name: head.name, email: head.email, ...contactOf(side, headId) },
    teachers: side.teachers.map(({ teacherId, lead, linkedBefore, needs, from, to }) => {
      const { name, email, phone } = words.person(teacherId, 'teacher', urn);
      return {
        personId: teacherId,
        name,
        email,
        ...(phone === null ? {} : { phone }),
        lead,
        linkedBefore,
        needs,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...contactOf(side, teacherId),
      };
    }),
  };
}

function contactOf({ lostContacts }: LinkSide, personId: string): { readonly contactLostOn?: string } {
  const lost = lostContacts.find((it) => it.personId === personId);
  return lost === undefined ? {} : { contactLostOn: lost.on };
}
