import type { InterestRequest } from '@linking/application/interests/interest-commands.js';
import type { InterestDetails } from '@linking/application/interests/interest-details.js';
import type { NearProgramme } from '@linking/application/programmes/nearest-programmes.js';
import { milesText } from '@linking/domain/schools/distance.js';
import { reasonField, readReason } from '../links/forms/choices.js';
import type { FormField, FormView, SelectField } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { yearGroupOptions } from './interest-form.js';

/** What the form of one change is made of. */
export interface InterestFormMaterial {
  readonly details: InterestDetails;
  /** The class that the address names. */
  readonly offered?: InterestDetails['classes'][number];
  /** All programmes but the one that has it, the nearest first. */
  readonly programmes: readonly NearProgramme[];
}

export interface InterestChangeForm {
  readonly title: string;
  readonly intro: string;
  readonly submitLabel: string;
  readonly look?: 'warning';
  /** It is about one class. */
  readonly ofClass?: true;
  /** Only the national office asks for it. */
  readonly national?: true;
  readonly done: string;
  fields(material: InterestFormMaterial): readonly FormField[];
  values?(material: InterestFormMaterial): FormView['values'];
  read(posted: PostedForm, material: InterestFormMaterial): InterestRequest;
}

const handOverReasons = ['outside-our-area', 'nearer', 'school-asked-for-them', 'no-partner-here'] as const;
const keepReasons = ['programme-being-set-up', 'more-to-find-out', 'asked-a-programme'] as const;
const declineReasons = [
  'no-programme-near',
  'not-in-england',
  'too-late-this-year',
  'cannot-take-part',
] as const;
const withdrawReasons = ['staff-changes', 'no-time', 'no-teacher', 'transport', 'other-priorities'] as const;
const note: FormField = { kind: 'textarea', name: 'note', label: 'Note', optional: true };

const apart = ({ km }: NearProgramme) => (km === undefined ? '' : `, ${milesText(km)} away`);

const programmeField = ({ programmes }: InterestFormMaterial): SelectField => ({
  kind: 'select',
  name: 'programme',
  label: 'Which programme?',
  hint: 'The nearest first: miles in a straight line to its nearest school.',
  options: [
    { value: '', label: 'Choose a programme' },
    ...programmes.map((one) => ({ value: one.slug, label: `${one.name}${apart(one)}` })),
  ],
});

const readProgramme = (posted: PostedForm, { programmes }: InterestFormMaterial) =>
  posted.oneOf(
    'programme',
    programmes.map(({ slug }) => slug),
    'Choose a programme',
  ) ?? '';

const classFields: readonly FormField[] = [
  {
    kind: 'row',
    fields: [
      { kind: 'select', name: 'yearGroup', label: 'Year group', options: yearGroupOptions },
      { kind: 'number', name: 'pupilCount', label: 'Pupils', width: 4 },
      { kind: 'text', name: 'name', label: 'Name, if known', optional: true, width: 10 },
    ],
  },
  { kind: 'text', name: 'teacherName', label: 'Name of the teacher', optional: true, width: 30 },
  {
    kind: 'email',
    name: 'teacherEmail',
    label: 'School e-mail address of the teacher',
    optional: true,
    width: 30,
  },
  { kind: 'tick', name: 'linkedBefore', label: 'The teacher took part in a link in an earlier year' },
];

function readClass(posted: PostedForm) {
  const groups = yearGroupOptions.map(({ value }) => value).filter(Boolean);
  const name = posted.optionalLine('name');
  const teacher = posted.optionalLine('teacherName');
  const linkedBefore = posted.tick('linkedBefore');
  const teachers =
    teacher === undefined
      ? []
      : [
          {
            name: teacher,
            email: posted.email('teacherEmail', 'Enter the e-mail address of the teacher'),
            linkedBefore,
          },
        ];
  return {
    yearGroups: [Number(posted.oneOf('yearGroup', groups, 'Choose the year group'))],
    pupilCount: posted.count('pupilCount', 'Enter about how many pupils are in the class'),
    ...(name === undefined ? {} : { name }),
    ...(teachers.length === 0 ? {} : { teachers }),
  };
}

/** The changes of an interest by the last part of their address. */
export const interestChanges: Readonly<Record<string, InterestChangeForm>> = {
  place: {
    title: 'Place the interest',
    intro: 'The programme gets it on its waiting list and a mail; the headteacher hears from us at once.',
    submitLabel: 'Place it with this programme',
    national: true,
    done: 'The interest is placed.',
    fields: (material) => [programmeField(material), note],
    read: (posted, material) => ({ type: 'PlaceInterest', programme: readProgramme(posted, material) }),
  },
  'hand-over': {
    title: 'Hand the interest over',
    intro: 'It leaves your waiting list. You can go on reading what becomes of it.',
    submitLabel: 'Hand it over',
    done: 'The interest is handed over.',
    fields: (material) => [programmeField(material), reasonField(handOverReasons), note],
    read: (posted, material) => ({
      type: 'HandOverInterest',
      programme: readProgramme(posted, material),
      reasonCode: readReason(posted, handOverReasons),
    }),
  },
  keep: {
    title: 'Keep it on the national list',
    intro: 'It stays here until a programme can take it. Say why, for whoever looks next.',
    submitLabel: 'Keep it',
    national: true,
    done: 'It stays on the national list.',
    fields: () => [reasonField(keepReasons), note],
    read: (posted) => ({ type: 'KeepInterest', reasonCode: readReason(posted, keepReasons) }),
  },
  decline: {
    title: 'Decline the interest',
    intro: 'No mail goes out: please ring the headteacher first.',
    submitLabel: 'Decline it',
    look: 'warning',
    national: true,
    done: 'The interest is declined.',
    fields: () => [reasonField(declineReasons), note],
    read: (posted) => ({ type: 'DeclineInterest', reasonCode: readReason(posted, declineReasons) }),
  },
  withdraw: {
    title: 'The school takes its interest back',
    intro: 'All its classes leave the waiting list.',
    submitLabel: 'Record it',
    look: 'warning',
    done: 'The interest is withdrawn.',
    fields: () => [reasonField(withdrawReasons), note],
    read: (posted) => ({ type: 'WithdrawInterest', reasonCode: readReason(posted, withdrawReasons) }),
  },
  'change-head': {
    title: 'Another headteacher',
    intro: 'From now on mails about this interest go to the new headteacher.',
    submitLabel: 'Save',
    done: 'The headteacher is changed.',
    fields: () => [
      { kind: 'text', name: 'headName', label: 'Name of the headteacher', width: 30 },
      { kind: 'email', name: 'headEmail', label: 'E-mail address of the headteacher', width: 30 },
      note,
    ],
    read: (posted) => ({
      type: 'ChangeInterestHead',
      head: {
        name: posted.line('headName', 'Enter the name of the headteacher'),
        email: posted.email('headEmail', 'Enter the e-mail address of the headteacher'),
      },
    }),
  },
  'offer-class': {
    title: 'Add a class',
    intro: 'Without a name it is a class promised for later: name and teacher follow.',
    submitLabel: 'Add the class',
    done: 'The class is on the waiting list.',
    fields: () => [...classFields, note],
    read: (posted) => ({ type: 'OfferClass', offered: readClass(posted) }),
  },
  'change-class': {
    title: 'Change the class',
    intro: 'What was known before stays in the history.',
    submitLabel: 'Save the class',
    ofClass: true,
    done: 'The class is changed.',
    fields: () => [...classFields, note],
    values: ({ offered }) => {
      const [teacher] = offered?.teachers ?? [];
      return {
        yearGroup: String(offered?.yearGroups[0] ?? ''),
        pupilCount: String(offered?.pupilCount ?? ''),
        name: offered?.placeholder === false ? offered.name : '',
        teacherName: teacher?.name ?? '',
        teacherEmail: teacher?.email ?? '',
        linkedBefore: teacher?.linkedBefore === true ? 'yes' : '',
      };
    },
    read: (posted, { offered }) => {
      const { yearGroups, ...said } = readClass(posted);
      // The form asks for one year group: a class of several keeps them unless another one is chosen.
      const sameYear = yearGroups[0] === offered?.yearGroups[0];
      return {
        type: 'ChangeOfferedClass',
        classId: offered?.classId ?? '',
        ...said,
        ...(sameYear ? {} : { yearGroups }),
      };
    },
  },
  'withdraw-class': {
    title: 'The school offers this class no more',
    intro: 'Its other classes go on waiting.',
    submitLabel: 'Withdraw the class',
    look: 'warning',
    ofClass: true,
    done: 'The class is withdrawn.',
    fields: () => [reasonField(withdrawReasons), note],
    read: (posted, { offered }) => ({
      type: 'WithdrawClass',
      classId: offered?.classId ?? '',
      reasonCode: readReason(posted, withdrawReasons),
    }),
  },
};
