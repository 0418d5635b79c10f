import { mailBudget, type CountedMail } from './mail-budget.js';

const mails = (personId: string, count: number, more: Partial<CountedMail> = {}): readonly CountedMail[] =>
  Array.from({ length: count }, (_, index) => ({
    personId,
    parcel: `${personId} ${index}`,
    sent: false,
    ...more,
  }));
const roles = new Map([
  ['saira', 'teacher'],
  ['helen', 'head'],
] as const);
const budgetOf = (counted: readonly CountedMail[]) => mailBudget(counted, (id) => roles.get(id as 'saira'));

describe('the mails of a person in a year', () => {
  it('are counted with those that went already', () => {
    const [saira] = budgetOf([...mails('saira', 3), ...mails('saira', 2, { sent: true })]);
    expect(saira).toEqual({
      personId: 'saira',
      sent: 2,
      planned: 3,
      count: 5,
      budget: 15,
      overBudget: false,
    });
  });

  it('count once when they leave as one', () => {
    expect(budgetOf(mails('saira', 4, { parcel: 'saira 2026-11-24' }))[0]?.count).toBe(1);
  });

  it('are too many for a teacher above fifteen, for a head above six', () => {
    const over = (personId: string, count: number) => budgetOf(mails(personId, count))[0]?.overBudget;
    expect([over('saira', 15), over('saira', 16)]).toEqual([false, true]);
    expect([over('helen', 6), over('helen', 7)]).toEqual([false, true]);
  });

  it('have no budget for a venue, and stand with the most first', () => {
    const all = budgetOf([...mails('helen', 2), ...mails('hall', 40)]);
    expect(all.map(({ personId, count, overBudget }) => [personId, count, overBudget])).toEqual([
      ['hall', 40, false],
      ['helen', 2, false],
    ]);
    expect(all[0]).not.toHaveProperty('budget');
  });
});
