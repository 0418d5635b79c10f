import type {
  ParentKind,
  SurveyInstrument,
  SurveyRound,
  SurveyScores,
  TestimonialRole,
} from '@linking/events/link/link-events.js';

/** The words for the codes of what came of a link. */
export const parentNames: Readonly<Record<ParentKind, string>> = {
  'information-meeting': 'Came to an information meeting',
  'came-along': 'Came along when the classes met',
  helped: 'Helped',
  'shared-a-skill': 'Showed what they know or do',
  celebration: 'Came to the celebration',
  other: 'Took part in another way',
};

export const parentsDid: Readonly<Record<ParentKind, string>> = {
  'information-meeting': 'came to an information meeting',
  'came-along': 'came along when the classes met',
  helped: 'helped',
  'shared-a-skill': 'showed what they know or do',
  celebration: 'came to the celebration',
  other: 'took part',
};

export const roundNames: Readonly<Record<SurveyRound, string>> = {
  pre: 'Survey at the beginning',
  post: 'After-survey',
};

export const instrumentNames: Readonly<Record<SurveyInstrument, string>> = {
  'class-survey': 'Questions to the class',
  'show-of-hands': 'Show of hands',
  'teacher-rated': 'Rated by the teacher',
};

/** What the five scores of a survey measure. */
export const outcomeMeasures: Readonly<Record<keyof SurveyScores, string>> = {
  O1: 'interest in other cultures',
  O2: 'confidence in social mixing',
  O3: 'awareness of others',
  O4: 'belonging',
  O5: 'comfort with difference',
};

export const testimonialRoleNames: Readonly<Record<TestimonialRole, string>> = {
  headteacher: 'headteacher',
  teacher: 'teacher',
  'teaching-assistant': 'teaching assistant',
  parent: 'parent',
  governor: 'governor',
  'venue-staff': 'member of staff at the venue',
  other: 'person',
};
