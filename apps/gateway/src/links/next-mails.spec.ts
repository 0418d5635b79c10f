import type { Mail } from '@linking/application/mails/mail.js';
import { unknownLink, type Link } from '@linking/domain/link/link.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { nextMailsView } from './next-mails.js';

const names = {
  school: (urn: string) => (urn === '1' ? 'Ash Primary' : 'Elm Academy'),
  personName: (id: string) => (id === 'old' ? 'Olga Price' : undefined),
} as LinkNames;

const side = (urn: string, headId: string, ...teachers: string[]) => ({
  ...unknownLink.sides.a,
  urn,
  headId,
  teachers: teachers.map((teacherId) => ({ ...unknownLink.sides.a.teachers[0], teacherId })),
});
const link = {
  ...unknownLink,
  ref: 'BRD-2026-001',
  sides: { a: side('1', 'h1', 't1'), b: side('2', 'h2', 't2', 't3') },
} as Link;

const mail = (rule: string, personId: string, dueAt: string, more: object = {}) =>
  ({ personId, dueAt, kind: 'scheduled', status: 'planned', content: { rule }, ...more }) as unknown as Mail;
const now = '2026-11-23T09:00:00.000Z';
const soon = '2026-11-26T08:00:00.000Z';
const given = { now, schoolYears: new Map(), never: new Map<string, string>() };
const viewOf = (...mails: Mail[]) => nextMailsView(link, mails, names, given);

describe('what will be sent next', () => {
  it('names roles, not people, and tells each mail once a day', () => {
    const mails = ['t1', 't2'].map((id) => mail('N17', id, soon));
    expect(viewOf(...mails, mail('N17', 'v', soon, { mailbox: 'venue' }))).toEqual([
      { day: '2026-11-26', title: 'Ready for the day?', to: 'both teachers and the venue' },
    ]);
  });

  it.each([
    [['t1'], 'the teacher of Ash Primary'],
    [['t2', 't3'], 'the teachers of Elm Academy'],
    [['t1', 't2', 't3'], 'the teachers of both schools'],
    [['h1', 'h2'], 'both headteachers'],
    [['t1', 'h2'], 'the teacher of Ash Primary and the headteacher of Elm Academy'],
    [['old'], 'Olga Price'],
    [['erased'], 'somebody who is no longer known by name'],
  ])('says of %j: %s', (ids, to) => {
    expect(viewOf(...ids.map((id) => mail('N09', id, soon))).map((line) => line.to)).toEqual([to]);
  });

  it('tells the earliest first, and of what is due already the day on which it goes', () => {
    const saturday = '2026-11-28T12:00:00.000Z';
    const view = nextMailsView(
      link,
      [
        mail('N21', 't1', '2026-12-01T08:00:00.000Z'),
        mail('N18', 't1', '2026-11-27T18:00:00.000Z'),
        mail('N15', 't1', '2026-11-27T18:00:00.000Z', { kind: 'immediate' }),
      ],
      names,
      { ...given, now: saturday },
    );
    expect(view.map(({ day, title }) => [day, title])).toEqual([
      ['2026-11-28', 'First meeting'],
      ['2026-11-30', 'How did it go?'],
      ['2026-12-01', 'Your visit is coming up'],
    ]);
  });

  it('labels a hold that keeps a mail from going, and no other', () => {
    const heldUntil = (day: string) => viewOf(mail('N17', 't1', soon, { heldUntil: day }))[0];
    expect(heldUntil('2026-12-01')).toMatchObject({ day: '2026-12-01', held: 'Held until 1 Dec' });
    expect(heldUntil('9999-12-31')).toMatchObject({ day: '2026-11-26', held: 'Held until it is released' });
    expect(heldUntil('2026-11-25')).not.toHaveProperty('held');
    expect(heldUntil('2026-11-20')).not.toHaveProperty('held');
  });

  it('does not promise what would come too late', () => {
    const late = mail('N17', 't1', soon, { id: 'late', heldUntil: '2026-12-07' });
    const never = new Map([['late', 'too-late']]);
    const [line] = nextMailsView(link, [late, mail('N17', 't2', soon)], names, { ...given, never }).slice(-1);
    expect(line).toEqual({
      day: '2026-12-07',
      never: 'Will not be sent: it would come too late to help',
      title: 'Ready for the day?',
      to: 'the teacher of Ash Primary',
    });
  });
});
