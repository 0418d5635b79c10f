import * as codes from '@linking/events/link/codes.js';
import type { Dice } from '../../spec-support/dice.js';
import type { CommandOf } from '../commands.js';
import type { Link } from '../link.js';
import type { Today } from './random-days.js';

/** What may be put right, and what takes its place. */
const values: Readonly<Record<string, (dice: Dice, today: Today) => unknown>> = {
  pupilsA: (dice) => dice.of([25, 52, 201]),
  pupilsB: (dice) => dice.of([25, 52]),
  pupilCount: (dice) => dice.of([25, 31]),
  minutes: (dice) => dice.of([150, 300]),
  mode: (dice) => dice.of([...codes.meetingModes, ...codes.exchangeModes]),
  means: (dice) => dice.of([...codes.signatureMeans, ...codes.proposalMeans]),
  reasonCode: (dice) => dice.of(['storm', 'snow', 'not a code']),
  on: (dice, today) => dice.of([today.day, '2026-10', today.later(dice)]),
  startsAt: () => '09:30',
  endsAt: (dice) => dice.of(['15:00', '09:00']),
  keyQuestions: (dice) => dice.of([['Q1', 'Q2'], ['Q9']]),
  linkedBefore: (dice) => dice.chance(50),
  until: (dice, today) => today.later(dice),
};

export const anyMending = {
  CorrectEntry: (link: Link, dice: Dice, today: Today): CommandOf<'CorrectEntry'> => {
    const { eventId, data, occurredOn } = someEntry(link, dice);
    const names = Object.keys(data).filter((name) => name in values);
    const name = names.length > 0 && dice.chance(85) ? dice.of(names) : 'occurredOn';
    const field = dice.chance(95) ? `/${name}` : dice.of(['/ref', '/side', '/nothing', name]);
    const was = name === 'occurredOn' ? occurredOn : data[name];
    return {
      type: 'CorrectEntry',
      eventId,
      field,
      was: dice.chance(95) ? was : 'something else',
      now: name === 'occurredOn' ? today.happened(dice) : values[name]?.(dice, today),
      reasonCode: 'typing-error',
    };
  },
  VoidEntry: (link: Link, dice: Dice, _: Today): CommandOf<'VoidEntry'> => ({
    type: 'VoidEntry',
    eventId: someEntry(link, dice).eventId,
    reasonCode: dice.of(['wrong-link', 'entered-twice']),
  }),
};

interface SomeEntry {
  readonly eventId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly occurredOn: string;
}

/** Mostly one that counts, as it counts now; now and then a voided one, or none of this link. */
function someEntry(link: Link, dice: Dice): SomeEntry {
  const counting = link.entries.filter(({ voided }) => !voided);
  if (counting.length === 0 || dice.chance(3)) return { eventId: 'e999', data: {}, occurredOn: '' };
  const { event, corrected } = dice.of(dice.chance(93) ? counting : link.entries);
  const { data, occurredOn } = corrected ?? event;
  return { eventId: event.id, data: { ...data }, occurredOn };
}
