import type { ChangeableRule } from '@linking/events/programme/programme-events.js';
import { Refusal } from '../refusal.js';
import type { RuleTiming } from '../reminders/rule-settings.js';
import { decideProgramme } from './decide-programme.js';
import { ruleNow, timingsOf, versionsOfRule } from './mail-rules.js';
import { programmeYearOf } from './programme-year.js';
import { joined } from './spec-support/example-programme.js';

const change = (rule: ChangeableRule, days: readonly number[], on = true) =>
  ({ type: 'ChangeMailRule', rule, on, days }) as const;
const refusal = (rule: ChangeableRule, days: readonly number[]) => {
  try {
    decideProgramme(change(rule, days), joined());
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
  }
  return undefined;
};
const timing = (on: boolean, ...days: readonly number[]): RuleTiming => ({ on, days });

describe('the days of a rule', () => {
  it('are the national ones until the programme changes them, then a new version', () => {
    const programme = joined();
    expect(ruleNow(programme, 'N17')).toEqual({ rule: 'N17', version: 1, on: true, days: [7] });
    expect(decideProgramme(change('N17', [7]), programme)).toEqual([]);
    const decided = decideProgramme(change('N17', [5]), programme);
    expect(decided).toEqual([
      { type: 'MailRuleChanged', data: { rule: 'N17', version: 2, on: true, days: [5] } },
    ]);
    const changed = joined({}, ...decided);
    expect(timingsOf(changed)).toEqual({ N17: timing(true, 5) });
    expect(programmeYearOf(changed, { year: '2026-27' })?.mailRules).toEqual({ N17: timing(true, 5) });
  });

  it('go back to an earlier version as a new one', () => {
    const off = joined({}, ...decideProgramme(change('N11', [7], false), joined()));
    const back = joined(
      {},
      { type: 'MailRuleChanged', data: { rule: 'N11', version: 2, on: false, days: [7] } },
      ...decideProgramme(change('N11', [7]), off),
    );
    expect(versionsOfRule(back, 'N11').map(({ version, on }) => [version, on])).toEqual([
      [1, true],
      [2, false],
      [3, true],
    ]);
  });

  it('have limits that make sense', () => {
    expect(refusal('N17', [2])).toBe('Rule N17 can have 3 to 9 days here.');
    expect(refusal('N17', [9])).toBeUndefined();
    expect(refusal('N21', [9])).toBe('Rule N21 can have 10 to 42 days here.');
    expect(refusal('N08', [5])).toBe('Rule N08 asks twice.');
    expect(refusal('N08', [8, 12])).toBe('The second mail comes at least 5 days after the first.');
    expect(refusal('N18', [5, 7])).toBeUndefined();
    expect(refusal('N03', [1])).toBe('Rule N03 can have 2 to 20 days here.');
    expect(refusal('N05', [5, 8])).toBe('The second mail comes at least 5 days after the first.');
    expect(refusal('N13', [0])).toBe('Rule N13 can have 1 to 10 days here.');
    expect(refusal('N14', [3, 8])).toBe('The second mail comes at least 7 days after the first.');
    expect(refusal('N14', [0, 29])).toBe('Rule N14 can have 7 to 28 days here.');
    expect(refusal('N24', [4])).toBe('Rule N24 can have 0 to 3 weeks here.');
    expect(refusal('N31', [0])).toBe('Rule N31 asks twice.');
  });
});
