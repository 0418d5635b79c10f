import type { MailFacts, MailRule } from '../reminders/mail-facts.js';

/** What stands for something that is known only when the mail is made, such as `{partner}`. */
export const placeholders = [
  'school',
  'class',
  'partner',
  'partner-class',
  'date',
  'where',
  'place',
  'meeting',
  'training',
  'length',
  'classes',
  'former-teacher',
  'year',
  'programme',
  'facilitator',
  'contact',
] as const;
export type Placeholder = (typeof placeholders)[number];

interface Kind {
  readonly rule: MailRule;
  readonly placeholders: readonly Placeholder[];
  /** It begins with a part that is made from facts, so that words of one's own before it are optional. */
  readonly opensItself?: true;
}

const always = ['year', 'programme', 'facilitator', 'contact'] as const;
const ofInterest = ['school', 'classes', ...always] as const;
const ofLink = ['school', 'class', 'partner', 'partner-class', ...always] as const;
const ofSession = ['date', 'where', ...always] as const;
const ofDay = ['date', 'where', ...ofLink] as const;
const ofMeeting = ['meeting', ...ofDay] as const;
const toVenue = ['place', 'date', ...always] as const;

/**
 * The mails whose words may be changed, each with what may stand in them: a rule, or what a rule says to one of its
 * readers. What tells that something moved, was cancelled or is in other hands is not among them: it says so in fixed words.
 */
export const wordingKinds = {
  N01: { rule: 'N01', placeholders: ofInterest },
  N02: { rule: 'N02', placeholders: ofInterest },
  N04: { rule: 'N04', placeholders: ofLink },
  'N05-first': { rule: 'N05', placeholders: ofLink },
  'N05-second': { rule: 'N05', placeholders: ofLink },
  N07: { rule: 'N07', placeholders: ofLink },
  'N08-first': { rule: 'N08', placeholders: ofLink },
  'N08-second': { rule: 'N08', placeholders: ofLink },
  'N09-teacher': { rule: 'N09', placeholders: ofLink },
  'N09-head': { rule: 'N09', placeholders: ofLink, opensItself: true },
  'N09-new-head': { rule: 'N09', placeholders: ofLink },
  N10: { rule: 'N10', placeholders: ['length', ...ofSession] },
  'N10-waiting': { rule: 'N10', placeholders: ['length', ...ofSession] },
  'N11-initial': { rule: 'N11', placeholders: ofSession },
  'N11-planning': { rule: 'N11', placeholders: ofSession },
  N12: { rule: 'N12', placeholders: ['training', 'date', ...always] },
  N13: { rule: 'N13', placeholders: ['date', ...always] },
  'N14-first': { rule: 'N14', placeholders: ofLink },
  'N14-second': { rule: 'N14', placeholders: ofLink },
  'N15-teacher': { rule: 'N15', placeholders: ofDay },
  'N15-celebration': { rule: 'N15', placeholders: ofDay },
  'N15-venue': { rule: 'N15', placeholders: ['where', ...toVenue] },
  'N17-teacher': { rule: 'N17', placeholders: ofMeeting },
  'N17-venue': { rule: 'N17', placeholders: toVenue },
  'N18-first': { rule: 'N18', placeholders: ofMeeting },
  'N18-second': { rule: 'N18', placeholders: ofMeeting },
  N19: { rule: 'N19', placeholders: ofSession },
  'N19-waiting': { rule: 'N19', placeholders: ofSession },
  'N20-host': { rule: 'N20', placeholders: ofDay },
  'N20-visitor': { rule: 'N20', placeholders: ofDay },
  'N21-host': { rule: 'N21', placeholders: ofDay },
  'N21-visitor': { rule: 'N21', placeholders: ofDay },
  'N24-teacher': { rule: 'N24', placeholders: ofLink },
  'N24-head': { rule: 'N24', placeholders: ofLink },
  'N25-new': { rule: 'N25', placeholders: ['former-teacher', ...ofLink] },
  'N31-first': { rule: 'N31', placeholders: ofLink, opensItself: true },
  'N31-second': { rule: 'N31', placeholders: ofLink, opensItself: true },
} as const satisfies Readonly<Record<string, Kind>>;

export type WordingKind = keyof typeof wordingKinds;

export const everyWordingKind = Object.keys(wordingKinds) as readonly WordingKind[];
export const isWordingKind = (text: string): text is WordingKind => Object.hasOwn(wordingKinds, text);
export const kindOf = (wording: WordingKind): Kind => wordingKinds[wording];

/** Whose words a mail has; `undefined` for one whose words are fixed. */
export function wordingOf(facts: MailFacts): WordingKind | undefined {
  switch (facts.rule) {
    case 'N01':
    case 'N02':
    case 'N04':
    case 'N07':
    case 'N12':
    case 'N13':
      return facts.rule;
    case 'N05':
    case 'N08':
    case 'N14':
    case 'N18':
    case 'N31':
      return facts.asking === 2 ? `${facts.rule}-second` : `${facts.rule}-first`;
    case 'N09':
      return `N09-${facts.audience}`;
    case 'N10':
    case 'N19':
      if (facts.change !== 'planned') return undefined;
      return facts.waiting ? `${facts.rule}-waiting` : facts.rule;
    case 'N11':
      return facts.kind === 'planning-half' ? 'N11-planning' : 'N11-initial';
    case 'N15':
      if (facts.change !== 'planned') return undefined;
      if (facts.audience === 'venue') return 'N15-venue';
      return facts.number === 4 ? 'N15-celebration' : 'N15-teacher';
    case 'N17':
      return `N17-${facts.audience}`;
    case 'N20':
      if (facts.change !== 'planned' || facts.hostSide === undefined) return undefined;
      return facts.hostSide === facts.side ? 'N20-host' : 'N20-visitor';
    case 'N21':
      return facts.hosts ? 'N21-host' : 'N21-visitor';
    case 'N24':
      return `N24-${facts.audience}`;
    case 'N25':
      return facts.audience === 'new' ? 'N25-new' : undefined;
    case 'N03':
    case 'N06':
    case 'N26':
    case 'N27':
    case 'N28':
    case 'N29':
    case 'N30':
    case 'written':
      return undefined;
  }
}
