import type { Link } from '@linking/domain/link/link.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { agreementForms } from './agreement-forms.js';
import { brokeringForms } from './brokering-forms.js';
import { classForms } from './class-forms.js';
import type { CommandForm } from './command-form.js';
import { contactForms } from './contact-forms.js';
import { courseForms } from './course-forms.js';
import { discussionForms } from './discussion-forms.js';
import { exchangeForms } from './exchange-forms.js';
import { impactForms } from './impact-forms.js';
import { meetingChangeForms } from './meeting-change-forms.js';
import { meetingForms } from './meeting-forms.js';
import { mendingForms } from './mending-forms.js';
import { trainingForms } from './training-forms.js';

/** A form for every command that a coordinator may send to a link. Places at training are taken at the session. */
export const commandForms: readonly CommandForm[] = [
  ...brokeringForms,
  ...agreementForms,
  ...classForms,
  ...contactForms,
  ...trainingForms,
  ...exchangeForms,
  ...meetingForms,
  ...meetingChangeForms,
  ...impactForms,
  ...discussionForms,
  ...courseForms,
  ...mendingForms,
];

export const commandForm = (command: string) => commandForms.find((form) => form.command === command);

/** Whether the programme of the link uses the part that the form belongs to. */
export const isInUse = ({ part }: CommandForm, { programmeYear }: Link): boolean =>
  part === undefined || switchedOn(programmeYear, part);
