import type { ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import { leaveReasons, pauseReasons } from '@linking/events/programme/codes.js';
import { reasonField } from '../links/forms/choices.js';
import { readYear, yearField } from './add-programme-form.js';
import type { ProgrammeForm } from './programme-form.js';

export const joinForm: ProgrammeForm = {
  title: 'It joins the network',
  submitLabel: 'Let it join',
  fields: () => [yearField],
  values: ({ programme }) => ({ year: programme.year }),
  read: (posted) => [{ type: 'JoinNetwork', year: readYear(posted) }],
  done: 'It has joined the network.',
};

export const startForm = simply('Its links begin', { type: 'StartProgramme' }, 'Its links are under way.');

export const resumeForm = simply('It goes on', { type: 'ResumeProgramme' }, 'It goes on.');

export const pauseForm: ProgrammeForm = {
  title: 'Pause the programme',
  intro: 'It takes no new classes and links for a while. Links that exist go on.',
  submitLabel: 'Pause it',
  fields: () => [reasonField(pauseReasons)],
  read: (posted) => [
    { type: 'PauseProgramme', reasonCode: posted.oneOf('reasonCode', pauseReasons, 'Choose a reason') },
  ],
  done: 'The programme is paused.',
};

export const leaveForm: ProgrammeForm = {
  title: 'It leaves the network',
  intro: 'What it did stays on record. Nothing of it can be changed any more.',
  submitLabel: 'Let it leave',
  fields: () => [reasonField(leaveReasons)],
  read: (posted) => [
    { type: 'LeaveNetwork', reasonCode: posted.oneOf('reasonCode', leaveReasons, 'Choose a reason') },
  ],
  done: 'The programme has left the network.',
};

function simply(title: string, request: ProgrammeRequest, done: string): ProgrammeForm {
  return { title, submitLabel: title, fields: () => [], read: () => [request], done };
}
