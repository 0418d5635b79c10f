import { areaForm } from './area-forms.js';
import { appointForm, endForm } from './coordinator-forms.js';
import { joinForm, leaveForm, pauseForm, resumeForm, startForm } from './lifecycle-forms.js';
import type { ProgrammeForm } from './programme-form.js';
import { resourcesForm } from './resources-form.js';
import { detailsForm, partsForm } from './settings-forms.js';
import { stepsForm } from './steps-form.js';
import { prioritiesForm, recruitmentForm } from './year-forms.js';

/** The forms by what they change, as the address names it. */
export const programmeForms: ReadonlyMap<string, ProgrammeForm> = new Map<string, ProgrammeForm>([
  ['details', detailsForm],
  ['area', areaForm],
  ['appoint', appointForm],
  ['end', endForm],
  ['steps', stepsForm],
  ['parts', partsForm],
  ['recruitment', recruitmentForm],
  ['priorities', prioritiesForm],
  ['resources', resourcesForm],
  ['join', joinForm],
  ['start', startForm],
  ['resume', resumeForm],
  ['pause', pauseForm],
  ['leave', leaveForm],
]);
