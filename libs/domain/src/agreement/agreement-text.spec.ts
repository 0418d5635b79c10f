import { agreementText, currentAgreementText } from './agreement-text.js';

describe('the text of the agreement', () => {
  it('of 2026-1 stands as it was sent, word for word', () => {
    expect(agreementText('2026-1')).toEqual({
      version: '2026-1',
      commitments: [
        {
          code: 'C1',
          title: 'Release your teacher for two training sessions',
          detail:
            'Initial training in September or October, and a half day in January or February to plan the visits.',
        },
        {
          code: 'C2',
          title: 'Pay for transport',
          detail: 'One journey to a neutral venue and one to the other school.',
        },
        {
          code: 'C3',
          title: 'Host one visit',
          detail: 'Your partner class comes to your school in the spring or summer term.',
        },
        {
          code: 'C4',
          title: 'Make time in the curriculum',
          detail: 'Very importantly: time for the classes to exchange work all year.',
        },
      ],
      beneath: 'Risk assessment and safeguarding stay with your school.',
      tick: 'I can sign for the school and agree to the four points above',
    });
  });

  it('that is current is the last one; of a version nobody was sent there is none', () => {
    expect(currentAgreementText).toBe(agreementText('2026-1'));
    expect(agreementText('2025-1')).toBeUndefined();
  });
});
