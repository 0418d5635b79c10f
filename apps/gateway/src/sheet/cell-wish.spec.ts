import * as example from '@linking/domain/link/spec-support/example-link.js';
import { given, type Facts } from '@linking/domain/link/spec-support/given-when-then.js';
import { cellWish } from './cell-wish.js';
import { sheetStep } from './sheet-steps.js';

const TODAY = '2026-11-23';

/** What a cell asks of a link with this history when something is typed in it. */
function typing(key: string, text: string, ...facts: Facts) {
  const step = sheetStep(key);
  if (step === undefined) throw new Error(`no column ${key}`);
  return cellWish(given(...facts).link, step, text, TODAY);
}

const form = (command: string, more: object = {}) => ({
  kind: 'form',
  form: expect.objectContaining({ command, ...more }),
});
const day = (name: string, date: string) => {
  const [year, month, on] = date.split('-').map(Number);
  return expect.objectContaining({
    [`${name}-day`]: `${on}`,
    [`${name}-month`]: `${month}`,
    [`${name}-year`]: `${year}`,
  });
};
const refused = (sentence: string) => ({ kind: 'refused', sentence });

describe('a date typed in a cell', () => {
  it('is the whole command where the day is all that it wants', () => {
    expect(typing('brokered', '22 June', example.proposed)).toEqual({
      kind: 'request',
      request: { type: 'Broker' },
      on: '2026-06-22',
    });
    expect(typing('goodbye', 'today', example.met)).toEqual({
      kind: 'request',
      request: { type: 'CompleteFinalExchange' },
      on: TODAY,
    });
    expect(typing('exchange-b', '20/10', example.agreed)).toEqual({
      kind: 'request',
      request: { type: 'RecordExchange', fromSide: 'b', kind: 'work', mode: 'not-known' },
      on: '2026-10-20',
    });
  });

  it('invents no numbers of pupils: the form of a meeting asks for them', () => {
    expect(typing('meeting-1', '12/11', example.trained)).toEqual(
      form('record-meeting-held', {
        settled: { number: '1' },
        values: expect.objectContaining({ mode: '' }),
      }),
    );
    expect(typing('meeting-1', '12/11', example.trained, example.plannedMeeting(1, '2026-11-12'))).toEqual(
      form('record-meeting-held', { values: expect.objectContaining({ mode: 'in-person' }) }),
    );
  });

  it('invents no minutes of a training, but knows the only teacher and what she needs', () => {
    expect(typing('training-b', '1/10', example.agreed)).toEqual(
      form('record-training-attended', {
        settled: { teacher: 'b.teacher-b' },
        values: expect.objectContaining({ kind: 'initial-half', minutes: '' }),
      }),
    );
  });

  it('is a plan when a meeting is later, and a new date when it was planned', () => {
    expect(typing('meeting-2', '11/3', example.met)).toEqual(
      form('plan-meeting', { values: day('on', '2027-03-11') }),
    );
    const planned = example.plannedMeeting(2, '2027-03-11');
    expect(typing('meeting-2', '18/3', example.met, planned)).toEqual(
      form('reschedule-meeting', { values: day('on', '2027-03-18') }),
    );
    expect(typing('meeting-2', '11.3.2027', example.met, planned)).toEqual({ kind: 'nothing' });
  });

  it('is refused in the future where nothing can be planned, and says how the year was read', () => {
    expect(typing('training-a', '5/3', example.agreed)).toEqual(
      refused(
        'The session is on 5 March; attendance can be recorded from that day. Change the day, or record it when it has happened. It was read as 5 March 2027: type the year if it was another.',
      ),
    );
  });

  it('is refused before a form is opened when the rules refuse it whatever is filled in', () => {
    expect(typing('agreement-a', '9/9', example.brokered)).toEqual(
      refused('No agreement has been sent to this school yet. Send the agreement first.'),
    );
  });

  it('opens the form for a paper that came back signed', () => {
    expect(typing('agreement-b', '9/9', example.issued)).toEqual(
      form('sign-agreement', { settled: { side: 'b' }, values: day('occurredOn', '2026-09-09') }),
    );
  });
});

describe('typing over a day that is known', () => {
  it('is nothing when it is the same day', () => {
    expect(typing('meeting-1', '12/11/2026', example.met)).toEqual({ kind: 'nothing' });
  });

  it('corrects the entry, with a reason', () => {
    expect(typing('agreement-a', '8/9', example.agreed)).toEqual(
      form('correct-entry', {
        settled: { event: 'e9', field: '/occurredOn' },
        values: day('now', '2026-09-08'),
      }),
    );
    expect(typing('meeting-1', '11/11', example.met)).toEqual(
      form('correct-entry', { settled: { event: 'e14', field: '/on' } }),
    );
  });

  it('corrects both entries where one day stands for both sides', () => {
    expect(typing('brokered', '9/6', example.brokered)).toEqual(
      form('correct-entry', { settled: { event: 'e4', field: '/occurredOn' }, besides: ['e5'] }),
    );
  });

  it('sends people to the history when two entries give the day', () => {
    const twice = [example.sent('a'), example.sent('a', '2026-10-20', 'identity-work')];
    expect(typing('exchange-a', '21/10', example.agreed, twice)).toEqual(
      refused('More than one entry gives this day. Mend the right one in the history of the link.'),
    );
  });

  it('may be no future day', () => {
    expect(typing('agreement-a', '1/12', example.agreed)).toMatchObject({ kind: 'refused' });
  });
});

describe('a cell that is cleared', () => {
  it('voids its entry, with a reason', () => {
    expect(typing('meeting-1', '', example.met)).toEqual(form('void-entry', { settled: { event: 'e14' } }));
  });

  it('cancels a meeting that is planned', () => {
    expect(typing('meeting-2', '', example.met, example.plannedMeeting(2, '2027-03-11'))).toEqual(
      form('cancel-meeting', { settled: { number: '2' } }),
    );
  });

  it('cannot take back what later steps stand on', () => {
    expect(typing('brokered', '', example.issued)).toEqual(
      refused(
        'Both headteachers have to say yes before the agreement is sent. Record that both said yes, then send the agreement.',
      ),
    );
  });

  it('is nothing when it was empty', () => {
    expect(typing('goodbye', ' ', example.met)).toEqual({ kind: 'nothing' });
  });
});

describe('a dash in a cell', () => {
  it('skips the step, with a reason', () => {
    expect(typing('training-a', '-', example.agreed)).toEqual(
      form('skip-step', { settled: { step: 'training', side: 'a' } }),
    );
  });

  it('is refused where nothing may be skipped, and where it was done', () => {
    expect(typing('agreement-a', '-', example.issued)).toMatchObject({ kind: 'refused' });
    expect(typing('meeting-1', '-', example.met)).toEqual(
      refused(
        'This step has been done, so it cannot be skipped. If it was recorded by mistake, void that entry.',
      ),
    );
  });
});
