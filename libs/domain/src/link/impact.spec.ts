import type { CommandOf, RecordTestimonial } from './commands.js';
import { givenUsing, given, on, type Facts } from './spec-support/given-when-then.js';
import { agreed, happened, met } from './spec-support/example-link.js';

const day = on('2026-11-16');

describe('parents who take part', () => {
  const parents: CommandOf<'RecordParents'> = {
    type: 'RecordParents',
    side: 'a',
    kind: 'came-along',
    count: 6,
  };
  const came = happened('2026-11-16', 'ParentsInvolved', { side: 'a', kind: 'came-along', count: 6 });

  it('are counted, whatever parts the programme uses', () => {
    const { link } = given(agreed)
      .when(parents, on('2026-11-16', { noteId: 'n1' }))
      .thenRecorded([
        'ParentsInvolved',
        { side: 'a', kind: 'came-along', count: 6, noteId: 'n1' },
        '2026-11-16',
      ]);
    expect(link.impact.parents).toEqual([{ side: 'a', kind: 'came-along', count: 6, on: '2026-11-16' }]);
  });

  it('are counted once a day; another number is a correction, another day another entry', () => {
    given(agreed, came).when(parents, day).thenNothing();
    given(agreed, came)
      .when({ ...parents, count: 8 }, day)
      .thenRefused('RECORDED_DIFFERENTLY', 'On 16 November 6 parents are recorded for side a.', {
        nextStep: 'Correct or void that entry.',
      });
    given(agreed, came)
      .when({ ...parents, count: 8 }, on('2026-11-17'))
      .thenRecorded(['ParentsInvolved']);
    given(agreed, came)
      .when({ ...parents, side: 'b' }, day)
      .thenRecorded(['ParentsInvolved']);
  });

  it('are at least one and at most 500, also when the entry is corrected', () => {
    for (const count of [0, 501, 1.5]) {
      given(agreed)
        .when({ ...parents, count }, day)
        .thenRefused('PARENT_NUMBERS');
    }
    const correct = {
      type: 'CorrectEntry',
      eventId: `e${agreed.length + 1}`,
      field: '/count',
      was: 6,
    } as const;
    given(agreed, came)
      .when({ ...correct, now: 0, reasonCode: 'typing-error' })
      .thenRefused('PARENT_NUMBERS');
    const { link } = given(agreed, came)
      .when({ ...correct, now: 60, reasonCode: 'typing-error' })
      .after();
    expect(link.impact.parents).toMatchObject([{ count: 60 }]);
  });

  it('may be recorded of a closed link until October', () => {
    const closed = happened('2026-11-20', 'LinkWithdrawn', {
      side: 'both',
      reasonCode: 'school-merger',
      stageReached: 'signed',
    });
    given(agreed, closed).when(parents, day).thenRecorded(['ParentsInvolved']);
  });
});

describe('a reflection', () => {
  const using = (...facts: Facts) => givenUsing(['reflection'], ...facts);
  const reflection: CommandOf<'RecordReflection'> = {
    type: 'RecordReflection',
    side: 'a',
    meeting: 1,
    rating: 4,
    sameWords: false,
  };
  const reflected = (more: object = {}) =>
    happened('2026-11-16', 'ReflectionRecorded', { side: 'a', meeting: 1, rating: 4, noteId: 'n0', ...more });

  it('looks back on a meeting with a rating and words that are kept apart', () => {
    const { link } = using(met)
      .when(reflection, on('2026-11-16', { noteId: 'n1' }))
      .thenRecorded(['ReflectionRecorded', { side: 'a', meeting: 1, rating: 4, noteId: 'n1' }, '2026-11-16']);
    expect(link.impact.reflections).toEqual([
      { side: 'a', meeting: 1, rating: 4, noteId: 'n1', on: '2026-11-16' },
    ]);
  });

  it('is not taken where the programme does not use reflections; one that stands can still be mended', () => {
    given(met).when(reflection, day).thenRefused('SWITCHED_OFF', 'This programme does not use reflections.');
    const eventId = `e${met.length + 1}`;
    given(met, reflected())
      .when({ type: 'CorrectEntry', eventId, field: '/rating', was: 4, now: 5, reasonCode: 'typing-error' })
      .thenRecorded(['EntryCorrected']);
    given(met, reflected())
      .when({ type: 'CorrectEntry', eventId, field: '/rating', was: 4, now: 6, reasonCode: 'typing-error' })
      .thenRefused('RATING_NOT_VALID');
  });

  it('of the same meeting and class is one: asked twice nothing, otherwise a correction', () => {
    for (const same of [day, on('2026-11-23')]) {
      using(met, reflected())
        .when({ ...reflection, sameWords: true }, same)
        .thenNothing();
    }
    using(met, reflected())
      .when({ ...reflection, sameWords: true }, on('2026-11-17'))
      .thenRefused('RECORDED_DIFFERENTLY');
    const sentence = 'The reflection of side a of 16 November is recorded with 4 of 5.';
    using(met, reflected()).when(reflection, day).thenRefused('RECORDED_DIFFERENTLY', sentence);
    using(met, reflected())
      .when({ ...reflection, rating: 2, sameWords: true }, day)
      .thenRefused('RECORDED_DIFFERENTLY', sentence);
    using(met, reflected())
      .when({ ...reflection, side: 'b' }, day)
      .thenRecorded(['ReflectionRecorded']);
  });

  it('on the link as a whole may be written on any day', () => {
    const { meeting: _, ...whole } = reflection;
    const before = happened('2026-11-16', 'ReflectionRecorded', { side: 'a', rating: 4 });
    using(met, before)
      .when({ ...whole, sameWords: true }, day)
      .thenNothing();
    using(met, before).when(whole, day).thenRefused('RECORDED_DIFFERENTLY');
    using(met, before)
      .when(whole, on('2026-11-18'))
      .thenRecorded(['ReflectionRecorded', { rating: 4 }]);
    using(met, before)
      .when(reflection, day)
      .thenRecorded(['ReflectionRecorded', { meeting: 1 }]);
  });

  it('is rated from 1 to 5; a meeting that is not recorded as held brings a warning', () => {
    for (const rating of [0, 6, 2.5]) {
      using(met)
        .when({ ...reflection, rating }, day)
        .thenRefused('RATING_NOT_VALID');
    }
    using(met).when(reflection, day).thenWarned();
    const { meeting: _, ...whole } = reflection;
    using(met).when(whole, day).thenWarned();
    using(met)
      .when({ ...reflection, meeting: 2 }, day)
      .thenWarned({ code: 'MEETING_NOT_HELD', sentence: 'This meeting is not recorded as held.' });
  });
});

describe('a testimonial', () => {
  const using = (...facts: Facts) => givenUsing(['testimonials'], ...facts);
  const said = on('2026-11-16', { noteId: 'words' });
  const testimonial: RecordTestimonial = {
    type: 'RecordTestimonial',
    role: 'teacher',
    side: 'b',
    consent: { id: 'consent', on: '2026-11-16' },
    sameWords: false,
  };

  it('holds the key of its words and of the consent, and no name', () => {
    const { link } = using(met)
      .when(testimonial, said)
      .thenRecorded([
        'TestimonialRecorded',
        { role: 'teacher', side: 'b', consentId: 'consent', noteId: 'words' },
        '2026-11-16',
      ]);
    expect(link.impact.testimonials).toEqual([
      { role: 'teacher', side: 'b', consentId: 'consent', noteId: 'words', on: '2026-11-16' },
    ]);
  });

  it('is taken while its consent lasts, on its last day too', () => {
    for (const until of ['2026-11-23', '2027-07-31']) {
      using(met)
        .when({ ...testimonial, consent: { id: 'c', on: '2026-01-01', until } }, said)
        .thenRecorded(['TestimonialRecorded', { consentId: 'c' }]);
    }
  });

  it('is not taken without consent, before the consent, or after it has ended', () => {
    const { consent: _, ...unasked } = testimonial;
    using(met)
      .when(unasked, said)
      .thenRefused('CONSENT_MISSING', 'Nobody has agreed yet that these words may be used.', {
        nextStep: 'Ask who said them, and record who agreed and when.',
      });
    using(met)
      .when({ ...testimonial, consent: { id: 'c', on: '2026-12-01' } }, said)
      .thenRefused('DATE_IN_FUTURE', '1 December is in the future; nobody has agreed yet.');
    using(met)
      .when({ ...testimonial, consent: { id: 'c', on: '2026-01-01', until: '2026-11-01' } }, said)
      .thenRefused('CONSENT_MISSING', 'This consent ended on 1 November.');
  });

  it('needs words, and a programme that collects them', () => {
    using(met).when(testimonial, day).thenRefused('WORDS_MISSING');
    given(met)
      .when(testimonial, said)
      .thenRefused('SWITCHED_OFF', 'This programme does not use testimonials.');
  });

  it('is taken once; other words are another one', () => {
    using(met)
      .when({ ...testimonial, sameWords: true }, said)
      .thenNothing();
    const { history } = using(met).when(testimonial, said).after();
    using(history).when(testimonial, said).thenRecorded(['TestimonialRecorded']);
  });
});
