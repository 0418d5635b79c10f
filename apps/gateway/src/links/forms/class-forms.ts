import type { TeacherInBody } from '@linking/application/links/link-request.js';
import type { FormField } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import { earlierLinksOf } from './earlier-links.js';
import {
  presets,
  presetTeacher,
  readReason,
  readSide,
  readTeacher,
  reasonField,
  sideField,
  teacherField,
} from './choices.js';
import { NOTE, type CommandForm, type FormContext } from './command-form.js';

const yearGroupOptions = Array.from({ length: 14 }, (_, year) => ({
  value: String(year),
  label: year === 0 ? 'Reception' : `Year ${year}`,
}));
const replaceReasons = ['left-the-school', 'leave', 'illness', 'other-class', 'other'];

const newTeacherFields: readonly FormField[] = [
  { kind: 'text', name: 'teacherName', label: 'Name of the link teacher', width: 30 },
  { kind: 'email', name: 'teacherEmail', label: 'School e-mail address of the teacher', width: 30 },
  { kind: 'tick', name: 'linkedBefore', label: 'This teacher has linked before' },
];

function readNewTeacher(posted: PostedForm): TeacherInBody {
  return {
    name: posted.line('teacherName', 'Enter the name of the teacher'),
    email: posted.email('teacherEmail', 'Enter the school e-mail address of the teacher'),
    linkedBefore: posted.tick('linkedBefore'),
  };
}

export const classForms: readonly CommandForm[] = [
  {
    command: 'confirm-class',
    group: 'Classes and teachers',
    title: 'Confirm a class',
    hint: 'Name, size and link teacher, usually in September',
    submitLabel: 'Confirm the class',
    done: 'The class is confirmed.',
    noteLabel: NOTE,
    known: earlierLinksOf,
    fields: (context) => [
      sideField(context),
      { kind: 'text', name: 'name', label: 'Name of the class', hint: 'For example, 4 Oak', width: 20 },
      { kind: 'select', name: 'yearGroup', label: 'Year group', options: yearGroupOptions },
      { kind: 'number', name: 'pupilCount', label: 'Pupils', width: 4 },
      {
        kind: 'select',
        name: 'alsoYearGroup',
        label: 'Second year group of a mixed class',
        optional: true,
        options: [{ value: '', label: 'None' }, ...yearGroupOptions],
      },
      ...newTeacherFields,
    ],
    values: (context) => classValues(context),
    read: (posted, { link }) => {
      const side = readSide(posted);
      // The form names the first teacher; whoever shares the class with her stays.
      const others = link.sides[side]?.teachers.slice(1) ?? [];
      return {
        type: 'ConfirmClass',
        side,
        name: posted.line('name', 'Enter the name of the class'),
        yearGroups: readYearGroups(posted),
        pupilCount: posted.count('pupilCount', 'Enter how many pupils are in the class'),
        teachers: [readNewTeacher(posted), ...others.map(({ teacherId: personId }) => ({ personId }))],
      };
    },
  },
  {
    command: 'change-class-details',
    group: 'Classes and teachers',
    title: 'A class has changed',
    hint: 'Another name, size or year group',
    submitLabel: 'Save the class',
    done: 'The class is changed.',
    dayLabel: 'From when?',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context),
      { kind: 'text', name: 'name', label: 'Name of the class', optional: true, width: 20 },
      { kind: 'select', name: 'yearGroup', label: 'Year group', options: yearGroupOptions },
      { kind: 'number', name: 'pupilCount', label: 'Pupils', width: 4 },
      {
        kind: 'select',
        name: 'alsoYearGroup',
        label: 'Second year group of a mixed class',
        optional: true,
        options: [{ value: '', label: 'None' }, ...yearGroupOptions],
      },
    ],
    values: (context) => classValues(context),
    read: (posted) => {
      const name = posted.optionalLine('name');
      return {
        type: 'ChangeClassDetails',
        side: readSide(posted),
        ...(name === undefined ? {} : { name }),
        yearGroups: readYearGroups(posted),
        pupilCount: posted.count('pupilCount', 'Enter how many pupils are in the class'),
      };
    },
  },
  {
    command: 'assign-teacher',
    group: 'Classes and teachers',
    title: 'Add a teacher to a class',
    hint: 'A second teacher, a job share, or cover for part of the year',
    submitLabel: 'Add the teacher',
    done: 'The teacher is added.',
    noteLabel: NOTE,
    fields: (context) => [
      sideField(context),
      ...newTeacherFields,
      { kind: 'date', name: 'from', label: 'From', optional: true },
      { kind: 'date', name: 'to', label: 'Until', optional: true },
      {
        kind: 'radios',
        name: 'part',
        label: 'What part has this teacher?',
        options: [
          { value: 'second', label: 'Second teacher beside the first' },
          { value: 'share', label: 'Shares the job with the first teacher' },
          { value: 'lead', label: 'First link teacher, also as cover between the two days' },
        ],
      },
    ],
    values: (context) => ({ part: 'second', ...presets(context, 'side') }),
    read: (posted) => {
      const part = posted.oneOf('part', ['second', 'share', 'lead'] as const, 'Choose the part');
      const [from, to] = [posted.optionalDay('from'), posted.optionalDay('to')];
      return {
        type: 'AssignTeacher',
        side: readSide(posted),
        teacher: readNewTeacher(posted),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(part === 'second' ? {} : { lead: true }),
        ...(part === 'share' ? { jobShare: true } : {}),
      };
    },
  },
  {
    command: 'replace-teacher',
    group: 'Classes and teachers',
    title: 'A teacher takes over from another',
    hint: 'The training that the new one needs is worked out again',
    submitLabel: 'Record the change',
    done: 'The new teacher is recorded.',
    dayLabel: 'From when?',
    noteLabel: NOTE,
    fields: (context) => [
      teacherField(context, 'Who leaves?'),
      ...newTeacherFields,
      reasonField(replaceReasons),
    ],
    values: (context) => ({ teacher: presetTeacher(context) }),
    read: (posted, { link }) => {
      const { side, teacherId } = readTeacher(posted, link);
      const to = readNewTeacher(posted);
      return {
        type: 'ReplaceTeacher',
        side,
        from: teacherId,
        to,
        reasonCode: readReason(posted, replaceReasons),
      };
    },
  },
];

/** What is known of the class that the address names, or of the first one that is not confirmed. */
function classValues({ link, names, preset }: FormContext): Record<string, string> {
  const open = link.sides.a.placeholder || link.sides.a.teachers.length === 0 ? 'a' : 'b';
  const side = preset['side'] === 'a' || preset['side'] === 'b' ? preset['side'] : open;
  const { yearGroups, pupilCount, classNameId, teachers } = link.sides[side];
  const [teacher] = teachers;
  const person = teacher && names.person(teacher.teacherId, 'teacher', link.sides[side].urn);
  return {
    side,
    name: names.note(classNameId) ?? '',
    yearGroup: String(yearGroups[0] ?? ''),
    alsoYearGroup: String(yearGroups[1] ?? ''),
    pupilCount: String(pupilCount),
    teacherName: person?.name ?? '',
    teacherEmail: person?.email ?? '',
    linkedBefore: teacher?.linkedBefore ? 'yes' : '',
  };
}

function readYearGroups(posted: PostedForm): readonly number[] {
  const groups = yearGroupOptions.map(({ value }) => value);
  const first = posted.oneOf('yearGroup', groups, 'Choose the year group');
  const second = posted.optionalOneOf('alsoYearGroup', groups);
  return [...new Set([first, ...(second === undefined ? [] : [second])].map(Number))];
}
