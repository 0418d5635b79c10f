import { schoolsInWords } from '@linking/application/links/link-words.js';
import type { Said } from '@linking/application/links/link-request.js';
import type { Link } from '@linking/domain/link/link.js';
import type { FormField } from '../../pages/forms/form-view.js';
import type { PostedForm } from '../../pages/forms/posted-form.js';
import type { GroupMaterial } from './group-form.js';

/** @param more what is said of a link behind its schools */
export const linkBoxes = (
  material: GroupMaterial,
  more: (link: Link, material: GroupMaterial) => string = () => '',
): FormField => ({
  kind: 'checkboxes',
  name: 'ticked',
  label: 'Which links?',
  options: material.links.map((link) => ({
    value: link.ref,
    label: link.ref,
    hint: `${schoolsInWords(link, material.words)}${more(link, material)}`,
  })),
});

export const dayField: FormField = { kind: 'date', name: 'occurredOn', label: 'When was it?' };
export const noteField: FormField = { kind: 'textarea', name: 'note', label: 'Note', optional: true };

export function readSaid(posted: PostedForm): Said {
  const note = posted.words('note');
  const occurredOn = posted.day('occurredOn', 'Enter the day');
  return { occurredOn, ...(note === undefined ? {} : { note }) };
}

export const changedMeanwhile = (value: string) =>
  `${value.split('.')[0]}: it changed meanwhile. Look at the link; the others can be recorded.`;

export function readTicked<Value extends string>(
  posted: PostedForm,
  values: readonly Value[],
): readonly Value[] {
  const ticked = posted.someOf('ticked', values);
  const gone = posted.list('ticked').filter((value) => !values.some((it) => it === value));
  for (const value of gone) posted.errors.push({ message: changedMeanwhile(value) });
  if (ticked.length + gone.length === 0) posted.wrong('ticked', 'Tick at least one');
  return ticked;
}

export const refsOf = ({ links }: GroupMaterial) => links.map(({ ref }) => ref);
