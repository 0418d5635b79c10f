import type {
  ChangeableRule,
  ProgrammeEvent,
  ProgrammeEventData,
} from '@linking/events/programme/programme-events.js';
import { sameContent } from '../link/decided.js';
import { nationalTiming, ruleShapes, type RuleTiming, type RuleTimings } from '../reminders/rule-settings.js';
import { Refusal } from '../refusal.js';
import type { Programme } from './programme.js';

type Rules = Pick<Programme, 'mailRules'>;

/** How a rule was set, oldest first: the national days are its version 1. */
export function versionsOfRule(
  { mailRules = [] }: Rules,
  rule: ChangeableRule,
): readonly ProgrammeEventData['MailRuleChanged'][] {
  return [{ rule, version: 1, ...nationalTiming(rule) }, ...mailRules.filter((it) => it.rule === rule)];
}

/** How a rule is set now. */
export const ruleNow = (programme: Rules, rule: ChangeableRule): ProgrammeEventData['MailRuleChanged'] =>
  versionsOfRule(programme, rule).at(-1) ?? { rule, version: 1, ...nationalTiming(rule) };

/** Of each rule that was ever changed, how it is set now. */
export const timingsOf = ({ mailRules = [] }: Rules): RuleTimings =>
  Object.fromEntries(mailRules.map(({ rule, on, days }) => [rule, { on, days }]));

/** Also back to what an earlier version said: that is a new version. */
export function changeMailRule(
  rule: ChangeableRule,
  timing: RuleTiming,
  programme: Programme,
): readonly ProgrammeEvent[] {
  checkTiming(rule, timing);
  const { version, on, days } = ruleNow(programme, rule);
  if (sameContent(timing, { on, days })) return [];
  return [{ type: 'MailRuleChanged', data: { rule, version: version + 1, ...timing } }];
}

/** Throws for days that the rule cannot have. */
export function checkTiming(rule: ChangeableRule, { days }: RuleTiming): void {
  const { counts, days: limits, apart = 1 } = ruleShapes[rule];
  const unit = counts === 'weeks-before' ? 'weeks' : 'days';
  if (days.length !== limits.length) {
    const times = limits.length === 1 ? 'once' : 'twice';
    throw new Refusal('MAIL_RULE_NOT_VALID', `Rule ${rule} asks ${times}.`, {
      nextStep: `Give ${limits.length === 1 ? 'one number' : 'two numbers'} of ${unit}.`,
    });
  }
  limits.forEach(({ least, most }, index) => {
    const given = days[index] ?? 0;
    if (given >= least && given <= most) return;
    throw new Refusal('MAIL_RULE_NOT_VALID', `Rule ${rule} can have ${least} to ${most} ${unit} here.`, {
      nextStep: `Enter a number from ${least} to ${most}.`,
    });
  });
  const [first = 0, second = first + apart] = days;
  if (second - first < apart) {
    throw new Refusal(
      'MAIL_RULE_NOT_VALID',
      `The second mail comes at least ${apart} days after the first.`,
      {
        nextStep: 'Give the second one more days.',
      },
    );
  }
}
