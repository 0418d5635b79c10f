import type { CommandOf, LinkCommand } from './commands.js';
import { happened, met, sent } from './spec-support/example-link.js';
import { told } from './spec-support/told.js';

describe('whoever mends what stands otherwise is told', () => {
  const correct = (field: string, was: unknown, now: unknown): CommandOf<'CorrectEntry'> => ({
    type: 'CorrectEntry',
    eventId: `e${met.length}`,
    field,
    was,
    now,
    reasonCode: 'typing',
  });
  const voids = (eventId: string): LinkCommand => ({ type: 'VoidEntry', eventId, reasonCode: 'wrong-link' });
  told([
    [
      'Look at the entry again before you correct it.',
      met,
      correct('/pupilsA', 28, 52),
      'ENTRY_CHANGED',
      'This entry says 27, not 28.',
    ],
    [
      'Look at the entry again before you correct it.',
      [...met, sent('a')],
      { ...correct('/policyTags', {}, ['smsc']), eventId: `e${met.length + 1}` },
      'ENTRY_CHANGED',
      'This entry says [], not {}.',
    ],
    [
      'Take the name of the field from the entry.',
      met,
      correct('/pupils', 27, 52),
      'ENTRY_FIELD_UNKNOWN',
      'This entry has no field /pupils.',
    ],
    [
      'Void the entry and enter it again.',
      met,
      correct('/number', 1, 2),
      'ENTRY_NOT_MENDABLE',
      'The field /number cannot be corrected.',
    ],
    [
      'Take the id of the entry from the history.',
      met,
      voids('e99'),
      'ENTRY_NOT_FOUND',
      'There is no such entry in the history of this link.',
    ],
    [
      'Record that the link was not formed, or that a school withdrew.',
      met,
      voids('e3'),
      'ENTRY_NOT_MENDABLE',
      'The proposal itself cannot be voided.',
    ],
    [
      'If it counts after all, void the entry that voided it.',
      [
        ...met,
        happened('2026-11-20', 'EntryVoided', { voidsEventId: `e${met.length}`, reasonCode: 'wrong-year' }),
      ],
      voids(`e${met.length}`),
      'ENTRY_VOIDED',
      'This entry was voided before.',
    ],
    [
      'Give a value of the same kind as the one that stands there.',
      met,
      correct('/pupilsA', 27, 'many'),
      'ENTRY_FIELD_UNKNOWN',
      '"many" cannot stand in the field /pupilsA.',
    ],
  ]);
});
