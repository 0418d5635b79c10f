import type { CommandOf } from './commands.js';
import { givenUsing, given, on, type Facts } from './spec-support/given-when-then.js';
import { agreed, happened, heldMeeting, met, sent } from './spec-support/example-link.js';

const day = on('2026-10-08');
const using = (...facts: Facts) => givenUsing(['surveys'], ...facts);
const survey: CommandOf<'RecordSurvey'> = {
  type: 'RecordSurvey',
  side: 'a',
  round: 'pre',
  instrument: 'class-survey',
  n: 27,
  scores: { O1: 3.4, O5: 2.75 },
};
const { type: _, ...result } = survey;
const recorded = (change: object = {}) =>
  happened('2026-10-08', 'SurveyResultRecorded', { ...result, ...change });

describe('the survey of a class', () => {
  it('is one result of the class, as means', () => {
    const { link } = using(agreed)
      .when(survey, day)
      .thenRecorded(['SurveyResultRecorded', result, '2026-10-08']);
    expect(link.impact.surveys).toEqual([{ ...result, on: '2026-10-08' }]);
  });

  it('keeps every outcome, before and after the year', () => {
    const before = { O1: 3, O2: 2.5, O3: 3.1, O4: 2.8, O5: 3.3 };
    const after = { O1: 3.9, O2: 3.4, O3: 4, O4: 3.5, O5: 4.1 };
    const { history } = using(agreed)
      .when({ ...survey, scores: before }, day)
      .after();
    const { link } = using(...history)
      .when({ ...survey, round: 'post', scores: after }, on('2027-07-02'))
      .thenRecorded(['SurveyResultRecorded', { round: 'post', scores: after }]);
    expect(link.impact.surveys.map(({ round, scores }) => [round, scores])).toEqual([
      ['pre', before],
      ['post', after],
    ]);
  });

  it('of fewer than five answers is only known to be done: neither number nor scores are written', () => {
    for (const n of [1, 4]) {
      const { history } = using(agreed)
        .when({ ...survey, n }, day)
        .thenRecorded(['SurveyResultRecorded', { side: 'a', round: 'pre', instrument: 'class-survey' }]);
      expect(history.at(-1)?.data).toEqual({ side: 'a', round: 'pre', instrument: 'class-survey' });
    }
    const { n: _, scores: __, ...done } = survey;
    for (const enough of [{ ...survey, n: 5 }, done]) using(agreed).when(enough, day).thenWarned();
    using(agreed)
      .when({ ...survey, n: 4 }, day)
      .thenWarned({
        code: 'TOO_FEW_ANSWERS',
        sentence: 'Fewer than five answered: it is kept that the survey was done, and no numbers.',
      });
    using(agreed)
      .when({ ...survey, n: 5 }, day)
      .thenRecorded(['SurveyResultRecorded', { n: 5 }]);
  });

  it('may be known to be done and nothing more', () => {
    const { n: __, scores: ___, ...done } = survey;
    const { history } = using(agreed).when(done, day).thenRecorded(['SurveyResultRecorded']);
    using(history).when(done, day).thenNothing();
    using(history)
      .when({ ...survey, n: 3 }, day)
      .thenNothing();
    using(history)
      .when(survey, day)
      .thenRefused('RECORDED_DIFFERENTLY', 'This survey of side a is recorded as done on 8 October.');
  });

  it('is taken once a round and instrument; other numbers are a correction', () => {
    using(agreed, recorded()).when(survey, day).thenNothing();
    using(agreed, recorded())
      .when({ ...survey, n: 28 }, day)
      .thenRefused('RECORDED_DIFFERENTLY', 'This survey of side a is recorded with 27 answers on 8 October.');
    using(agreed, recorded()).when(survey, on('2026-10-09')).thenRefused('RECORDED_DIFFERENTLY');
    using(agreed, recorded())
      .when({ ...survey, round: 'post' }, day)
      .thenRecorded(['SurveyResultRecorded']);
    using(agreed, recorded())
      .when({ ...survey, side: 'b' }, day)
      .thenRecorded(['SurveyResultRecorded']);
    using(agreed, recorded())
      .when({ ...survey, instrument: 'show-of-hands' }, day)
      .thenRecorded(['SurveyResultRecorded', { instrument: 'show-of-hands' }]);
  });

  it('has numbers that can be', () => {
    const sentence = 'The number of answers has to be a whole number from 1 to 200.';
    for (const n of [0, 201, 7.5]) {
      using(agreed)
        .when({ ...survey, n }, day)
        .thenRefused('SURVEY_NUMBERS', sentence);
    }
    for (const O1 of [0.9, 5.1, 3.333]) {
      using(agreed)
        .when({ ...survey, n: 3, scores: { O1 } }, day)
        .thenRefused('SURVEY_NUMBERS', 'A score is the mean of a class, from 1 to 5, such as 3.4.');
    }
    using(agreed)
      .when({ ...survey, n: 200, scores: { O1: 1, O2: 5 } }, day)
      .thenRecorded(['SurveyResultRecorded', { n: 200, scores: { O1: 1, O2: 5 } }]);
    const { n: __, ...unnumbered } = survey;
    using(agreed)
      .when(unnumbered, day)
      .thenRefused('SURVEY_NUMBERS', 'Scores are kept only with the number of answers.');
  });

  it('can be corrected within what may be kept', () => {
    const eventId = `e${agreed.length + 1}`;
    const correct = (field: string, was: unknown, now: unknown) =>
      given(agreed, recorded()).when({
        type: 'CorrectEntry',
        eventId,
        field,
        was,
        now,
        reasonCode: 'typing-error',
      });
    for (const n of [5, 26, 200]) correct('/n', 27, n).thenRecorded(['EntryCorrected']);
    correct('/scores/O1', 3.4, 4.3).thenRecorded(['EntryCorrected']);
    for (const n of [4, 201]) correct('/n', 27, n).thenRefused('ENTRY_FIELD_UNKNOWN');
    correct('/scores/O1', 3.4, 6).thenRefused('ENTRY_FIELD_UNKNOWN');
    correct('/round', 'pre', 'post').thenRefused('ENTRY_NOT_MENDABLE');
  });

  it('is not taken where the programme does not use surveys', () => {
    given(agreed).when(survey, day).thenRefused('SWITCHED_OFF', 'This programme does not use surveys.');
  });
});

describe('a link that is complete without an after-survey', () => {
  const goodbye = [
    ...met,
    heldMeeting(2, '2027-03-04'),
    sent('a', '2027-07-02', 'goodbye'),
    sent('b', '2027-07-02', 'goodbye'),
  ];
  const july = on('2027-07-10');

  it('says so of each class, where the programme uses surveys', () => {
    const warning = (side: string) => ({
      code: 'AFTER_SURVEY_MISSING' as const,
      sentence: `No after-survey of side ${side} is recorded.`,
    });
    using(goodbye).when({ type: 'Complete' }, july).thenWarned(warning('a'), warning('b'));
    using(goodbye, recorded({ round: 'post' }), recorded({ side: 'b', round: 'pre' }))
      .when({ type: 'Complete' }, july)
      .thenWarned(warning('b'));
    given(goodbye).when({ type: 'Complete' }, july).thenWarned();
  });
});
