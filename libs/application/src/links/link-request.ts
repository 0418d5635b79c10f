import type { KeyQuestion, Side, SignatureMeans } from '@linking/events/link/link-events.js';
import type { CommandOf, LinkCommand, LinkCommandName } from '@linking/domain/link/commands.js';
import type { SoftRule } from '@linking/domain/refusal.js';
import type { Consent } from '../consents/consents.js';
import type { PersonInBody } from '../people/people.js';

/** What is said with every command. */
export interface Said {
  /** Default: today, London. */
  readonly occurredOn?: string;
  readonly note?: string;
  readonly overrides?: readonly {
    readonly rule: SoftRule;
    readonly reasonCode: string;
    readonly note?: string;
  }[];
}

export type TeacherInBody = PersonInBody & { readonly linkedBefore?: boolean };

type Optional<Shape, Field extends keyof Shape> = Omit<Shape, Field> & Partial<Pick<Shape, Field>>;

/** Commands in which people still name persons, type words, or leave out what the domain wants to know. */
type InWords =
  | { readonly type: 'IssueAgreement' }
  | {
      readonly type: 'SignAgreement';
      readonly side: Side;
      readonly signer: PersonInBody;
      readonly signerRole: string;
      readonly textVersion: string;
      readonly agreed: boolean;
      readonly means: SignatureMeans;
      readonly heldAt?: string;
    }
  | {
      readonly type: 'ConfirmClass';
      readonly side: Side;
      readonly name: string;
      readonly yearGroups: readonly number[];
      readonly pupilCount: number;
      readonly teachers: readonly TeacherInBody[];
    }
  | {
      readonly type: 'AssignTeacher';
      readonly side: Side;
      readonly teacher: TeacherInBody;
      readonly from?: string;
      readonly to?: string;
      readonly lead?: boolean;
      readonly jobShare?: boolean;
    }
  | {
      readonly type: 'ChangeClassDetails';
      readonly side: Side;
      readonly name?: string;
      readonly yearGroups?: readonly number[];
      readonly pupilCount?: number;
    }
  | { readonly type: 'ChangeHeadteacher'; readonly side: Side; readonly head: PersonInBody }
  | Omit<CommandOf<'SucceedSchool'>, 'successors'>
  | Omit<CommandOf<'ReBroker'>, 'lastCameToNothing'>
  | {
      readonly type: 'ReplaceTeacher';
      readonly side: Side;
      readonly from: string;
      readonly to: TeacherInBody;
      readonly reasonCode: string;
    }
  | Optional<CommandOf<'RecordExchange'>, 'keyQuestions' | 'subjects' | 'policyTags'>
  | Omit<CommandOf<'RescheduleMeeting'>, 'venue'>
  | Optional<Omit<CommandOf<'PlanMeeting'>, 'venue'>, 'activities'>
  | Omit<CommandOf<'RecordReflection'>, 'sameWords'>
  | (Omit<CommandOf<'RecordTestimonial'>, 'consent' | 'sameWords'> & {
      /** Absent while nobody has agreed; the rules then say what to do. */
      readonly consent?: Consent;
    })
  | (Omit<CommandOf<'RecordMeetingHeld'>, 'keyQuestions'> & {
      readonly keyQuestions?: readonly KeyQuestion[];
    });

/** What people ask of a link: the domain's commands, some of them still in words. A proposal has a door of its own. */
export type LinkRequest = InWords | Exclude<LinkCommand, { readonly type: InWords['type'] | 'Propose' }>;

export type LinkRequestName = Exclude<LinkCommandName, 'Propose'>;
export type RequestOf<Name extends LinkRequestName> = Extract<LinkRequest, { readonly type: Name }>;
