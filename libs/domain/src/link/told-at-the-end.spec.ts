import {
  happened,
  met,
  attended,
  agreed,
  proposeExample,
  sent,
  heldMeeting,
} from './spec-support/example-link.js';
import { given, givenUsing, on } from './spec-support/given-when-then.js';
import type { CommandOf, ContinuedLink, LinkCommand } from './commands.js';

const february = on('2027-02-19');
const withdrawn = (side: 'a' | 'b' | 'both') =>
  happened('2027-02-12', 'LinkWithdrawn', { side, reasonCode: 'staffing', stageReached: 'met' });
const goesOn = happened('2027-02-19', 'LinkReBrokered', { remainingSide: 'b', newLinkRef: 'BRD-2026-201' });
const reBroker = (newLinkRef: string): LinkCommand => ({
  type: 'ReBroker',
  newLinkRef,
  lastCameToNothing: false,
});

describe('whoever continues a link that cannot go on is told', () => {
  const left: ContinuedLink = {
    ref: 'BRD-2026-009',
    year: '2026-27',
    withdrew: 'b',
    classes: { a: 'class-a', b: 'class-z' },
  };
  const propose = (continued: ContinuedLink): LinkCommand => ({
    ...proposeExample,
    continuesFrom: continued.ref,
    surroundings: { ...proposeExample.surroundings, continued },
  });
  const { withdrew: _, ...whole } = left;

  it.each([
    ['Propose the link without continuing it.', { ...left, year: '2025-26' }, 'DIFFERENT_YEARS'],
    [
      'If BRD-2026-201 comes to nothing, record that there first.',
      { ...left, continuedAs: 'BRD-2026-201' },
      'LINK_CONTINUED',
    ],
    ['Choose the class whose partner withdrew.', { ...left, withdrew: 'a' }, 'NO_CLASS_STAYED'],
    ['Record there first that a school withdraws.', whole, 'NOBODY_WITHDREW'],
    ['Propose the link without continuing it.', { ...left, withdrew: 'both' }, 'NO_CLASS_STAYED'],
  ] as const)('“%s”', (nextStep, continued, code) => {
    given().when(propose(continued), february).thenRefused(code, undefined, { nextStep });
  });

  it('nothing when the class that stayed is the second of the new link', () => {
    given()
      .when(propose({ ...left, withdrew: 'a', classes: { a: 'class-z', b: 'class-b' } }), february)
      .thenRecorded(['InterestRecorded'], ['InterestRecorded'], ['LinkProposed']);
  });

  it('which of the two links to look at', () => {
    given(met).when(reBroker('BRD-2026-201'), february).thenRefused('NOBODY_WITHDREW', undefined, {
      nextStep:
        'Record in BRD-2026-014 that the school withdrew, or in BRD-2026-201 that the link is not formed.',
    });
    given(met, withdrawn('a'), goesOn)
      .when(reBroker('BRD-2026-202'), february)
      .thenRefused('LINK_CONTINUED', undefined, { nextStep: 'Decide which of the two links stands.' });
    const history = [...met, withdrawn('a'), goesOn];
    given(history)
      .when({ type: 'VoidEntry', eventId: `e${met.length + 1}`, reasonCode: 'wrong-link' }, february)
      .thenRefused('LINK_CONTINUED', undefined, {
        nextStep: 'Bring the two classes together again in a new link.',
      });
    given(history)
      .when({ type: 'VoidEntry', eventId: `e${history.length}`, reasonCode: 'wrong-link' }, february)
      .thenRefused('ENTRY_NOT_MENDABLE', 'This entry follows from the link that goes on.', {
        nextStep: 'Record in BRD-2026-201 that it was not formed, or that a school withdrew.',
      });
  });
});

describe('whoever counts or quotes what cannot be is told', () => {
  const day = on('2026-11-16', { noteId: 'words' });
  const using = () => givenUsing(['surveys', 'reflection', 'testimonials'], met);
  const consent = { id: 'c1', on: '2026-11-16' };

  it.each<
    [string, LinkCommand, Parameters<ReturnType<ReturnType<typeof using>['when']>['thenRefused']>[0], string]
  >([
    [
      'Count the parents who took part.',
      { type: 'RecordParents', side: 'a', kind: 'came-along', count: 0 },
      'PARENT_NUMBERS',
      'The number of parents has to be a whole number from 1 to 500.',
    ],
    [
      'Give 1 when it did not work, 5 when it was very good.',
      { type: 'RecordReflection', side: 'a', meeting: 1, rating: 6, sameWords: false },
      'RATING_NOT_VALID',
      'A reflection is rated with a whole number from 1 to 5.',
    ],
    [
      'Say how many answered, or leave the scores out.',
      { type: 'RecordSurvey', side: 'a', round: 'pre', instrument: 'class-survey', scores: { O1: 3 } },
      'SURVEY_NUMBERS',
      'Scores are kept only with the number of answers.',
    ],
    [
      'Count the answers, or leave the number out when it is only known that it was done.',
      { type: 'RecordSurvey', side: 'a', round: 'pre', instrument: 'class-survey', n: 201 },
      'SURVEY_NUMBERS',
      'The number of answers has to be a whole number from 1 to 200.',
    ],
    [
      'Work out the mean of the whole class, with two decimals at most.',
      { type: 'RecordSurvey', side: 'a', round: 'pre', instrument: 'class-survey', n: 20, scores: { O1: 6 } },
      'SURVEY_NUMBERS',
      'A score is the mean of a class, from 1 to 5, such as 3.4.',
    ],
    [
      'Change the day of the consent, or wait until somebody has agreed.',
      {
        type: 'RecordTestimonial',
        role: 'teacher',
        consent: { id: 'c1', on: '2026-11-24' },
        sameWords: false,
      },
      'DATE_IN_FUTURE',
      '24 November is in the future; nobody has agreed yet.',
    ],
    [
      'Ask again, and record who agreed and when.',
      {
        type: 'RecordTestimonial',
        role: 'teacher',
        consent: { id: 'c1', on: '2026-11-01', until: '2026-11-22' },
        sameWords: false,
      },
      'CONSENT_MISSING',
      'This consent ended on 22 November.',
    ],
  ])('“%s”', (nextStep, command, code, sentence) => {
    using().when(command, day).thenRefused(code, sentence, { nextStep });
  });

  it('to write down the words that are quoted', () => {
    using()
      .when({ type: 'RecordTestimonial', role: 'teacher', consent, sameWords: false }, on('2026-11-16'))
      .thenRefused('WORDS_MISSING', 'A testimonial needs the words that were said.', {
        nextStep: "Write them down, without children's names.",
      });
  });

  it('nothing of one parent, the worst and the best rating, and a class of 200', () => {
    const parent: CommandOf<'RecordParents'> = {
      type: 'RecordParents',
      side: 'a',
      kind: 'came-along',
      count: 1,
    };
    const one = using()
      .when(parent, on('2026-11-16'))
      .thenRecorded(['ParentsInvolved', { count: 1 }]);
    one
      .when({ ...parent, count: 2 }, on('2026-11-16'))
      .thenRefused('RECORDED_DIFFERENTLY', 'On 16 November one parent is recorded for side a.');
    one
      .when({ ...parent, kind: 'helped' }, on('2026-11-16'))
      .thenRecorded(['ParentsInvolved', { kind: 'helped' }]);
    using()
      .when(
        { type: 'RecordSurvey', side: 'a', round: 'pre', instrument: 'class-survey', n: 200, scores: {} },
        day,
      )
      .thenRecorded(['SurveyResultRecorded', { n: 200 }]);
    for (const rating of [1, 5]) {
      using()
        .when({ type: 'RecordReflection', side: 'a', meeting: 1, rating, sameWords: false }, day)
        .thenRecorded(['ReflectionRecorded', { rating }]);
    }
  });
});

describe('a catch-up that stands otherwise', () => {
  const catchUp = (change: { readonly minutes?: number } = {}): LinkCommand => ({
    type: 'RecordCatchUp',
    side: 'a',
    teacherId: 'teacher-a',
    kind: 'initial-full',
    minutes: 120,
    ...change,
  });
  const day = on('2026-11-02');

  it('is corrected, not written again', () => {
    const nextStep = 'Correct or void that entry.';
    const once = given(agreed)
      .when(catchUp(), day)
      .thenRecorded(['CatchUpCompleted', { minutes: 120 }]);
    once.when(catchUp(), day).thenNothing();
    once
      .when(catchUp({ minutes: 90 }), day)
      .thenRefused(
        'TRAINING_RECORDED_DIFFERENTLY',
        "This teacher's catch-up on 2 November is recorded with 120 minutes.",
        { nextStep },
      );
    given(agreed, attended('a', '2026-11-02'))
      .when(catchUp({ minutes: 300 }), day)
      .thenRefused(
        'TRAINING_RECORDED_DIFFERENTLY',
        'This teacher is recorded as having attended on 2 November.',
        { nextStep },
      );
  });

  it('is another one on another day, of another kind, teacher or side', () => {
    given(agreed, attended('a', '2026-11-02'))
      .when(catchUp(), on('2026-11-03'))
      .thenRecorded(['CatchUpCompleted']);
    given(agreed, attended('a', '2026-11-02', 'planning-half'))
      .when(catchUp(), day)
      .thenRecorded(['CatchUpCompleted']);
    given(agreed, attended('b', '2026-11-02', 'initial-full', 'teacher-a'))
      .when(catchUp(), day)
      .thenRecorded(['CatchUpCompleted']);
    given(agreed, attended('a', '2026-11-02', 'initial-full', 'former'))
      .when(catchUp(), day)
      .thenRecorded(['CatchUpCompleted']);
  });
});

it('a link in which nothing is missing is completed, not closed', () => {
  const goodbye = [sent('a', '2027-07-02', 'goodbye'), sent('b', '2027-07-02', 'goodbye')];
  const whole = [
    ...met,
    sent('a'),
    sent('b'),
    heldMeeting(2, '2027-03-01'),
    heldMeeting(3, '2027-05-01'),
    ...goodbye,
  ];
  const skipped = (['celebration', 'planning'] as const).map((step) =>
    happened('2027-07-02', 'StepSkipped', { step, reasonCode: 'no-time' }),
  );
  given(
    whole,
    attended('a', '2027-01-20', 'planning-half'),
    attended('b', '2027-01-20', 'planning-half'),
    skipped,
  )
    .when({ type: 'CloseIncomplete' }, on('2027-07-31'))
    .thenRefused('NOTHING_MISSING', 'Nothing is missing in this link, so it is complete.', {
      nextStep: 'Complete it.',
    });
});
