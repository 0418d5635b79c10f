/** One commitment of the agreement that a headteacher signs. */
export interface Commitment {
  readonly code: 'C1' | 'C2' | 'C3' | 'C4';
  readonly title: string;
  readonly detail: string;
}

export interface AgreementText {
  readonly version: string;
  readonly commitments: readonly Commitment[];
  /** Said beneath the commitments; nothing that is signed. */
  readonly beneath: string;
  readonly tick: string;
}

/** Every text that was ever sent, oldest first. A text that was sent is never changed: a new wording is a new version. */
const agreementTexts: readonly AgreementText[] = [
  {
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
  },
];

/** The text of new agreements. */
export const currentAgreementText = agreementTexts.at(-1) as AgreementText;

export const agreementText = (version: string) => agreementTexts.find((text) => text.version === version);
