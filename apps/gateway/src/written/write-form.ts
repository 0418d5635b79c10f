import { schoolsInWords, type LinkWords } from '@linking/application/links/link-words.js';
import type { WhoGets } from '@linking/application/mails/written/who-gets.js';
import type { MailsPause } from '@linking/application/operations/pauses.js';
import type { Link } from '@linking/domain/link/link.js';
import { counted } from '@linking/words/format.js';
import { mailsPausedView } from '../operations/mails-paused.js';
import type { FormPageView } from '../pages/forms/form-page.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { FlashView } from '../pages/layout/page-frame.js';
import type { WritePreviewView } from '../pages/outbox/write-preview-page.js';

type Parts = Pick<FormView, 'csrf' | 'idempotencyKey'>;

export interface WriteMaterial {
  readonly links: readonly Omit<Link, 'entries'>[];
  readonly words: LinkWords;
  /** Present while no mail of the network leaves. */
  readonly mailsPause: MailsPause | undefined;
  /** Its teachers are written to, instead of people of links. */
  readonly session?: { readonly id: string; readonly heading: string };
}

export const writeTo = ['teachers', 'heads', 'both'] as const;

/** What was typed, as far as it can be read. */
export function readWriting(posted: PostedForm, { links, session }: WriteMaterial) {
  const subject = posted.line('subject', 'Write what the mail is about', 150);
  const text = posted.words('text') ?? '';
  if (text === '') posted.wrong('text', 'Write the text of the mail');
  const common = { subject, text, checked: posted.tick('checked') };
  if (session !== undefined) return { ...common, sessionId: session.id, to: 'teachers' as const };
  const to = posted.oneOf('to', writeTo, 'Choose who gets it');
  const linkRefs = posted.someOf(
    'ticked',
    links.map(({ ref }) => ref),
  );
  if (linkRefs.length === 0) posted.wrong('ticked', 'Tick at least one link');
  return { ...common, linkRefs, to };
}

export function writeFormView(
  { links, words, session, mailsPause }: WriteMaterial,
  parts: Parts,
  posted?: PostedForm,
  questioned = false,
): FormPageView {
  const chosen: readonly FormField[] =
    session === undefined
      ? [
          {
            kind: 'radios',
            name: 'to',
            label: 'Who gets it?',
            options: [
              { value: 'teachers', label: 'Teachers' },
              { value: 'heads', label: 'Headteachers' },
              { value: 'both', label: 'Both' },
            ],
          },
          {
            kind: 'checkboxes',
            name: 'ticked',
            label: 'Of which links?',
            options: links.map((link) => ({
              value: link.ref,
              label: link.ref,
              hint: schoolsInWords(link, words),
            })),
          },
        ]
      : [];
  return {
    title:
      session === undefined ? 'Write to people of several links' : 'Write to the teachers of this session',
    ...(session === undefined ? {} : { eyebrow: session.heading }),
    intro:
      'One text, a mail each. You see who gets it before anything goes. Replies come to your programme’s mailbox.',
    ...mailsPausedView(mailsPause),
    form: {
      ...parts,
      action: session === undefined ? '/write' : `/write?session=${session.id}`,
      fields: [
        { kind: 'text', name: 'subject', label: 'Subject', width: 30 },
        {
          kind: 'textarea',
          name: 'text',
          label: 'Text',
          rows: 10,
          hint: 'Plain text. The mail greets each person by name.',
        },
        ...(questioned
          ? [
              {
                kind: 'tick' as const,
                name: 'checked',
                label: 'I have checked it: no child is named, and no private phone number is given',
              },
            ]
          : []),
        ...chosen,
      ],
      submitLabel: 'See who gets it',
      values: posted?.values() ?? { to: 'teachers' },
      errors: posted?.errors ?? [],
      also: [
        { href: session === undefined ? '/links' : `/training/${session.id}`, label: 'Back', look: 'link' },
      ],
    },
  };
}

/** The answer after sending: written it is in any case; while mails are paused it waits. */
export function sentWords(people: number, mailsPause: MailsPause | undefined): FlashView {
  const to = counted(people, 'person', 'people');
  return mailsPause === undefined
    ? { tone: 'green', text: `Written: it goes to ${to} now.` }
    : {
        tone: 'amber',
        text: `Written: it waits, and goes to ${to} when the national office lets mails go on.`,
      };
}

const whyNot = {
  'no-address': 'no e-mail address is known',
  bounced: 'mails to this address came back',
  'contact-lost': 'contact is lost',
  'not-known': 'no longer known by name',
} as const;

/** Who gets it, who will not and why, and the mail as one of them reads it. */
export function previewView(
  { gets, not }: WhoGets,
  said: ReturnType<typeof readWriting>,
  school: (urn: string) => string,
  { parts, text, session }: { readonly parts: Parts; readonly text: string; readonly session?: string },
): WritePreviewView {
  const lineOf = ({
    personId,
    name,
    urn,
  }: {
    readonly personId: string;
    readonly name: string;
    readonly urn: string;
  }) => ({
    key: personId,
    name,
    school: school(urn),
  });
  return {
    first: gets[0]?.name ?? '',
    text,
    gets: gets.map((one) => ({ ...lineOf(one), more: one.linkRefs.join(', ') })),
    not: not.map((one) => ({ ...lineOf(one), more: whyNot[one.why] })),
    form: {
      ...parts,
      action: session === undefined ? '/write' : `/write?session=${session}`,
      fields: [],
      hidden: {
        subject: said.subject,
        text: said.text,
        to: said.to,
        ...(said.checked ? { checked: 'yes' } : {}),
        ...('linkRefs' in said ? { refs: said.linkRefs.join(' ') } : {}),
        people: String(gets.length),
      },
      submitLabel: `Send to ${counted(gets.length, 'person', 'people')}`,
      values: {},
      errors: [],
      moreSubmits: [{ name: 'change', value: 'yes', label: 'Change it' }],
    },
  };
}
