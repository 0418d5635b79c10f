import type { ContinuedLink } from './commands.js';
import { given, on } from './spec-support/given-when-then.js';
import { happened, met, proposed, proposeExample } from './spec-support/example-link.js';

const withdrawn = (side: 'a' | 'b' | 'both', day = '2027-02-12') =>
  happened(day, 'LinkWithdrawn', { side, reasonCode: 'staffing', stageReached: 'met' });
const reBroker = (newLinkRef = 'BRD-2026-201', lastCameToNothing = false) =>
  ({ type: 'ReBroker', newLinkRef, lastCameToNothing }) as const;
const goesOn = (newLinkRef = 'BRD-2026-201', day = '2027-02-19') =>
  happened(day, 'LinkReBrokered', { remainingSide: 'b', newLinkRef });
const february = on('2027-02-19');

const left: ContinuedLink = {
  ref: 'BRD-2026-009',
  year: '2026-27',
  withdrew: 'b',
  classes: { a: 'class-a', b: 'class-z' },
};
const proposeFrom = (continued: ContinuedLink) => ({
  ...proposeExample,
  continuesFrom: continued.ref,
  surroundings: { ...proposeExample.surroundings, continued },
});

describe('a link that continues one that a school left', () => {
  it('says so, and copies nothing but the reference', () => {
    const { link } = given()
      .when(proposeFrom(left), february)
      .thenRecorded(
        ['InterestRecorded'],
        ['InterestRecorded'],
        ['LinkProposed', { continuesFrom: 'BRD-2026-009' }],
      );
    expect(link).toMatchObject({
      continuesFrom: 'BRD-2026-009',
      training: [],
      reached: { interest: '2027-02-19' },
    });
    expect(link.agreement.a.status).toBe('not-issued');
  });

  it.each([
    [{ withdrew: undefined }, 'NOBODY_WITHDREW', 'No school has left BRD-2026-009.'],
    [{ withdrew: 'both' }, 'NO_CLASS_STAYED', 'Both schools left BRD-2026-009, so no class of it goes on.'],
    [
      { withdrew: 'a' },
      'NO_CLASS_STAYED',
      'Neither of these classes is the one that stayed in BRD-2026-009.',
    ],
    [{ year: '2025-26' }, 'DIFFERENT_YEARS', 'BRD-2026-009 is a link of 2025-26, not of 2026-27.'],
    [{ continuedAs: 'BRD-2026-201' }, 'LINK_CONTINUED', 'BRD-2026-009 goes on as BRD-2026-201 already.'],
  ] as const)('is refused when %j', (change, code, sentence) => {
    const { withdrew, ...rest } = { ...left, ...change };
    const continued = withdrew === undefined ? rest : { ...rest, withdrew };
    given().when(proposeFrom(continued), february).thenRefused(code, sentence);
  });
});

describe('a link whose class goes on in another', () => {
  it('is re-brokered, once for each new link', () => {
    const { link, history } = given(met, withdrawn('a'))
      .when(reBroker(), february)
      .thenRecorded(['LinkReBrokered', { remainingSide: 'b', newLinkRef: 'BRD-2026-201' }, '2027-02-19']);
    expect(link).toMatchObject({
      outcome: 're-brokered',
      withdrew: 'a',
      continuedAs: 'BRD-2026-201',
      closedOn: '2027-02-12',
    });
    given(history).when(reBroker(), february).thenNothing();
  });

  it('goes on in one link only, but may try again when that one was not formed', () => {
    given(met, withdrawn('a'), goesOn())
      .when(reBroker('BRD-2026-202'), february)
      .thenRefused('LINK_CONTINUED', 'BRD-2026-014 goes on as BRD-2026-201, so not as BRD-2026-202 as well.');
    const { link, history } = given(met, withdrawn('a'), goesOn())
      .when(reBroker('BRD-2026-202', true), february)
      .thenRecorded(['LinkReBrokered', { newLinkRef: 'BRD-2026-202' }]);
    expect(link.continuedAs).toBe('BRD-2026-202');
    given(history).when(reBroker(), february).thenNothing();
  });

  it('has to have been left by one school', () => {
    given(met)
      .when(reBroker(), february)
      .thenRefused('NOBODY_WITHDREW', 'BRD-2026-201 cannot continue BRD-2026-014, which no school has left.');
    given(met, withdrawn('both')).when(reBroker(), february).thenRefused('NOBODY_WITHDREW');
  });

  it('keeps its withdrawal as long as another link rests on it', () => {
    const facts = [...proposed, withdrawn('a'), goesOn()];
    given(facts)
      .when({ type: 'VoidEntry', eventId: 'e4', reasonCode: 'wrong-link' }, february)
      .thenRefused(
        'LINK_CONTINUED',
        'The class that stayed goes on in BRD-2026-201, so the withdrawal stands.',
      );
    given(facts)
      .when({ type: 'VoidEntry', eventId: 'e5', reasonCode: 'wrong-link' }, february)
      .thenRefused('ENTRY_NOT_MENDABLE');
  });

  it('is told the same by the days of things, when the new link was proposed before the school left on paper', () => {
    const { link } = given(met, goesOn('BRD-2026-201', '2027-02-01'), withdrawn('a'));
    expect(link).toMatchObject({ outcome: 're-brokered', closedOn: '2027-02-12' });
  });

  it('takes no more than late facts', () => {
    given(met, withdrawn('a'), goesOn())
      .when({ type: 'Pause', reasonCode: 'staffing' }, february)
      .thenRefused(
        'LINK_CLOSED',
        'This link is closed: withdrawn on 12 February. It goes on as BRD-2026-201.',
      );
    given(met, withdrawn('a'), goesOn())
      .when({ type: 'Withdraw', side: 'a', reasonCode: 'staffing' }, february)
      .thenNothing();
  });
});
