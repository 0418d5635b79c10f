import type { TrainingMail } from '@linking/domain/reminders/mail-facts.js';
import { entryAttached, whatChanged, when, where, type PlaceWords } from './appointment-words.js';
import { facts, paragraph, type MailPart } from './mail-content.js';
import { NO_CHILDREN, schoolYear, type MailWords } from './mail-words.js';

export interface TrainingWords extends MailWords {
  readonly facts: TrainingMail;
  readonly place: PlaceWords;
  /** She waited for this place, and somebody gave it up. */
  readonly cameFree?: boolean;
  /** The teacher's own page. */
  readonly pageHref?: string;
}

/** What a training is called, and what a teacher does there. */
export interface TrainingNames {
  readonly short: string;
  readonly long: string;
  readonly what: string;
  readonly purpose: string;
}

const initial = (length: string): TrainingNames => ({
  short: 'training',
  long: 'training for link teachers',
  what: `Training for link teachers, ${length}`,
  purpose:
    'You meet your linking partner there, try out activities and plan the year together. ' +
    'Your school has agreed to release you for it.',
});

const names: Readonly<Record<TrainingMail['kind'], TrainingNames>> = {
  'initial-full': initial('a full day'),
  'initial-half': initial('a half day'),
  'planning-half': {
    short: 'planning half-day',
    long: 'planning half-day',
    what: 'Planning half-day for link teachers',
    purpose:
      'You sit down with your linking partner and plan the rest of the year: the visits to each school, and what the ' +
      'classes send each other. Your school has agreed to release you for it.',
  },
};

export const namesOf = ({ kind }: Pick<TrainingMail, 'kind'>) => names[kind];

/** What, when and where. */
export const trainingFacts = ({ facts: training, place }: TrainingWords) =>
  facts({ What: namesOf(training).what, When: when(training), Where: where(place) });

/** Why it is a full or a half day for this teacher. */
function whyThisLong({ kind, basis }: TrainingMail): readonly MailPart[] {
  if (basis === undefined || kind === 'planning-half') return [];
  return [
    paragraph(
      basis === 'linked-before'
        ? 'It is a half day for you because you have linked before: you know how it works, and come for what is new.'
        : 'It is a full day for you because this is your first year of linking.',
    ),
  ];
}

interface Said {
  readonly parts: readonly MailPart[];
  readonly closing: readonly string[];
}

/** What has become of a teacher's place. */
export function aboutPlace(words: TrainingWords): Said {
  const { change, waiting, givenUp } = words.facts;
  if (givenUp === true) return withoutHer(words);
  if (change === 'cancelled') return cancelled(words);
  if (change !== 'planned') return changed(words);
  return waiting ? waits(words) : enrolled(words);
}

const enrolled = (words: TrainingWords): Said => ({
  parts: [
    paragraph(
      words.cameFree === true
        ? `Good news: a place at our ${namesOf(words.facts).long} has come free, and it is yours.`
        : `You have a place at our ${namesOf(words.facts).long}.`,
    ),
    trainingFacts(words),
    ...whyThisLong(words.facts),
    paragraph(namesOf(words.facts).purpose),
    paragraph(entryAttached('planned')),
  ],
  closing: [
    'If you cannot come, please tell us soon: another teacher may be waiting for the place.',
    NO_CHILDREN,
  ],
});

const waits = (words: TrainingWords): Said => ({
  parts: [
    paragraph(`Our ${namesOf(words.facts).long} is full at the moment. You are on the waiting list.`),
    trainingFacts(words),
    ...whyThisLong(words.facts),
    paragraph(
      'We write to you at once when a place comes free. Please keep the day if you can; nothing goes into your ' +
        'calendar until the place is yours.',
    ),
  ],
  closing: ['Would another day be better for you? Ask your local facilitator.', NO_CHILDREN],
});

const changed = (words: TrainingWords): Said => ({
  parts: [
    paragraph(whatChanged(`Our ${namesOf(words.facts).long}`, words.facts)),
    trainingFacts(words),
    paragraph(
      words.facts.waiting
        ? 'You are still on the waiting list for a place.'
        : `You keep your place. ${entryAttached(words.facts.change)}`,
    ),
  ],
  closing: [
    'If it no longer suits you, please tell your local facilitator soon: others may be waiting for a place.',
    NO_CHILDREN,
  ],
});

const cancelled = (words: TrainingWords): Said => ({
  parts: [
    paragraph(whatChanged(`Your ${namesOf(words.facts).short}`, words.facts)),
    trainingFacts(words),
    ...(words.facts.waiting ? [] : [paragraph(entryAttached('cancelled'))]),
    paragraph(
      'There is no need to come that day. If you have no other date yet, your local facilitator will find one with you.',
    ),
  ],
  closing: ['We know what it takes to free a day at school. Thank you for your patience.', NO_CHILDREN],
});

const withoutHer = (words: TrainingWords): Said => ({
  parts: [
    paragraph(
      words.facts.waiting
        ? `You no longer wait for a place at our ${namesOf(words.facts).long}: you are off the waiting list.`
        : `You no longer have a place at our ${namesOf(words.facts).long}. It takes place without you.`,
    ),
    trainingFacts(words),
    ...(words.facts.waiting ? [] : [paragraph(entryAttached('cancelled'))]),
    paragraph(
      'Do you still need this training? Then your local facilitator will find another date with you.',
    ),
  ],
  closing: [
    'Did you mean to come after all? Please tell us soon: others may be waiting for a place.',
    NO_CHILDREN,
  ],
});

/** What a subject line begins with when she comes no more. */
export const nowWithout = ({ waiting }: Pick<TrainingMail, 'waiting'>) =>
  waiting ? 'Off the waiting list' : 'Your place is given up';

export const asTrainee = ({ facts: { linkRefs, year } }: TrainingWords) =>
  `You get this e-mail because you are a link teacher in ${schoolYear(year)} ` +
  `(${linkRefs.length === 1 ? 'link' : 'links'} ${linkRefs.join(', ')}).`;
