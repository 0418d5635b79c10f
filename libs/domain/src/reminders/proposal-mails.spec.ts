import { accepted, happened, proposed, proposedInSchool } from '../link/spec-support/example-link.js';
import { givenUsing, recorded, type Facts } from '../link/spec-support/given-when-then.js';
import { foldLink } from '../link/evolve.js';
import { programmeKey } from './interest-mails.js';
import { planMails } from './plan-mails.js';

const wanted = (...facts: Facts) => planMails(givenUsing(['e-mailed-proposals'], ...facts).link);
const sentOn = (day: string) => happened(day, 'ProposalSent', {});
const sent = [proposed, sentOn('2026-06-08')] as const;
/** Rule, person and day; of immediate mails the day they hang on. */
const asked = (...facts: Facts) =>
  wanted(...facts).flatMap(({ content, personId, dueOn, kind }) =>
    content.rule === 'N04' || content.rule === 'N05' ? [[content.rule, personId, dueOn, kind]] : [],
  );
const declined = happened('2026-06-11', 'ProposalDeclined', {
  side: 'b',
  reasonCode: 'staffing',
  wantsOtherPartner: true,
  noteId: 'n1',
});
const notFormed = happened('2026-06-11', 'LinkNotFormed', { reasonCode: 'staffing' });

describe('when the proposal is sent', () => {
  it('both headteachers are asked at once, and again after five and ten school days', () => {
    expect(asked(...sent)).toEqual([
      ['N04', 'head-a', '2026-06-08', 'immediate'],
      ['N05', 'head-a', '2026-06-15', 'scheduled'],
      ['N05', 'head-a', '2026-06-22', 'scheduled'],
      ['N04', 'head-b', '2026-06-08', 'immediate'],
      ['N05', 'head-b', '2026-06-15', 'scheduled'],
      ['N05', 'head-b', '2026-06-22', 'scheduled'],
    ]);
  });

  it('each reads who the partner is, how far, and why', () => {
    expect(wanted(...sent)[0]).toMatchObject({
      subject: 'BRD-2026-014',
      step: 'proposal-a',
      content: {
        side: 'a',
        partnerUrn: '900002',
        partnerClassNameId: 'name-b',
        partnerYearGroups: [4],
        partnerPupils: 30,
        distanceKm: 5,
        reasons: ['first-languages', 'similar-age'],
      },
    });
  });

  it('nobody is asked before, where the programme sends none, or of a proposal of which only the month is known', () => {
    expect(asked(proposed)).toEqual([]);
    expect(planMails(givenUsing([], ...sent).link)).toEqual([]);
    expect(asked(proposed, sentOn('2026-06'))).toEqual([]);
  });

  it('days in the summer holidays do not count', () => {
    expect(
      asked(proposed, sentOn('2026-07-16'))
        .map(([, , day]) => day)
        .slice(0, 3),
    ).toEqual(['2026-07-16', '2026-09-02', '2026-09-09']);
  });

  it('who has answered is asked no more; the other still is, until both said yes', () => {
    expect(asked(...sent, accepted('a')).map(([, head]) => head)).toEqual(['head-b', 'head-b', 'head-b']);
    expect(asked(...sent, accepted('a'), accepted('b'))).toEqual([]);
  });

  it('a head who comes while it is open is asked, and has her own days to answer', () => {
    const came = happened('2026-06-17', 'HeadteacherChanged', {
      side: 'a',
      headId: 'head-c',
      from: 'head-a',
    });
    expect(asked(...sent, came).filter(([, head]) => head !== 'head-b')).toEqual([
      ['N04', 'head-c', '2026-06-08', 'immediate'],
      ['N05', 'head-c', '2026-06-24', 'scheduled'],
      ['N05', 'head-c', '2026-07-01', 'scheduled'],
    ]);
  });

  it('the one headteacher of a link within a school is asked once', () => {
    const sameHead = proposedInSchool.map((fact) =>
      fact.type === 'InterestRecorded' ? { ...fact, data: { ...fact.data, headId: 'head-a' } } : fact,
    );
    expect(asked(sameHead, sentOn('2026-06-08')).map(([, head]) => head)).toEqual([
      'head-a',
      'head-a',
      'head-a',
    ]);
  });

  it('a paused link asks nobody', () => {
    expect(asked(...sent, happened('2026-06-09', 'LinkPaused', { reasonCode: 'building-work' }))).toEqual([]);
  });
});

describe('when a headteacher says no', () => {
  /** What is told of facts that one person wrote. */
  const told = (actor: 'person:head-b' | 'user:rosa', ...facts: Facts) =>
    planMails(foldLink(recorded(facts.flat()).map((fact) => ({ ...fact, actor }))));

  it('on the page of her mail, the programme is told at once, and nobody is asked any more', () => {
    expect(told('person:head-b', ...sent, accepted('a'), declined, notFormed)).toMatchObject([
      {
        step: 'declined-b-v6',
        kind: 'immediate',
        mailbox: 'programme',
        personId: programmeKey('bradford'),
        anchorDate: '2026-06-11',
        content: {
          rule: 'N06',
          side: 'b',
          ownUrn: '900002',
          partnerUrn: '900001',
          reasonCode: 'staffing',
          wantsOtherPartner: true,
          partnerSaidYes: true,
          noteId: 'n1',
        },
      },
    ]);
  });

  it('to the coordinator who records it, the coordinator knows of it', () => {
    expect(told('user:rosa', ...sent, declined, notFormed)).toEqual([]);
  });

  it('and that was entered by mistake, nobody is told of it', () => {
    const voided = happened('2026-06-12', 'EntryVoided', { voidsEventId: 'e5', reasonCode: 'wrong-link' });
    const rules = told('person:head-b', ...sent, declined, notFormed, voided).map(
      ({ content }) => content.rule,
    );
    expect(rules).not.toContain('N06');
  });
});
