import { bothSides, type Link } from '@linking/domain/link/link.js';
import { lostContactsOf } from '@linking/domain/link/contacts.js';
import type { Side } from '@linking/events/link/link-events.js';
import type { SelectField } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { sideText } from '@linking/words/link-terms.js';
import { presets, readSide, sideField } from './choices.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';

interface Contact {
  readonly side: Side;
  readonly personId: string;
  readonly role: 'headteacher' | 'teacher';
}

export const contactForms: readonly CommandForm[] = [
  {
    command: 'change-headteacher',
    group: 'Classes and teachers',
    title: 'A school has a new headteacher',
    hint: 'A signature stands; an agreement that is not signed yet goes to the new head',
    submitLabel: 'Record the new headteacher',
    done: 'The new headteacher is recorded and hears from us.',
    dayLabel: 'From when?',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context),
      { kind: 'text', name: 'headName', label: 'Name of the new headteacher', width: 30 },
      { kind: 'email', name: 'headEmail', label: 'School e-mail address of the headteacher', width: 30 },
    ],
    values: (context) => presets(context, 'side'),
    read: (posted) => ({
      type: 'ChangeHeadteacher',
      side: readSide(posted),
      head: {
        name: posted.line('headName', 'Enter the name of the headteacher'),
        email: posted.email('headEmail', 'Enter the school e-mail address of the headteacher'),
      },
    }),
  },
  {
    command: 'succeed-school',
    group: 'Classes and teachers',
    title: 'A school goes on as another one',
    hint: 'After a split, for the school that the class goes to; all else passes over by itself',
    submitLabel: 'Pass the class over',
    done: 'The class, its people and the agreement pass to the other school.',
    dayLabel: 'Since when?',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context, 'Which school closed?'),
      {
        kind: 'text',
        name: 'to',
        label: 'URN of the school that the class goes to',
        hint: 'Six digits. The page of the closed school names its successors.',
        width: 10,
      },
    ],
    values: (context) => presets(context, 'side'),
    read: (posted) => ({
      type: 'SucceedSchool',
      side: readSide(posted),
      to: posted.line('to', 'Enter the URN of the school that the class goes to'),
    }),
  },
  {
    command: 'lose-contact',
    group: 'Classes and teachers',
    title: 'Somebody cannot be reached any more',
    hint: 'Mails to that person stop, and Today asks you to phone the school',
    submitLabel: 'Record it',
    done: 'Mails to this person stop. Phone the school to hear who takes over.',
    dayLabel: 'Since when?',
    noteLabel: NOTE,
    fields: (context) => [personField(context, 'Who?', contactsOf(context.link))],
    values: ({ preset }) => presetPerson(preset),
    read: (posted, { link }) => ({ type: 'LoseContact', ...readPerson(posted, contactsOf(link)) }),
  },
  {
    command: 'restore-contact',
    group: 'Classes and teachers',
    title: 'Somebody can be reached again',
    hint: 'Mails go to that person as before',
    submitLabel: 'Record it',
    done: 'Mails go to this person again.',
    dayLabel: 'Since when?',
    noteLabel: NOTE,
    fields: (context) => [personField(context, 'Who?', lostContactsOf(context.link))],
    values: ({ preset }) => presetPerson(preset),
    read: (posted, { link }) => ({ type: 'RestoreContact', ...readPerson(posted, lostContactsOf(link)) }),
  },
];

/** Head and teachers of both sides. */
const contactsOf = ({ sides }: Link): readonly Contact[] =>
  bothSides.flatMap((side) => [
    ...sides[side].teachers.map(({ teacherId }) => ({ side, personId: teacherId, role: 'teacher' as const })),
    { side, personId: sides[side].headId, role: 'headteacher' as const },
  ]);

const keyOf = ({ side, personId }: Pick<Contact, 'side' | 'personId'>) => `${side}.${personId}`;

function personField({ link, names }: FormContext, label: string, contacts: readonly Contact[]): SelectField {
  const options = contacts.map((contact) => {
    const { side, personId, role } = contact;
    const { name } = names.person(personId, role, link.sides[side].urn);
    return { value: keyOf(contact), label: `${name}, ${role}, ${sideText(link, side, names)}` };
  });
  const none = options.length === 0 ? 'Everybody can be reached' : 'Choose a person';
  return { kind: 'select', name: 'person', label, options: [{ value: '', label: none }, ...options] };
}

function readPerson(posted: PostedForm, contacts: readonly Contact[]): Pick<Contact, 'side' | 'personId'> {
  const key = posted.oneOf('person', contacts.map(keyOf), 'Choose a person');
  const { side, personId } = contacts.find((contact) => keyOf(contact) === key) ?? {
    side: 'a',
    personId: '',
  };
  return { side, personId };
}

const presetPerson = ({ side, personId }: Readonly<Record<string, string>>): Record<string, string> =>
  side === undefined || personId === undefined ? {} : { person: `${side}.${personId}` };
