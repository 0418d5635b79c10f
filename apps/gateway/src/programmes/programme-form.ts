import type { ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import type { ProgrammeSwitch } from '@linking/events/programme/programme-events.js';
import type { FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import type { SeenProgramme } from './programme-pages.js';

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface FormMaterial extends SeenProgramme {
  /** What the address says, such as the year. */
  readonly preset?: Readonly<Record<string, string>>;
  /** Who can be appointed. */
  readonly people: readonly Person[];
}

/** One change of a programme, as a page asks for it. */
export interface ProgrammeForm {
  readonly title: string;
  readonly intro?: string;
  readonly submitLabel: string;
  /** The part without which there is no such page. */
  readonly onlyWith?: ProgrammeSwitch;
  readonly fields: (material: FormMaterial) => readonly FormField[];
  readonly values?: (material: FormMaterial) => FormView['values'];
  /** What is asked for; several when one form stands for several facts. */
  readonly read: (posted: PostedForm, material: FormMaterial) => readonly ProgrammeRequest[];
  readonly done: string;
}
