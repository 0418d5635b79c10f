import { programmeSwitches } from '@linking/events/programme/codes.js';
import { optionsOf } from '../links/forms/choices.js';
import { limitField, readLimit } from './area-forms.js';
import type { ProgrammeForm } from './programme-form.js';
import { switchNames } from './programme-terms.js';

export const detailsForm: ProgrammeForm = {
  title: 'Change the settings',
  submitLabel: 'Save the settings',
  fields: () => [
    { kind: 'text', name: 'name', label: 'Name', width: 20 },
    {
      kind: 'text',
      name: 'hostOrganisation',
      label: 'Host organisation',
      hint: 'The council, charity, university or trust that leads it. No names of persons.',
      optional: true,
    },
    {
      kind: 'text',
      name: 'aliases',
      label: 'Also called',
      hint: 'Other names, with commas between them',
      optional: true,
    },
    limitField,
    {
      kind: 'email',
      name: 'mailbox',
      label: 'Mailbox',
      hint: 'Answers to its mails go there',
      optional: true,
    },
  ],
  values: ({ programme, mailbox }) => ({
    name: programme.name,
    hostOrganisation: programme.hostOrganisation,
    aliases: programme.aliases.join(', '),
    distanceLimitKm: programme.distanceLimitKm?.toString(),
    mailbox,
  }),
  read: (posted, { mailbox: known }) => {
    const hostOrganisation = posted.optionalLine('hostOrganisation');
    const mailbox = posted.optionalEmail('mailbox', 'Enter an e-mail address');
    if (mailbox === undefined && known !== undefined) {
      posted.wrong('mailbox', 'Enter an e-mail address: answers need somewhere to go');
    }
    const aliases = posted
      .typed('aliases')
      .split(',')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== '');
    return [
      {
        type: 'ChangeDetails',
        name: posted.line('name', 'Enter its name'),
        aliases,
        ...(hostOrganisation === undefined ? {} : { hostOrganisation }),
        ...readLimit(posted),
      },
      ...(mailbox === undefined ? [] : [{ type: 'SetMailbox', address: mailbox } as const]),
    ];
  },
  done: 'The settings are saved.',
};

export const partsForm: ProgrammeForm = {
  title: 'Parts in use',
  intro: 'Start small: a part that is off leaves no page, no column and no mail.',
  submitLabel: 'Save the parts',
  fields: () => [
    {
      kind: 'checkboxes',
      name: 'parts',
      label: 'Which parts do you want?',
      options: optionsOf(programmeSwitches, switchNames),
    },
  ],
  values: ({ programme }) => ({ parts: programme.switches }),
  read: (posted, { programme }) => {
    const wanted = posted.someOf('parts', programmeSwitches);
    return programmeSwitches
      .filter((part) => wanted.includes(part) !== programme.switches.includes(part))
      .map((part) => ({ type: 'TurnSwitch', switch: part, on: wanted.includes(part) }));
  },
  done: 'The parts are saved.',
};
