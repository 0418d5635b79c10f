import { wantsDigest } from '@linking/domain/programme/programme.js';
import { digests, programmeSwitches } from '@linking/events/programme/codes.js';
import { optionsOf } from '../links/forms/choices.js';
import { limitField, readLimit } from './area-forms.js';
import { YOUR_FACILITATOR } from '@linking/notices/mail-words.js';
import type { ProgrammeForm } from './programme-form.js';
import { digestNames, stoppedText, switchNames } from './programme-terms.js';

/** So that a sentence stays a sentence. */
export const FACILITATOR_TITLE_LENGTH = 60;

export const detailsForm: ProgrammeForm = {
  title: 'Change the settings',
  submitLabel: 'Save the settings',
  fields: ({ stopped }) => [
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
    {
      kind: 'text',
      name: 'facilitatorTitle',
      label: 'What letters call the coordinator',
      hint: `As it stands within a sentence. Leave it empty for “${YOUR_FACILITATOR}”. No name.`,
      optional: true,
    },
    {
      kind: 'checkboxes',
      name: 'digests',
      label: 'Lists by mail',
      hint: [
        'They go to the mailbox, and none is sent when there is nothing to say.',
        ...stopped.map(stoppedText),
        ...(stopped.length === 0 ? [] : ['The page of the programme says how it is sent again.']),
      ].join(' '),
      optional: true,
      options: optionsOf(digests, digestNames),
    },
  ],
  values: ({ programme, mailbox, note }) => ({
    name: programme.name,
    hostOrganisation: programme.hostOrganisation,
    aliases: programme.aliases.join(', '),
    distanceLimitKm: programme.distanceLimitKm?.toString(),
    mailbox,
    facilitatorTitle: note(programme.facilitatorTitleId),
    digests: digests.filter((digest) => wantsDigest(programme, digest)),
  }),
  read: (posted, { mailbox: known, programme }) => {
    const hostOrganisation = posted.optionalLine('hostOrganisation');
    const mailbox = posted.optionalEmail('mailbox', 'Enter an e-mail address');
    if (mailbox === undefined && known !== undefined) {
      posted.wrong('mailbox', 'Enter an e-mail address: answers need somewhere to go');
    }
    const words = posted.optionalLine('facilitatorTitle');
    if (words !== undefined && words.length > FACILITATOR_TITLE_LENGTH) {
      posted.wrong('facilitatorTitle', `Use at most ${FACILITATOR_TITLE_LENGTH} characters`);
    }
    const wanted = posted.someOf('digests', digests);
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
      { type: 'SetFacilitatorTitle', ...(words === undefined ? {} : { words }) },
      ...digests
        .filter((digest) => wanted.includes(digest) !== wantsDigest(programme, digest))
        .map((digest) => ({ type: 'TurnDigest', digest, on: wanted.includes(digest) }) as const),
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
