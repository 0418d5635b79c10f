import * as example from '@linking/domain/link/spec-support/example-link.js';
import { given, type Facts } from '@linking/domain/link/spec-support/given-when-then.js';
import { cellsOf } from './sheet-cell.js';
import { sheetSteps } from './sheet-steps.js';

const TODAY = '2026-11-23';

/** The states of the cells that are neither done nor empty, by column. */
function row(today: string, ...facts: Facts) {
  const cells = cellsOf(given(...facts).link, today);
  return Object.fromEntries(sheetSteps.map(({ key }, index) => [key, cells[index]]));
}

describe('a row of the sheet', () => {
  it('shows each step on the day on which it was done', () => {
    expect(row(TODAY, example.met, example.sent('b'))).toMatchObject({
      brokered: { state: 'done', on: '2026-06-10' },
      'agreement-a': { state: 'done', on: '2026-09-09' },
      'training-b': { state: 'done', on: '2026-10-01' },
      'exchange-b': { state: 'done', on: '2026-10-20' },
      'meeting-1': { state: 'done', on: '2026-11-12' },
      'meeting-2': { state: 'open' },
      goodbye: { state: 'open' },
    });
  });

  it('shows only the side that is late as late', () => {
    const cells = row(TODAY, example.issued, example.signedBy('a'));
    expect(cells['agreement-a']).toEqual({ state: 'done', on: '2026-09-09' });
    expect(cells['agreement-b']).toMatchObject({ state: 'due', late: true });
  });

  it('says two weeks before a target that it comes', () => {
    const exchange = (today: string) => row(today, example.trained)['exchange-a'];
    expect(exchange('2026-11-15')).toEqual({ state: 'open' });
    expect(exchange('2026-11-16')).toEqual({ state: 'due', target: '2026-11-30', late: false });
    expect(exchange('2026-12-01')).toEqual({ state: 'due', target: '2026-11-30', late: true });
  });

  it('asks after a planned meeting whose day went by', () => {
    const planned = example.plannedMeeting(1, '2026-11-20');
    expect(row(TODAY, example.trained, planned)['meeting-1']).toEqual({
      state: 'planned',
      on: '2026-11-20',
      past: true,
    });
    expect(row('2026-11-20', example.trained, planned)['meeting-1']).toMatchObject({ past: false });
  });

  it('keeps the reason of a step that was skipped, until it is done all the same', () => {
    const skip = example.happened('2026-11-01', 'StepSkipped', {
      step: 'exchange',
      side: 'a',
      reasonCode: 'no-time',
    });
    expect(row(TODAY, example.trained, skip)['exchange-a']).toEqual({
      state: 'skipped',
      on: '2026-11-01',
      reasonCode: 'no-time',
    });
    expect(row(TODAY, example.trained, skip, example.sent('a'))['exchange-a']).toMatchObject({
      state: 'done',
    });
  });

  it('wants one signature of an in-school link', () => {
    expect(row(TODAY, example.proposedInSchool)['agreement-b']).toEqual({ state: 'not-needed' });
  });
});
