import type { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import { isForPartner } from '@linking/application/links/partner-may.js';
import type { Link } from '@linking/domain/link/link.js';
import type { ChangedMeanwhile } from '../pages/forms/form-view.js';
import type { FormPageView } from '../pages/forms/form-page.js';
import type { ChooseValueView } from '../pages/links/choose-value-page.js';
import type { CommandListView } from '../pages/links/command-list-page.js';
import { commandGroups, type CommandForm, type FormContext } from './forms/command-form.js';
import { commandFormView, type FormParts, type SentBack } from './forms/command-form-view.js';
import { commandForms, isInUse } from './forms/command-forms.js';
import { fieldAsked, wrongValues } from './forms/mending-forms.js';
import { historySentence } from '@linking/words/history-sentence.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { listText, sideText } from '@linking/words/link-terms.js';
import type { SeenLink } from './link-reader.js';

const eyebrowOf = (link: Link, names: LinkNames) =>
  `${link.ref} · ${listText([sideText(link, 'a', names), sideText(link, 'b', names)])}`;

export function commandListView(link: Link, names: LinkNames, isPartner = false): CommandListView {
  const href = `/links/${link.ref}`;
  const groups = commandGroups.map((title) => ({
    title,
    commands: commandForms
      .filter((form) => form.group === title && form.notListed !== true && isInUse(form, link))
      .filter(({ command }) => !isPartner || isForPartner(command))
      .map(({ command, title: label, hint }) => ({ href: `${href}/record/${command}`, label, hint })),
  }));
  const mending = {
    href: `${href}#history`,
    label: 'Correct or void an entry',
    hint: 'Choose the entry in the history',
  };
  const training = {
    href: '/training',
    label: 'Attendance at a session',
    hint: 'In the register of the session',
  };
  return {
    eyebrow: eyebrowOf(link, names),
    groups: groups
      .filter(({ title, commands }) => (title === 'Mending' ? !isPartner : commands.length > 0))
      .map((group) => {
        if (group.title === 'Mending') return { ...group, commands: [...group.commands, mending] };
        return group.title === 'Training' ? { ...group, commands: [training, ...group.commands] } : group;
      }),
  };
}

export function recordFormView(
  form: CommandForm,
  context: FormContext,
  parts: FormParts,
  sentBack: SentBack | undefined,
): FormPageView {
  const known = form.known?.(context) ?? [];
  return {
    title: form.title,
    eyebrow: eyebrowOf(context.link, context.names),
    intro: form.hint.endsWith('.') ? form.hint : `${form.hint}.`,
    ...(known.length === 0 ? {} : { known }),
    form: commandFormView(form, context, parts, sentBack === undefined ? {} : { sentBack }),
  };
}

/** A correction first asks which value is wrong. */
export function chooseValueView(form: CommandForm, context: FormContext): ChooseValueView | undefined {
  if (form.command !== 'correct-entry' || fieldAsked(context) !== undefined) return undefined;
  return {
    title: form.title,
    eyebrow: eyebrowOf(context.link, context.names),
    known: form.known?.(context) ?? [],
    values: wrongValues(context, `/links/${context.link.ref}`),
    back: { href: `/links/${context.link.ref}#history`, label: 'Back to the history' },
  };
}

/** What others did since the form was loaded, one sentence each. */
export function changedMeanwhile(
  error: ChangedBySomeoneElse,
  { link, facts }: SeenLink,
  names: LinkNames,
): ChangedMeanwhile {
  const revisions = new Set(error.changes.map(({ revision }) => revision));
  return {
    sentences: facts
      .filter(({ revision }) => revisions.has(revision))
      .map((fact) => `${names.actor(fact.actor)}: ${historySentence(fact, link, names).headline}`),
    seeHref: `/links/${link.ref}`,
  };
}
