import { urnText } from '@linking/domain/schools/by-hand.js';
import type { InterestDetails } from '@linking/application/interests/interest-details.js';
import { interestStatus, isUnplaced, type Interest } from '@linking/domain/interest/interest.js';
import { capital, codeText, listText, yearGroupsText } from '@linking/words/link-terms.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import { academicYear, counted, fullDay, shortMoment } from '@linking/words/format.js';
import type { InterestClassView, InterestView } from '../pages/interests/interest-page.js';
import { interestSentence, placedText, classTags, unplacedText } from './interest-words.js';
import type { SeenInterest } from './interest-reader.js';
import { classKey } from './waiting-classes.js';

export interface InterestRights {
  /** May change it: it belongs to a programme of hers. */
  readonly mayChange: boolean;
  /** May place what no programme has. */
  readonly mayPlace: boolean;
}

/** Nothing where the school named no need. */
export const needsRow = (key: string, { constraints = [] }: Pick<Interest, 'constraints'>) =>
  constraints.length === 0 ? [] : [{ key, value: capital(listText(constraints.map(codeText))) }];

export function interestView(seen: SeenInterest, rights: InterestRights): InterestView {
  const { interest, details, programme } = seen;
  const href = `/interests/${interest.id}`;
  const waits = interestStatus(interest) === 'waiting';
  const notice = noticeOf(seen, rights);
  const unplaced = isUnplaced(interest);
  return {
    eyebrow: [programme(interest.programme), academicYear(interest.year), urnText(interest.urn)]
      .filter(Boolean)
      .join(' · '),
    school: details.school,
    lead: placedText(interest),
    tags: [
      classTags[interestStatus(interest)],
      ...(unplaced ? [{ tone: 'red', text: 'To be placed' } as const] : []),
    ],
    ...(notice === undefined ? {} : { notice }),
    actions: unplaced && rights.mayPlace ? placingActions(href) : [],
    classes: details.classes.map((offered) => classView(offered, interest, href, rights.mayChange)),
    facts: factsOf(seen),
    changes: rights.mayChange ? changesOf(interest, href, waits) : [],
    history: seen.facts.toReversed().map((event) => {
      const note = seen.noteOf(event);
      return {
        key: event.id,
        when: shortMoment(event.recordedAt),
        what: interestSentence(event, seen),
        ...(note === undefined ? {} : { note }),
        who: seen.actor(event.actor),
      };
    }),
  };
}

/** What the national office may do with what no programme has. */
export const placingActions = (href: string): readonly LinkTo[] => [
  { href: `${href}/place`, label: 'Place it' },
  { href: `${href}/keep`, label: 'Keep it on the national list' },
  { href: `${href}/decline`, label: 'Decline it' },
];

function noticeOf({ interest, programme }: SeenInterest, { mayChange }: InterestRights): string | undefined {
  if (isUnplaced(interest)) {
    return `${unplacedText(interest.unplacedBecause ?? 'outside-every-area')} The national office looks for a programme.`;
  }
  if (mayChange || interest.handedOverBy.length === 0 || interest.programme === '') return undefined;
  return `${programme(interest.programme)} looks after this interest now. You can read it, and no longer change it.`;
}

function classView(
  offered: InterestDetails['classes'][number],
  interest: Interest,
  href: string,
  mayChange: boolean,
): InterestClassView {
  const { classId, name, yearGroups, pupilCount, placeholder, teachers, status, linkRefs } = offered;
  const about = placeholder ? 'about ' : '';
  const taught = listText(teachers.map((teacher) => teacher.name));
  const of = `?class=${classId}`;
  const partner =
    interest.programme === ''
      ? []
      : [
          {
            href: `/links/propose?a=${classKey({ interestId: interest.id, classId })}`,
            label: 'Find a partner',
          },
        ];
  return {
    classId,
    name,
    words: `${yearGroupsText(yearGroups)}, ${about}${counted(pupilCount, 'pupil')}`,
    teachers: taught === '' ? 'teacher to follow' : taught,
    status: classTags[status],
    links: linkRefs.map((ref) => ({ href: `/links/${ref}`, label: ref })),
    actions:
      mayChange && status === 'waiting'
        ? [
            ...partner,
            { href: `${href}/change-class${of}`, label: 'Change' },
            { href: `${href}/withdraw-class${of}`, label: 'Withdraw this class' },
          ]
        : [],
  };
}

function factsOf({ interest, details, school }: SeenInterest): InterestView['facts'] {
  const { head } = details;
  return [
    { key: 'Head', value: [head.name, head.email].filter(Boolean).join(', ') },
    ...(school?.telephone === undefined ? [] : [{ key: 'Telephone', value: school.telephone }]),
    { key: 'Asked', value: `${fullDay(interest.expressedOn)}, ${askedText(interest)}` },
    ...(interest.linkedBefore === undefined
      ? []
      : [{ key: 'Linked before', value: interest.linkedBefore ? 'yes' : 'no, for the first time' }]),
    {
      key: 'Hopes for',
      value:
        interest.priorities.length === 0 ? 'not said' : capital(listText(interest.priorities.map(codeText))),
    },
    ...needsRow('Needs', interest),
  ];
}

const askedText = ({ channel, emailVerified }: Interest) =>
  emailVerified === true ? 'by the public form; the e-mail address was verified' : codeText(channel);

function changesOf(interest: Interest, href: string, waits: boolean): readonly LinkTo[] {
  if (interest.withdrawn || interest.declined) return [];
  const free = interest.classes.every(({ linkRefs }) => linkRefs.length === 0);
  return [
    { href: `${href}/offer-class`, label: 'Add a class' },
    { href: `${href}/change-head`, label: 'Enter another headteacher' },
    ...(free && waits && interest.programme !== ''
      ? [{ href: `${href}/hand-over`, label: 'Hand it over to another programme' }]
      : []),
    ...(free && waits ? [{ href: `${href}/withdraw`, label: 'The school takes its interest back' }] : []),
  ];
}
