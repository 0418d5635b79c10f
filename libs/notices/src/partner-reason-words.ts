import type { PartnerReason } from '@linking/domain/link/partner-reasons.js';

const ofSchools: readonly PartnerReason[] = ['first-languages', 'circumstances', 'faith', 'town-and-country'];

const sentences: Readonly<Record<PartnerReason, string>> = {
  'first-languages': 'In one of the two schools more children speak another language at home.',
  circumstances: 'The two schools serve families in different circumstances.',
  faith: 'The two schools have different religious characters.',
  'town-and-country': 'One school is in a town, the other in the country.',
  'similar-age': 'The children are of a similar age.',
};

/** Why this partner, in a sentence a reason: within one school nothing tells the schools apart. */
export const reasonSentences = (reasons: readonly PartnerReason[], inSchool: boolean): readonly string[] =>
  reasons.filter((reason) => !inSchool || !ofSchools.includes(reason)).map((reason) => sentences[reason]);
