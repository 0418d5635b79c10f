import { refusalOf } from '../link/spec-support/given-when-then.js';
import { evolveSchool, isByHand, joinSchool, keyByHand, urnText, type SchoolByHand } from './by-hand.js';

const added: SchoolByHand = {
  key: 'N00001',
  name: 'Brook Free School',
  laCode: '380',
  revision: 1,
  addedOn: '2026-09-14',
};
const target = { urn: '149300', isKnown: true };
/** Code, sentence and what to do next. */
const refusal = (join: () => unknown) => {
  const { code, sentence, more } = refusalOf(join);
  return [code, sentence, more.nextStep];
};

describe('a school that is not in the register', () => {
  test('has a key that no URN and no row of a file can be', () => {
    expect([keyByHand(1), keyByHand(412)]).toEqual(['N00001', 'N00412']);
    expect(['N00001', '900001', 'n00001', 'N0001', 'NAT'].filter(isByHand)).toEqual(['N00001']);
    expect([urnText('900001'), urnText('N00001')]).toEqual(['URN 900001', 'no URN yet (N00001)']);
  });

  test('is known from the day on which it was added', () => {
    const { revision: _, addedOn: __, ...data } = added;
    const event = { type: 'SchoolAddedByHand', data, revision: 1, occurredOn: '2026-09-14' } as const;
    expect(evolveSchool(undefined, event)).toEqual(added);
  });

  test('is joined to its URN once', () => {
    const [event] = joinSchool(added, target);
    expect(event).toEqual({ type: 'SchoolJoined', data: { key: 'N00001', urn: '149300' } });
    const joined = evolveSchool(added, { ...event!, revision: 2, occurredOn: '2026-11-02' })!;
    expect(joined).toMatchObject({ joinedTo: '149300', joinedOn: '2026-11-02', revision: 2 });
    expect(joinSchool(joined, target)).toEqual([]);
    expect(refusal(() => joinSchool(joined, { ...target, urn: '149301' }))).toEqual([
      'SCHOOL_ALREADY_JOINED',
      'Brook Free School was joined to URN 149300 already.',
      'Look at 149300: everything of the school stands there.',
    ]);
  });

  test('is joined to no school that is unknown, closed or somebody else', () => {
    expect(refusal(() => joinSchool(added, { ...target, isKnown: false }))).toEqual([
      'SCHOOL_UNKNOWN',
      'There is no school with URN 149300 in the register.',
      'Check the six digits, or import a newer register first.',
    ]);
    expect(refusal(() => joinSchool(added, { ...target, closed: 'Brook closed.' }))).toEqual([
      'SCHOOL_CLOSED',
      'Brook closed.',
      'Choose the school that is open today.',
    ]);
    expect(refusal(() => joinSchool(added, { ...target, joinedWith: 'N00002' }))).toEqual([
      'SCHOOL_ALREADY_JOINED',
      'Another school added by hand (N00002) is URN 149300 already.',
      'Check the URN: one school cannot be two.',
    ]);
    expect(joinSchool(added, { ...target, joinedWith: 'N00001' })).toHaveLength(1);
  });
});
