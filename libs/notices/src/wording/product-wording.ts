import type { MailContact, MailContent } from '../mail-content.js';
import { kindOf, type WordingKind } from '@linking/domain/wording/wording-kinds.js';
import type { WordingText } from '@linking/domain/wording/wording-text.js';
import { calledAs } from './called-as.js';
import { fillingsOf, unfilled } from './fillings.js';
import { sampleMails } from './sample-mails.js';
import { worded, wordsOf } from './worded.js';

interface Shown {
  /** The mail as it goes to invented people. */
  readonly sample: string;
  /** What tells it from others of its rule. */
  readonly which?: string;
  readonly to: string;
}

const TEACHER = 'Link teachers';
const HEAD = 'The headteacher';
const SIGNER = 'Whoever signs for the school';
const VENUE = 'The venue';

const shown: Readonly<Record<WordingKind, Shown>> = {
  N01: { sample: 'n01-interest-received', to: HEAD },
  N02: { sample: 'n02-new-interest', to: 'The programme’s mailbox' },
  N04: { sample: 'n04-linking-partner', to: HEAD },
  'N05-first': { sample: 'n05-first-asking', which: 'first time', to: HEAD },
  'N05-second': { sample: 'n05-second-asking', which: 'second time', to: HEAD },
  N07: { sample: 'n07-sign-agreement', to: SIGNER },
  'N08-first': { sample: 'n08-first-asking', which: 'first time', to: SIGNER },
  'N08-second': { sample: 'n08-second-asking', which: 'second time', to: SIGNER },
  'N09-teacher': { sample: 'n09-teacher', to: TEACHER },
  'N09-head': { sample: 'n09-head', which: 'copy for headteachers', to: HEAD },
  'N09-new-head': { sample: 'n09-new-head', which: 'for a new headteacher', to: 'A new headteacher' },
  N10: { sample: 'n10-enrolled', to: TEACHER },
  'N10-waiting': { sample: 'n10-waiting', which: 'waiting for a place', to: TEACHER },
  'N11-initial': { sample: 'n11-training-soon', to: TEACHER },
  'N11-planning': { sample: 'n11-planning-soon', which: 'planning half-day', to: TEACHER },
  N12: { sample: 'n12-missed', to: TEACHER },
  N13: { sample: 'n13-next-step', to: TEACHER },
  'N14-first': { sample: 'n14-first-asking', which: 'first time', to: TEACHER },
  'N14-second': { sample: 'n14-second-asking', which: 'second time', to: TEACHER },
  'N15-teacher': { sample: 'n15-planned', to: TEACHER },
  'N15-celebration': { sample: 'n15-celebration', which: 'celebration', to: TEACHER },
  'N15-venue': { sample: 'n15-venue-planned', which: 'for the venue', to: VENUE },
  'N17-teacher': { sample: 'n17-teacher', to: TEACHER },
  'N17-venue': { sample: 'n17-venue', which: 'for the venue', to: VENUE },
  'N18-first': { sample: 'n18-first-asking', which: 'first time', to: TEACHER },
  'N18-second': { sample: 'n18-second-asking', which: 'second time', to: TEACHER },
  N19: { sample: 'n19-enrolled', to: TEACHER },
  'N19-waiting': { sample: 'n19-waiting', which: 'waiting for a place', to: TEACHER },
  'N20-host': { sample: 'n20-host', which: 'the class stays', to: TEACHER },
  'N20-visitor': { sample: 'n20-visitor', which: 'the class travels', to: TEACHER },
  'N21-host': { sample: 'n21-host', which: 'the class stays', to: TEACHER },
  'N21-visitor': { sample: 'n21-visitor', which: 'the class travels', to: TEACHER },
  'N24-teacher': { sample: 'n24-teacher', to: TEACHER },
  'N24-head': { sample: 'n24-head', which: 'for headteachers', to: HEAD },
  'N25-new': { sample: 'n25-new', which: 'to whoever takes over', to: 'The new link teacher' },
  'N31-first': { sample: 'n31-first-asking', which: 'first time', to: HEAD },
  'N31-second': { sample: 'n31-second-asking', which: 'second time', to: HEAD },
};

export const whoGets = (wording: WordingKind) => shown[wording].to;
export const whichOf = (wording: WordingKind) => shown[wording].which;

/** The mail as it comes with the product, about invented schools and people. */
export function sampleOf(wording: WordingKind): MailContent {
  const content = sampleMails[shown[wording].sample];
  if (content === undefined) throw new Error(`There is no sample of ${wording}`);
  return content;
}

/** The words that come with the product, with placeholders. */
export function productWording(wording: WordingKind): WordingText {
  const content = sampleOf(wording);
  const fillings = fillingsOf(content.about);
  const { subject, opening, closing } = wordsOf(content);
  const say = (text: string) => unfilled(text, kindOf(wording).placeholders, fillings);
  return { subject: say(subject), opening: say(opening), closing: say(closing) };
}

/** In whose name a mail is shown that is about nobody. */
export interface InWhoseName {
  readonly programme: string;
  readonly askWho: MailContact;
  readonly facilitator: string;
  readonly privacyHref: string;
}

/** The mail in these words, about invented schools and people. */
export function wordedSample(wording: WordingKind, text: WordingText, name: InWhoseName): MailContent {
  const sample = sampleOf(wording);
  const { programme, askWho, facilitator, privacyHref } = name;
  const about = { ...sample.about, programme, askWho };
  const invented = sample.about.programme ?? '';
  const content: MailContent = {
    ...sample,
    about,
    askWho: [askWho],
    why: sample.why.map((sentence) =>
      sentence.replaceAll(`Schools Linking ${invented}`, () => `Schools Linking ${programme}`),
    ),
    privacyHref,
  };
  return calledAs(worded(content, text, fillingsOf(about, facilitator)), facilitator);
}
