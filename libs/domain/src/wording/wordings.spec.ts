import { began, decided, refused } from '../programme/spec-support/what-is-decided.js';
import { after } from '../programme/spec-support/example-programme.js';
import type { ProgrammeCommand } from '../programme/commands.js';
import type { ProgrammeEvent } from '@linking/events/programme/programme-events.js';

const change = (hash: string, opening = 'Good morning.'): ProgrammeCommand => ({
  type: 'ChangeMailWording',
  wording: 'N07',
  text: { subject: 'Please sign', opening, closing: '' },
  hash,
  checked: false,
});
const changed = (version: number, hash: string): ProgrammeEvent => ({
  type: 'MailWordingChanged',
  data: { wording: 'N07', version, hash },
});
const dropped: ProgrammeEvent = { type: 'MailWordingDropped', data: { wording: 'N07' } };

describe('the words of a mail', () => {
  test('are a version with its hash, and never the text', () => {
    expect(decided([began], change('h1'))).toEqual([changed(1, 'h1')]);
    expect(decided([began, changed(1, 'h1')], change('h2'))).toEqual([changed(2, 'h2')]);
  });

  test('change nothing when they are those in use', () => {
    expect(decided([began, changed(1, 'h1')], change('h1'))).toEqual([]);
  });

  test('are refused when the mail cannot have them', () => {
    expect(refused([began], change('h1', 'At {place}'))).toEqual([
      'PLACEHOLDER_UNKNOWN',
      'The opening text has {place}, which this mail does not know.',
      expect.stringContaining('{school}'),
    ]);
  });

  test('go back to an earlier version as a new one', () => {
    const given = [began, changed(1, 'h1'), changed(2, 'h2')];
    const back: ProgrammeCommand = { type: 'UseWordingAgain', wording: 'N07', version: 1 };
    expect(decided(given, back)).toEqual([changed(3, 'h1')]);
    expect(decided([...given, changed(3, 'h1')], back)).toEqual([]);
    expect(refused(given, { ...back, version: 9 })).toEqual([
      'WORDING_VERSION_UNKNOWN',
      'There is no version 9 of this wording.',
      'Choose one of its list.',
    ]);
  });

  test('are the national ones again when the programme wants its own no more; its versions stay', () => {
    const drop: ProgrammeCommand = { type: 'DropMailWording', wording: 'N07' };
    expect(decided([began], drop)).toEqual([]);
    expect(decided([began, changed(1, 'h1')], drop)).toEqual([dropped]);
    expect(after([began, changed(1, 'h1'), dropped])?.wordings).toEqual([
      { wording: 'N07', versions: [{ version: 1, hash: 'h1' }] },
    ]);
    expect(decided([began, changed(1, 'h1'), dropped], change('h1'))).toEqual([changed(2, 'h1')]);
  });
});

test('what letters call the coordinator is a note, and may be taken back', () => {
  const set: ProgrammeEvent = { type: 'FacilitatorTitleSet', data: { noteId: 'n1' } };
  expect(decided([began], { type: 'SetFacilitatorTitle', noteId: 'n1' })).toEqual([set]);
  expect(decided([began, set], { type: 'SetFacilitatorTitle', noteId: 'n1' })).toEqual([]);
  expect(decided([began, set], { type: 'SetFacilitatorTitle' })).toEqual([
    { type: 'FacilitatorTitleSet', data: {} },
  ]);
  expect(decided([began], { type: 'SetFacilitatorTitle' })).toEqual([]);
});
