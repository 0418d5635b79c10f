import type { School } from '@linking/application/schools/find-schools.js';
import type { UnplacedReason } from '@linking/domain/interest/routing.js';
import type { FoundSchoolView } from '../pages/public-form/public-form-view.js';

export const foundSchool = (school: School, closed?: string): FoundSchoolView => ({
  urn: school.urn,
  name: school.name,
  place: [school.town, school.postcode, `URN ${school.urn}`].filter(Boolean).join(' · '),
  ...(closed === undefined ? {} : { closed }),
});

/** `We do not have a programme in Cornwall. The national office will contact you within 5 working days.` */
export function nationalSentence(because: UnplacedReason, laName: string | undefined): string {
  const office = 'The national office will contact you within 5 working days.';
  return because === 'outside-every-area'
    ? `We do not have a programme in ${laName ?? 'your area'}. ${office}`
    : `The register does not say which of our programmes your school belongs to. ${office}`;
}

export const unknownSentence = (q: string): string =>
  /^\d+$/.test(q.trim())
    ? `There is no school with the URN ${q.trim()} in the national register. Check the six digits, or look for the name or the postcode.`
    : `No school matches “${q}”. Try the postcode, or fewer letters of the name.`;

export const formOffSentence = (programme: string): string =>
  `Your school belongs to Schools Linking ${programme}, which takes no interests on this page. Please write to them.`;

export const notRecruitingSentence = (programme: string): string =>
  `Your school belongs to Schools Linking ${programme}, which takes no new classes at present. Please write to them.`;
