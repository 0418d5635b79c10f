import {
  agreed,
  brokered,
  happened,
  heldMeeting,
  met,
  plannedMeeting,
  proposed,
  proposedInSchool,
  sent,
  trained,
} from '@linking/domain/link/spec-support/example-link.js';
import { given, type Facts } from '@linking/domain/link/spec-support/given-when-then.js';
import type { DiarySession } from '@linking/projections/training-diary/training-diary.js';
import { singleFields } from '../pages/forms/field-ids.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { nextView, sendToo } from './next-view.js';
import { recordedView } from './recorded-view.js';
import { teacherForm } from './teacher-forms.js';
import type { Taught } from './teacher-words.js';
import { teacherYearView } from './teacher-year-view.js';
import { yearSteps } from './year-steps.js';

const schools: Readonly<Record<string, string>> = { '900001': 'Ash Primary', '900002': 'Elm Academy' };
const notes: Readonly<Record<string, string>> = { 'name-a': '4 Oak', 'name-b': '4 Fir' };
const names: LinkNames = {
  school: (urn) => schools[urn] ?? urn,
  schoolRecord: () => undefined,
  className: () => 'a class',
  person: (id) => ({ name: `Name of ${id}`, email: `${id}@school.example`, phone: null }),
  personName: (id) => `Name of ${id}`,
  venue: () => 'Cartwright Hall',
  note: (id) => notes[id ?? ''],
  consent: () => undefined,
  actor: (actor) => `Name of ${actor}`,
};

const taught = (today: string, ...facts: Facts): Taught => ({
  link: given(...facts).link,
  side: 'a',
  names,
  today,
  personId: 'teacher-a',
});
const next = (today: string, ...facts: Facts) => nextView(taught(today, ...facts), '/t');
const steps = (today: string, ...facts: Facts) =>
  yearSteps(taught(today, ...facts), [], '/t').map(({ name, state, when }) => `${name}: ${state}, ${when}`);
const session: DiarySession = {
  sessionId: 's',
  programme: 'bradford',
  kind: 'initial-full',
  on: '2026-10-01',
  startsAt: '09:15',
  endsAt: '15:30',
  capacity: 20,
  revision: 1,
  places: [{ teacherId: 'teacher-a', linkRef: 'BRD-2026-014', side: 'a', status: 'waiting' }],
};

describe('the next thing a teacher reads', () => {
  it('is what she waits for, by name, before the link begins', () => {
    expect(next('2026-06-20', proposed).sentence).toContain('still talking with both headteachers');
    expect(next('2026-06-20', brokered).sentence).toBe(
      'The agreement waits for Ash Primary, your school and Elm Academy.',
    );
    expect(next('2026-09-20', agreed).sentence).toMatch(
      /^Your initial training \(full day\) comes first, by /,
    );
  });

  it('is one button where there is no doubt what was sent', () => {
    const { sentence, buttons } = next('2026-11-13', met);
    expect(sentence).toMatch(/^Send your curiosity questions to Elm Academy, by .* 2027\.$/);
    expect(buttons.map(({ label, hidden }) => [label, hidden])).toEqual([
      ['Yes, we sent it', { kind: 'curiosity-questions', tap: 'yes' }],
    ]);
  });

  it('stands beside work that is due while a meeting comes first', () => {
    const facts = [trained, plannedMeeting(1, '2026-11-26')];
    expect(next('2026-11-26', ...facts).sentence).toBe(
      'How did it go? Tell us of the first meeting on Thursday 26 November 2026.',
    );
    expect(sendToo(taught('2026-11-26', ...facts), '/t')?.buttons).toHaveLength(3);
    expect(sendToo(taught('2026-11-26', ...facts, sent('a')), '/t')).toBeUndefined();
    expect(sendToo(taught('2026-10-02', trained), '/t')).toBeUndefined();
  });

  it('says who goes where', () => {
    const visit = happened('2027-01-10', 'MeetingPlanned', {
      number: 2,
      mode: 'in-person',
      on: '2027-03-22',
      startsAt: '10:00',
      endsAt: '14:00',
      hostSide: 'a',
      pupilsExpected: 58,
      activities: [],
    });
    const asked = [met, sent('a', '2027-01-10', 'curiosity-questions'), visit];
    expect(next('2027-01-11', ...asked).sentence).toBe(
      'The visit of Elm Academy is on Monday 22 March 2027.',
    );
  });

  it('is nothing more when the link has ended', () => {
    const withdrawn = happened('2026-11-02', 'LinkWithdrawn', {
      side: 'b',
      reasonCode: 'staffing',
      stageReached: 'trained',
    });
    expect(next('2026-11-03', trained, withdrawn).sentence).toBe(
      'This link has ended: withdrawn. There is nothing left to do.',
    );
  });
});

describe('the year as a list', () => {
  it('tells what is done, what is next and by when the year asks for the rest', () => {
    expect(steps('2026-11-13', met, sent('a'))).toEqual([
      'Initial training: done, 1 October 2026',
      'First exchange: done, 20 October 2026',
      'First meeting: done, 12 November 2026',
      expect.stringMatching(/^Curiosity questions: next, by .* February 2027$/),
      'Planning half-day: ahead, January or February',
      expect.stringMatching(/^First visit: ahead, No date yet: by .* June 2027$/),
      expect.stringMatching(/^Second visit: ahead, No date yet: by .* June 2027$/),
      expect.stringMatching(/^Goodbye: ahead, by .* July 2027$/),
    ]);
  });

  it('asks nothing of a paused link', () => {
    const paused = happened('2026-11-20', 'LinkPaused', { reasonCode: 'staffing' });
    const list = yearSteps(taught('2026-11-21', met, paused), [], '/t');
    expect(list.filter(({ state, actions }) => state === 'next' || actions.length > 0)).toEqual([]);
  });

  it('leaves out what was skipped', () => {
    const skipped = happened('2027-01-10', 'StepSkipped', { step: 'visit-3', reasonCode: 'no-time' });
    expect(steps('2027-01-11', met, skipped)).toContain('Second visit: skipped, left out this year');
  });
});

describe('what is recorded', () => {
  it('shows the newest first, and other people’s notes to nobody', () => {
    const noted = happened('2026-11-14', 'WorkExchanged', {
      fromSide: 'b',
      kind: 'work',
      mode: 'post',
      keyQuestions: [],
      subjects: [],
      policyTags: [],
      noteId: 'name-b',
    });
    const entries = recordedView(taught('2026-11-20', met, noted));
    expect(entries.map(({ headline }) => headline)).toEqual([
      'Elm Academy sent work to Ash Primary',
      expect.stringContaining('irst meeting'),
    ]);
    expect(JSON.stringify(entries)).not.toContain('4 Fir');
    expect(entries[0]?.who).toBe('recorded by Name of user:1');
  });
});

describe('the whole page', () => {
  const view = (one: Taught) =>
    teacherYearView({
      year: '2026–27',
      name: 'Saira Malik',
      personId: 'teacher-a',
      address: '/teacher/x',
      expiresAt: '2027-10-31T23:59:59.999Z',
      taught: [one],
      before: [],
      sessions: [session],
      venues: new Map(),
      programmes: [
        { slug: 'bradford', name: 'Bradford', contact: { name: 'Amina', email: 'bradford@linking.example' } },
      ],
    });
  const linkOf = (one: Taught) => {
    const drawn = view(one);
    return drawn.state === 'open' ? drawn.links[0] : undefined;
  };

  it('names the partner school when both heads said yes, and its teacher when both signed', () => {
    expect(linkOf(taught('2026-06-20', proposed))).toMatchObject({ heading: 'Your class at Ash Primary' });
    expect(JSON.stringify(linkOf(taught('2026-06-20', proposed)))).not.toContain('Elm');
    expect(linkOf(taught('2026-06-20', brokered))).toMatchObject({
      heading: 'With Elm Academy',
      partnerTeachers: [],
    });
    expect(linkOf(taught('2026-09-20', agreed))?.partnerTeachers).toEqual([
      { name: 'Name of teacher-b', email: 'teacher-b@school.example' },
    ]);
  });

  it('names the other class inside one school', () => {
    const inSchool = [
      proposedInSchool,
      happened('2026-06-10', 'ProposalAccepted', { side: 'a', means: 'conversation' }),
      happened('2026-06-10', 'ProposalAccepted', { side: 'b', means: 'conversation' }),
    ];
    expect(linkOf(taught('2026-06-20', ...inSchool))).toMatchObject({ heading: 'With 4 Fir' });
  });

  it('says whether she has a place', () => {
    const drawn = view(taught('2026-09-20', agreed));
    expect(drawn).toMatchObject({ sessions: [{ tag: { text: 'You are on the waiting list' } }] });
  });
});

describe('the forms', () => {
  const form = (step: string, ...facts: Facts) => teacherForm(step, taught('2026-11-26', ...facts));

  it('are there for what can be recorded, and for nothing else', () => {
    const planned = [trained, plannedMeeting(1, '2026-11-26')];
    const namesOf = (drawn: ReturnType<typeof form>) =>
      singleFields(drawn?.fields ?? []).map(({ name }) => name);
    expect(namesOf(form('met-1', ...planned))).not.toContain('place');
    expect(namesOf(form('met-1', trained))).toContain('place');
    expect(form('ready-1', ...planned)).toBeDefined();
    expect(form('ready-2', ...planned)).toBeUndefined();
    expect(form('met-5', ...planned)).toBeUndefined();
    expect(form('withdraw', ...planned)).toBeUndefined();
    expect(form('met-1', trained, heldMeeting(1, '2026-11-12'))?.isRecorded).toBe(true);
  });
});
