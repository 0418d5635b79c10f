import { escalationOf } from '@linking/domain/link/escalation.js';
import { unknownLink } from '@linking/domain/link/link.js';
import type { LinkTask } from '@linking/domain/link/link-tasks.js';
import { targetedSteps } from '@linking/events/link/codes.js';
import { attentionItemView } from './attention-view-model.js';
import type { AttentionItem } from '@linking/application/today/attention.js';
import type { AttentionNames } from '@linking/application/today/attention-names.js';

const side = (urn: string) => ({ ...unknownLink.sides.a, urn });
const schools: Readonly<Record<string, string>> = { '1': 'Ash Primary', '2': 'Elm Academy', '3': 'The Mead' };
const names: AttentionNames = {
  school: (urn) => schools[urn] ?? urn,
  schoolRecord: (urn) => (urn === '2' ? { telephone: '01632960133' } : undefined),
  className: () => '4 Oak',
  person: (id) => ({ name: `Person ${id}`, email: null, phone: id === 't1' ? '07700 900 111' : null }),
  link: (ref) => ({
    ...unknownLink,
    ref,
    programme: 'bradford',
    sides: { a: side('1'), b: side('2') },
  }),
  venue: () => 'Cliffe Castle',
};
const told = (item: AttentionItem, today = '2026-12-06') => attentionItemView(item, { today, names });
const task = (it: LinkTask): AttentionItem => ({
  kind: 'task',
  ref: 'BRD-2026-014',
  programme: 'bradford',
  partnerProgramme: null,
  task: it,
});
const exchange: LinkTask = {
  kind: 'step',
  step: 'exchange',
  from: '2026-12-01',
  due: '2026-11-30',
  agreed: false,
  awaited: [{ side: 'b', personId: 't2', role: 'teacher' }],
  escalation: escalationOf(unknownLink, 'exchange', '2026-11-30'),
};

describe('an item of the list', () => {
  it('says how late a step is, whom it is due from, and whom to call', () => {
    expect(told(task(exchange))).toMatchObject({
      edge: 'amber',
      tag: { tone: 'amber', text: '6 days overdue' },
      number: 'BRD-2026-014',
      title: { href: '/links/BRD-2026-014', label: 'First exchange not sent' },
      subject: 'Ash Primary and Elm Academy',
      sentence: 'Due from Elm Academy by Mon 30 Nov.',
      calls: [{ who: 'Person t2, teacher at Elm Academy', number: '01632 960133', href: 'tel:01632960133' }],
      button: {
        href: '/links/BRD-2026-014/record/record-discussion?step=exchange&from=today',
        label: 'Phoned',
      },
    });
  });

  it('grows red, asks to phone the school, and has a letter ready', () => {
    const shown = (today: string) => {
      const { edge, tag, sentence, calls, also } = told(task(exchange), today);
      return [edge, tag.text, sentence, calls.length, also?.map(({ href }) => href)];
    };
    const due = 'Due from Elm Academy by Mon 30 Nov.';
    expect(shown('2026-12-14')).toEqual(['red', '14 days overdue', `${due} Phone.`, 1, undefined]);
    expect(shown('2027-01-04')).toEqual([
      'red',
      'Phone the school · 35 days overdue',
      `${due} Phone the school.`,
      1,
      undefined,
    ]);
    expect(shown('2027-01-12')).toEqual([
      'red',
      'Letter ready · 43 days overdue',
      `${due} A letter to the headteacher is ready to print.`,
      1,
      ['/links/BRD-2026-014/letters/exchange/b'],
    ]);
    const withNumber = { ...exchange, awaited: [{ side: 'b', personId: 't1', role: 'teacher' }] } as const;
    expect(told(task(withNumber), '2027-01-04').calls.map(({ who }) => who)).toEqual([
      'Person t1, teacher at Elm Academy',
      'School office of Elm Academy',
    ]);
    expect(told(task(exchange)).why[2]).toBe(
      'It is red from 14 December 2026 on; from 4 January 2027 on the school is to be phoned, and from 12 January 2027 on a letter is ready. A call that you record stops this.',
    );
  });

  it('prefers a person’s own number, and says so when there is none', () => {
    const awaited = [
      { side: 'a', personId: 't1', role: 'teacher' },
      { side: 'a', personId: 't3', role: 'headteacher' },
    ] as const;
    expect(told(task({ ...exchange, awaited })).calls).toEqual([
      { who: 'Person t1, teacher at Ash Primary', number: '07700 900 111', href: 'tel:07700900111' },
      { who: 'Person t3, headteacher at Ash Primary' },
    ]);
  });

  it('tells a date that was agreed by phone from the target of the year', () => {
    const { sentence, why } = told(task({ ...exchange, agreed: true, due: '2026-12-04' }));
    expect(sentence).toBe('Agreed by phone for Fri 4 Dec from Elm Academy.');
    expect(why[1]).toBe('The new date that was agreed by phone was 4 December 2026.');
  });

  it('has a title, a rule, a date and an end for every step', () => {
    for (const step of targetedSteps) {
      const { title, why } = told(task({ ...exchange, step }));
      expect(title.label.length).toBeGreaterThan(10);
      expect(why).toHaveLength(4);
      expect(why[1]).toContain('30 November 2026');
      expect(why[3]).toMatch(/^It leaves this list when /);
    }
  });

  it('counts the days to a meeting whose risk assessment is missing', () => {
    const item = task({
      kind: 'meeting-not-ready',
      number: 1,
      from: '2026-12-01',
      until: '2026-12-09',
      due: '2026-12-09',
      sides: ['a', 'b'],
    });
    expect(told(item)).toMatchObject({
      tag: { tone: 'red', text: 'In 3 days' },
      sentence: 'First meeting on Wed 9 Dec. Neither school has confirmed.',
    });
    expect([told(item, '2026-12-08').tag.text, told(item, '2026-12-09').tag.text]).toEqual([
      'Tomorrow',
      'Today',
    ]);
  });

  it('says when a training was missed, as well as it is known', () => {
    const missed = (due: string) =>
      told(task({ kind: 'training-missed', side: 'a', teacherId: 't1', from: '2026-09-01', due })).sentence;
    expect([missed('2026-10-01'), missed('2026-10'), missed('before-import')]).toEqual([
      'It was on Thu 1 Oct. No other session is booked.',
      'It was in October 2026. No other session is booked.',
      'It was before the import. No other session is booked.',
    ]);
  });

  it('names three schools that wait and counts the others', () => {
    const urns = ['1', '2', '3', '4', '5', '1'];
    expect(
      told({ kind: 'waiting', programme: 'bradford', classes: 6, since: '2026-05-12', urns }),
    ).toMatchObject({
      edge: 'blue',
      title: { label: '6 classes want a partner' },
      subject: 'Ash Primary, Elm Academy, The Mead and 2 more schools',
    });
  });

  it('asks to close a year, and shows that its last day is past', () => {
    const year = {
      kind: 'year-end',
      programme: 'bradford',
      year: '2025-26',
      links: 7,
      on: '2026-07-31',
    } as const;
    expect(told(year)).toMatchObject({
      edge: 'amber',
      tag: { text: 'Year over' },
      title: { href: '/programmes/bradford/year-end/2025-26', label: 'Close the year 2025–26' },
      subject: '7 links still open',
    });
    expect(told({ ...year, on: '2027-07-31' })).toMatchObject({
      edge: 'blue',
      tag: { text: 'Ends Sat 31 Jul' },
    });
  });

  it('tells the national office of interests that no programme has, and leads to them', () => {
    const words = told({ kind: 'unplaced', programme: '', interests: 1, since: '2026-12-01', urns: ['1'] });
    expect(words).toMatchObject({
      tag: { text: 'To be placed' },
      title: { href: '/waiting/unplaced', label: '1 interest has no programme' },
      subject: 'Ash Primary',
    });
    expect(words).not.toHaveProperty('number');
  });

  it('says of a class that was paired twice where to decide', () => {
    const sentence = 'A class of this interest is in BRD-2026-009.';
    expect(
      told({
        kind: 'refused',
        ref: 'BRD-2026-014',
        programme: 'bradford',
        partnerProgramme: null,
        code: 'CLASS_ALREADY_PAIRED',
        sentence,
        on: '2026-12-01',
      }),
    ).toMatchObject({ tag: { text: 'Paired twice' }, sentence, button: { href: '/links/BRD-2026-014' } });
  });

  it('names the programme to whom looks after several', () => {
    const programme = () => 'Bradford';
    expect(attentionItemView(task(exchange), { today: '2026-12-06', names, programme }).number).toBe(
      'Bradford · BRD-2026-014',
    );
  });
});
