import type { MailRule } from '@linking/domain/reminders/mail-facts.js';

/** Why a rule sends its mail, in a sentence. A rule without one does not compile. */
const reasons: Readonly<Record<MailRule, string>> = {
  N01: 'An interest was received. Rule N01 tells the headteacher at once that it arrived.',
  N02: 'An interest was received. Rule N02 tells the programme at once.',
  N03: 'An interest waited for some working days and nothing was recorded about it. Rule N03 tells the programme once.',
  N04: 'The proposal was sent. Rule N04 asks each headteacher at once for a yes or a no.',
  N05: 'The headteacher had not answered some school days after the proposal was sent. Rule N05 asks again, twice at most.',
  N06: 'A headteacher said no on the page of the mail. Rule N06 tells the programme at once what can be done next.',
  N07: 'The agreement was sent to this school. Rule N07 asks the person who signs at once.',
  N08: 'The agreement was sent some school days ago and is not signed. Rule N08 asks again, twice at most.',
  N09: 'Both schools had signed and named their teachers. Rule N09 tells them about each other at once.',
  N10: 'A training place was taken, moved, cancelled or given up. Rule N10 tells the teacher at once, with a calendar entry.',
  N11: 'The training is near. Rule N11 reminds the teacher.',
  N12: 'The training was missed. Rule N12 asks the teacher the day after to choose another date.',
  N13: 'The teacher came to initial training. Rule N13 tells her soon after what her class does first.',
  N14: 'The class had sent nothing by the target day, or some days after. Rule N14 asks its teachers, twice at most.',
  N15: 'The first meeting was planned, moved, put online or cancelled. Rule N15 tells teachers and venue at once.',
  N17: 'A meeting is near. Rule N17 asks about risk assessment, transport, numbers and lunch.',
  N18: 'A meeting was some days ago, or is not recorded yet. Rule N18 asks the teachers how it went.',
  N19: 'A place on the planning half-day was taken, moved, cancelled or given up. Rule N19 tells the teacher at once.',
  N20: 'A visit was planned, moved or cancelled. Rule N20 tells the teachers at once, with a calendar entry.',
  N21: 'A visit comes near. Rule N21 reminds the host and the visitor.',
  N24: 'The last school week of the summer term is near or has begun. Rule N24 thanks teachers and heads, also of paused and closed links.',
  N25: 'A teacher took over from another. Rule N25 tells both, the partner and the programme at once.',
  N26: 'The link was paused, resumed or withdrawn. Rule N26 tells teachers and heads of both sides at once.',
  N31: 'The class had no teacher, or was a placeholder, when school began or some days after. Rule N31 asks the head, twice at most.',
  N27: 'A week begins. Rule N27 sends the programme on its first working day what is late, due, quiet, not signed or without a partner.',
  N28: 'Something was declined or cancelled, or a mail did not arrive. Rule N28 tells the programme on the next working morning.',
  N29: 'A month begins. Rule N29 sends the national office the figures of each programme on its first working day.',
  N30: 'A report to a funder is due in 30 or in 7 days. Rule N30 reminds whoever keeps the grant, until the report is recorded as delivered.',
  written: 'The coordinator wrote it to chosen people.',
};

/** Also for the rules of another version. */
export const mailReason = (rule: string): string =>
  Object.entries(reasons).find(([known]) => known === rule)?.[1] ?? `Rule ${rule} asks for it.`;
