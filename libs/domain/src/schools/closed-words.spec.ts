import { closedSentence } from './closed-words.js';

describe('a school that closed', () => {
  const sentence = (closedOn: string | undefined, ...successors: { urn: string; name?: string }[]) =>
    closedSentence({ name: "St Mary's", successors, ...(closedOn === undefined ? {} : { closedOn }) });
  const [elm, oak, ash] = [{ urn: '149210', name: 'Elm' }, { urn: '149211', name: 'Oak' }, { urn: '149212' }];

  it('is named with the day, as far as it is known, and with those that go on', () => {
    expect(sentence(undefined)).toBe("St Mary's closed and has no successor on record.");
    expect(sentence('2025-08-31', elm)).toBe(
      "St Mary's closed on 31 August 2025. Its successor is Elm (149210).",
    );
    expect(closedSentence({ name: 'Brook', byHand: true, successors: [elm] })).toBe(
      'Brook was added by hand and is in the register now: Elm (149210).',
    );
    expect(closedSentence({ name: 'Brook', byHand: true, successors: [] })).toBe(
      'Brook closed and has no successor on record.',
    );
    expect(sentence(undefined, elm, oak, ash)).toBe(
      "St Mary's closed. It goes on as Elm (149210), Oak (149211) and a school (149212).",
    );
  });
});
