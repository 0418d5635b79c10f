import type { TriedRule } from '@linking/application/mails/try-rule.js';
import { ruleShapes, type RuleTiming } from '@linking/domain/reminders/rule-settings.js';
import type { ChangeableRule } from '@linking/events/programme/programme-events.js';
import { counted, longDay } from '@linking/words/format.js';
import { capital, listText } from '@linking/words/link-terms.js';
import { pageOfMail } from '../outbox/outbox-view-model.js';
import type { TriedMailView } from '../pages/reminders/rule-page.js';
import type { RehearsalNames } from './rehearsal-reader.js';
import type { TriedRuleAnswer } from './tried-rule.dto.js';

export const triedAnswer = ({ subjects, changes }: TriedRule): TriedRuleAnswer => ({
  subjects,
  changes: changes.map(({ kind, mail, from, to }) => ({
    kind,
    subject: mail.subject,
    personId: mail.personId,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })),
});

/** `4 mails appear and 2 move.` */
export function triedSentence(rule: ChangeableRule, { changes, subjects }: TriedRule): string {
  const many = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const parts = [
    [many('appears'), 'appears', 'appear'],
    [many('moves'), 'moves', 'move'],
    [many('vanishes'), 'vanishes', 'vanish'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, one, more]) => `${counted(count, 'mail')} ${count === 1 ? one : more}`);
  const { about } = ruleShapes[rule];
  const looked = `${counted(subjects, about.join(' or '), about.map((one) => `${one}s`).join(' and '))} looked at.`;
  return said.length === 0 ? `No mail to come changes. ${looked}` : `${listText(said)}. ${looked}`;
}

export const triedMails = ({ changes }: TriedRule, to: RehearsalNames['to']): readonly TriedMailView[] =>
  changes.map(({ kind, mail, from, to: then }) => ({
    key: `${mail.subject} ${mail.step} ${mail.personId}`,
    kind,
    about: pageOfMail(mail),
    to: to(mail),
    when: whenText(from, then),
  }));

function whenText(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return longDay(to ?? '');
  return to === undefined ? `would not go; now ${longDay(from)}` : `${longDay(from)} → ${longDay(to)}`;
}

/** `7 days before the meeting`; `On the day and 7 days after school begins`; `off`. */
export function timingText(rule: ChangeableRule, { on, days }: RuleTiming): string {
  if (!on) return 'Off: it sends nothing';
  const { counts, from } = ruleShapes[rule];
  const unit = unitOf(counts);
  const when = whenOf(counts);
  const [only = 0, second] = days;
  if (second === undefined) {
    return only === 0 ? capital(`in ${from}`) : `${counted(only, unit)} ${when} ${from}`;
  }
  const first = only === 0 ? 'On the day' : String(only);
  return `${first} and ${second} ${unit}s ${when} ${from}`;
}

type Counts = (typeof ruleShapes)[ChangeableRule]['counts'];

export const whenOf = (counts: Counts): 'before' | 'after' =>
  counts === 'days-before' || counts === 'weeks-before' ? 'before' : 'after';

export function unitOf(counts: Counts): 'day' | 'school day' | 'working day' | 'week' {
  switch (counts) {
    case 'days-before':
    case 'days-after':
      return 'day';
    case 'school-days-after':
      return 'school day';
    case 'working-days-after':
      return 'working day';
    case 'weeks-before':
      return 'week';
  }
}
