import { bothSides, type Link } from '@linking/domain/link/link.js';
import { exchangeKinds, exchangeModes } from '@linking/events/link/codes.js';
import { dateValues } from '../../pages/forms/date-field.js';
import { optionsOf } from '../forms/choices.js';
import { capital, exchangeModeNames, exchangeNames } from '@linking/words/link-terms.js';
import { dayField, linkBoxes, noteField, readSaid, readTicked, refsOf } from './group-fields.js';
import type { GroupForm, GroupMaterial } from './group-form.js';

/** Of a link of another programme only what her own class sent can be recorded. */
const sentWords = (link: Link, { may, words }: GroupMaterial) => {
  const ofA = { type: 'RecordExchange', fromSide: 'a', kind: 'work', mode: 'post' } as const;
  return may(link, ofA) ? '' : `: only what ${words.school(link.sides.b.urn)} sent`;
};

export const exchangeForMany: GroupForm = {
  what: 'exchange',
  title: 'Both classes of several links sent work',
  hint: 'The same kind, in the same way, on the same day',
  submitLabel: 'Record it for the ticked links',
  fields: (material) => [
    {
      kind: 'select',
      name: 'kind',
      label: 'What was sent?',
      options: exchangeKinds.map((kind) => ({ value: kind, label: capital(exchangeNames[kind]) })),
    },
    { kind: 'radios', name: 'mode', label: 'How?', options: optionsOf(exchangeModes, exchangeModeNames) },
    dayField,
    linkBoxes(material, sentWords),
    noteField,
  ],
  values: ({ today }) => ({ mode: 'post', kind: 'identity-work', ...dateValues('occurredOn', today) }),
  read: (posted, material) => {
    const kind = posted.oneOf('kind', exchangeKinds, 'Choose what was sent');
    const mode = posted.oneOf('mode', exchangeModes, 'Choose how it was sent');
    const said = readSaid(posted);
    const ticked = readTicked(posted, refsOf(material));
    return material.links
      .filter(({ ref }) => ticked.includes(ref))
      .flatMap((link) =>
        bothSides
          .map((fromSide) => ({ type: 'RecordExchange', fromSide, kind, mode }) as const)
          .filter((request) => material.may(link, request))
          .map((request) => ({ ref: link.ref, said, request })),
      );
  },
  nothing: {
    title: 'No open link this year',
    sentence: 'Links that were proposed for this year stand here.',
  },
};
