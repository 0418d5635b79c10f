import type { MailRule } from '@linking/domain/reminders/mail-facts.js';

/** Why a rule sends its mail, in a sentence. A rule without one does not compile. */
const reasons: Readonly<Record<MailRule, string>> = {
  N01: 'An interest was received. Rule N01 tells the headteacher at once that it arrived.',
  N02: 'An interest was received. Rule N02 tells the programme at once.',
  N07: 'The agreement was sent to this school. Rule N07 asks the person who signs at once.',
  N08: 'The agreement was not signed 5 or 10 school days after it was sent. Rule N08 asks again, twice at most.',
  N09: 'Both schools had signed and named their teachers. Rule N09 tells them about each other at once.',
  N10: 'A training place was taken, moved, cancelled or given up. Rule N10 tells the teacher at once, with a calendar entry.',
  N11: 'The training is a week away. Rule N11 reminds the teacher.',
  N12: 'The training was missed. Rule N12 asks the teacher the day after to choose another date.',
  N15: 'The first meeting was planned, moved, put online or cancelled. Rule N15 tells teachers and venue at once.',
  N17: 'A meeting is a week away. Rule N17 asks about risk assessment, transport, numbers and lunch.',
  N18: 'A meeting was yesterday, or a week ago and is not recorded. Rule N18 asks the teachers how it went.',
  N19: 'A place on the planning half-day was taken, moved, cancelled or given up. Rule N19 tells the teacher at once.',
  N20: 'A visit was planned, moved or cancelled. Rule N20 tells the teachers at once, with a calendar entry.',
  N21: 'A visit is two weeks away. Rule N21 reminds the host and the visitor.',
  N25: 'A teacher took over from another. Rule N25 tells both, the partner and the programme at once.',
};

/** Also for the rules of another version. */
export const mailReason = (rule: string): string =>
  Object.entries(reasons).find(([known]) => known === rule)?.[1] ?? `Rule ${rule} asks for it.`;
