import type { TrainingEvent } from '@linking/events/training/training-events.js';
import type { ProgrammeYear } from '../programme/programme-year.js';
import type { Link } from '../link/link.js';
import {
  accepted,
  agreed,
  attended,
  brokered,
  happened,
  met,
  plannedMeeting,
  proposed,
  sent,
} from '../link/spec-support/example-link.js';
import { given, givenUsing, type Facts } from '../link/spec-support/given-when-then.js';
import type { MailFacts, MailRule } from './mail-facts.js';
import { mayBeHeld, withHolds } from './mail-holds.js';
import { planMails } from './plan-mails.js';
import { planTrainingMails } from './training-mails.js';
import { mailId, type WantedMail } from './wanted-mail.js';

const of = (rule: MailRule, link: Link) => planMails(link).filter(({ content }) => content.rule === rule);
const linkOf = (...facts: Facts) => given(...facts).link;
/** What the mail of a rule says to somebody; without its subject and its day. */
const said = (rule: MailRule, personId: string, link: Link): MailFacts | undefined =>
  of(rule, link).find((mail) => mail.personId === personId)?.content;

const paused = happened('2026-11-20', 'LinkPaused', { reasonCode: 'building-work' });
const survey = (side: 'a' | 'b', round: 'pre' | 'post') =>
  happened('2027-07-01', 'SurveyResultRecorded', { side, round, instrument: 'paper' } as never);
/** The head of side a teaches its class. */
const teachingHead = (facts: typeof agreed) =>
  facts.map((fact) =>
    fact.type === 'InterestRecorded' && fact.data.side === 'a'
      ? { ...fact, data: { ...fact.data, teachers: [{ teacherId: 'head-a', linkedBefore: true }] } }
      : fact,
  );

describe('a headteacher who teaches the class', () => {
  const people = (mails: readonly WantedMail[]) =>
    mails.map(({ personId, content, step }) => [personId, 'audience' in content && content.audience, step]);

  it('is thanked once, as its teacher', () => {
    expect(people(of('N24', linkOf(teachingHead(agreed))))).toEqual([
      ['head-a', 'teacher', 'end-of-year-a'],
      ['teacher-b', 'teacher', 'end-of-year-b'],
      ['head-b', 'head', 'end-of-year-b'],
    ]);
  });

  it('is told once that her link rests', () => {
    expect(people(of('N26', linkOf(teachingHead(agreed), paused)))).toEqual([
      ['head-a', 'teacher', 'paused-a-v12'],
      ['teacher-b', 'teacher', 'paused-b-v12'],
      ['head-b', 'head', 'paused-b-v12'],
    ]);
  });
});

describe('what a mail leaves out', () => {
  it('is the end of a pause that nobody said', () => {
    expect(said('N26', 'head-a', linkOf(agreed, paused))).not.toHaveProperty('until');
  });

  it('is the last survey of a class that has answered it, and of no other', () => {
    const asked = (...facts: Facts) =>
      (['teacher-a', 'teacher-b'] as const).map((who) => {
        const content = said('N24', who, givenUsing(['surveys'], met, ...facts).link);
        return content?.rule === 'N24' && content.survey;
      });
    expect(asked()).toEqual([true, true]);
    expect(asked(survey('a', 'post'))).toEqual([false, true]);
    expect(asked(survey('b', 'pre'))).toEqual([true, true]);
  });

  it('is the goodbye that was skipped', () => {
    const skipped = happened('2027-07-01', 'StepSkipped', { step: 'goodbye', reasonCode: 'no-time' });
    expect(said('N24', 'teacher-a', linkOf(met, skipped))).toMatchObject({ goodbye: 'not-asked' });
  });

  it('is the name of a class that has none, and how many children come when nobody said', () => {
    const unnamed = agreed.map((fact) => {
      if (fact.type !== 'InterestRecorded') return fact;
      const { classNameId: _, ...data } = fact.data;
      return { ...fact, data };
    });
    const { pupilsExpected: _, ...data } = plannedMeeting(1, '2026-12-03').data as Record<string, unknown>;
    const planned = happened('2026-11-02', 'MeetingPlanned', data as never);
    const content = said('N15', 'teacher-a', linkOf(unnamed, planned));
    expect(content).toMatchObject({ rule: 'N15', change: 'planned' });
    for (const left of ['ownClassNameId', 'partnerClassNameId', 'pupilsExpected', 'wasOn', 'linkEnded']) {
      expect(content).not.toHaveProperty(left);
    }
  });

  it('is that a link ended, when only its meeting is called off', () => {
    const cancelled = happened('2026-11-20', 'MeetingCancelled', { number: 1, reasonCode: 'weather' });
    const content = said('N15', 'teacher-a', linkOf(agreed, plannedMeeting(1, '2026-12-03'), cancelled));
    expect(content).toMatchObject({ change: 'cancelled' });
    expect(content).not.toHaveProperty('linkEnded');
  });

  it('is the distance between schools of which it is not known', () => {
    const near = proposed.map((fact) =>
      fact.type === 'LinkProposed'
        ? { ...fact, data: { ...fact.data, differenceProfile: { a: {}, b: {} } } }
        : fact,
    );
    const mailed = happened('2026-06-02', 'ProposalSent', {});
    const asked = (facts: typeof proposed) =>
      said('N04', 'head-a', givenUsing(['e-mailed-proposals'], facts, mailed).link);
    expect(asked(proposed)).toMatchObject({ distanceKm: 5 });
    expect(asked(near)).not.toHaveProperty('distanceKm');
  });
});

describe('a survey before the work begins', () => {
  const elsewhere = attended('a', '2026-10-01');
  const asks = (...facts: Facts) => {
    const content = said('N13', 'teacher-a', givenUsing(['surveys'], agreed, elsewhere, ...facts).link);
    return content?.rule === 'N13' && content.survey;
  };

  it('is asked for after training, until the class has answered that one', () => {
    expect(asks()).toBe(true);
    expect(asks(survey('a', 'post'))).toBe(true);
    expect(asks(survey('a', 'pre'))).toBe(false);
  });

  it('is not asked for of work that was sent', () => {
    expect(said('N13', 'teacher-a', linkOf(agreed, elsewhere, sent('a')))).toBeUndefined();
  });
});

describe('rules that a programme has turned off', () => {
  const off = { on: false, days: [7] };
  const programmeYear: ProgrammeYear = {
    switches: [],
    daysToAvoid: [],
    mailRules: { N17: off, N18: { on: false, days: [1, 7] }, N21: off },
  };
  const visit = happened('2027-01-11', 'MeetingPlanned', {
    number: 2,
    mode: 'in-person',
    on: '2027-03-04',
    startsAt: '10:00',
    endsAt: '14:00',
    hostSide: 'b',
    activities: [],
  } as never);

  it('send nothing to teachers and venues; what is planned is told all the same', () => {
    const link = { ...linkOf(agreed, plannedMeeting(1, '2026-12-03'), visit), programmeYear };
    const rules = (of: Link) =>
      planMails(of)
        .filter(({ step }) => step.startsWith('meeting-'))
        .map(({ content, personId }) => `${content.rule} ${personId}`);
    expect(rules(link)).toEqual([
      'N15 teacher-a',
      'N15 teacher-b',
      'N15 cartwright-hall',
      'N20 teacher-a',
      'N20 teacher-b',
    ]);
  });
});

describe('what nobody holds back', () => {
  const content = (...facts: Facts) => planMails(linkOf(...facts)).map((mail) => mail.content);

  it('is that a link rests, and what leaves somebody’s calendar', () => {
    expect(
      content(agreed, paused)
        .filter(({ rule }) => rule === 'N26')
        .map(mayBeHeld),
    ).toEqual(Array(4).fill(false));
    const replaced = happened('2026-11-10', 'TeacherReplaced', {
      side: 'a',
      from: 'teacher-a',
      to: 'teacher-c',
      linkedBefore: false,
      reasonCode: 'left-school',
    });
    const toldOf = (...facts: Facts) =>
      content(...facts).flatMap((facts) =>
        facts.rule === 'N25' && facts.audience === 'former' ? [mayBeHeld(facts)] : [],
      );
    expect(toldOf(agreed, plannedMeeting(1, '2026-12-03'), replaced)).toEqual([false]);
    expect(toldOf(agreed, replaced)).toEqual([true]);
  });

  it('waits for no day because another mail is held', () => {
    const mails = planMails(linkOf(agreed));
    const held = withHolds(mails, [
      { holdId: 'h', mails: [mailId(mails[0]!)], reasonCode: 'school-asked', released: false },
    ]);
    expect(held.filter((mail) => 'heldUntil' in mail)).toHaveLength(1);
  });
});

describe('what a mail says', () => {
  it('of a class without a teacher is the schools alone: its name may come any day', () => {
    const toFollow = brokered.map((fact) =>
      fact.type === 'InterestRecorded' && fact.data.side === 'a'
        ? { ...fact, data: { ...fact.data, placeholder: true, teachers: [] } }
        : fact,
    );
    const content = said('N31', 'head-a', linkOf(toFollow));
    expect(content).toMatchObject({ linkRef: 'BRD-2026-014', ownUrn: '900001', partnerUrn: '900002' });
    expect(content).not.toHaveProperty('ownClassNameId');
    expect(content).not.toHaveProperty('partnerClassNameId');
  });

  it('of a no is whether the other school had said yes, and her words when she wrote some', () => {
    const no = (noteId?: string) =>
      happened('2026-06-04', 'ProposalDeclined', {
        side: 'b',
        reasonCode: 'staffing',
        wantsOtherPartner: true,
        ...(noteId === undefined ? {} : { noteId }),
      });
    const declined = (...facts: Facts) => {
      const { link } = given(
        proposed,
        ...facts,
        happened('2026-06-04', 'LinkNotFormed', { reasonCode: 'declined' }),
      );
      const byHer = link.entries.map((entry) => ({
        ...entry,
        event: { ...entry.event, actor: 'person:head-b' },
      }));
      return of('N06', { ...link, entries: byHer })[0]?.content;
    };
    expect(declined(no())).toMatchObject({ partnerSaidYes: false });
    expect(declined(no())).not.toHaveProperty('noteId');
    expect(declined(accepted('a', '2026-06-03'), no('n1'))).toMatchObject({
      partnerSaidYes: true,
      noteId: 'n1',
    });
  });

  it('of a second asking is another mail than the first', () => {
    const mailed = happened('2026-06-02', 'ProposalSent', {});
    const asked = of('N05', givenUsing(['e-mailed-proposals'], proposed, mailed).link);
    expect(asked.map(({ step }) => step)).toEqual([
      'proposal-a-asking-1',
      'proposal-a-asking-2',
      'proposal-b-asking-1',
      'proposal-b-asking-2',
    ]);
  });
});

describe('the register of a session', () => {
  const link = linkOf(agreed);
  const facts = (
    [
      {
        type: 'SessionPlanned',
        data: {
          sessionId: 's1',
          programme: 'bradford',
          kind: 'initial-full',
          on: '2026-10-01',
          startsAt: '09:15',
          endsAt: '15:30',
          capacity: 20,
        },
      },
      { type: 'PlaceTaken', data: { teacherId: 'teacher-a', linkRef: link.ref, side: 'a' } },
      { type: 'PlaceTaken', data: { teacherId: 'teacher-b', linkRef: link.ref, side: 'b' } },
      {
        type: 'AttendanceRecorded',
        data: { entries: [{ teacherId: 'teacher-b', attended: true, minutes: 375 }] },
      },
    ] satisfies readonly TrainingEvent[]
  ).map((fact, index) => ({ ...fact, revision: index + 1, recordedAt: '2026-09-10T12:00:00.000Z' }));
  const afterwards = (...links: readonly Link[]) =>
    planTrainingMails(facts, links).flatMap(({ content, personId }) =>
      content.rule === 'N12' || content.rule === 'N13' ? [[content.rule, personId]] : [],
    );

  it('says nothing of whoever is not in it', () => {
    expect(afterwards(link)).toEqual([['N13', 'teacher-b']]);
  });

  it('asks nobody to begin whose link rests', () => {
    expect(afterwards({ ...link, paused: { since: '2026-09-20', reasonCode: 'flood' } })).toEqual([]);
  });
});
