import type { MailRule } from '@linking/domain/reminders/mail-facts.js';

/** What a mail of each rule is called in lists; its own subject line has the date, the place or the school in it. */
export const mailTitles: Readonly<Record<MailRule, string>> = {
  N01: 'We have your interest in Schools Linking',
  N02: 'New interest',
  N07: 'Please sign your Schools Linking agreement',
  N08: 'Agreement still to be signed',
  N09: 'Meet your linking partner',
  N10: 'Your training day',
  N11: 'Training next week',
  N12: 'We missed you: choose another date',
  N15: 'First meeting',
  N17: 'Ready for the day?',
  N18: 'How did it go?',
  N19: 'Planning half-day',
  N20: 'Your visit',
  N21: 'Your visit in two weeks',
  N25: 'New linking teacher',
};
