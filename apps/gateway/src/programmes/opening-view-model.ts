import type {
  OfferedSchoolDetails,
  OfferedSession,
  Opening,
} from '@linking/application/programmes/opening.js';
import { recruitmentOn } from '@linking/domain/programme/recruitment.js';
import { codeText, listText, trainingNames, yearGroupsText } from '@linking/words/link-terms.js';
import type { OneButtonView } from '../pages/components/button.js';
import type { TagView } from '../pages/components/tag.js';
import { academicYear, counted, fullDay, longDay } from '@linking/words/format.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { FormError, FormField, FormView } from '../pages/forms/form-view.js';
import type { LineView } from '../pages/programmes/lines.js';
import type { OpeningView, TakingOverView } from '../pages/programmes/opening-page.js';
import { classTags } from '../interests/interest-words.js';
import type { SeenProgramme } from './programme-pages.js';
import { recruitmentTags, switchNames } from './programme-terms.js';

interface Shown {
  readonly parts: Pick<OneButtonView, 'csrf' | 'idempotencyKey'>;
  readonly venues: number;
  /** What was typed, and what is wrong with it. */
  readonly typed?: {
    readonly form: 'sessions' | 'schools';
    readonly values: FormView['values'];
    readonly errors: readonly FormError[];
  };
}

export const planField = (sessionId: string) => `session.${sessionId}.plan`;
export const dayField = (sessionId: string) => `session.${sessionId}.on`;

export function openingView(seen: SeenProgramme, opening: Opening, shown: Shown): OpeningView {
  const { programme, mayChange } = seen;
  const { year, from, opened } = opening;
  const address = `/programmes/${programme.slug}/years/${year}`;
  return {
    eyebrow: programme.name,
    heading: opened ? academicYear(year) : `Open ${academicYear(year)}`,
    lead: opened
      ? 'What is ticked becomes real when you press the button below it. Until then nobody is written to.'
      : `What ${academicYear(from)} had is offered for ${academicYear(year)}. Opening the year mails nothing: each part waits until you say so.`,
    state: opened ? { tone: 'green', text: 'Opened' } : { tone: 'grey', text: 'Not opened yet' },
    ...(opened || !mayChange
      ? {}
      : {
          open: {
            ...shown.parts,
            action: `${address}/open`,
            label: `Open ${academicYear(year)}`,
            look: 'primary' as const,
          },
        }),
    goesOn: goesOn(seen, opening, shown.venues),
    sessions: sessionsView(opening, address, mayChange, shown),
    schools: schoolsView(opening, address, mayChange, shown),
    schoolsTitle: `Schools that linked in ${academicYear(from)}`,
  };
}

function goesOn(
  { programme, name, mayChange, today }: SeenProgramme,
  { year }: Opening,
  venues: number,
): OpeningView['goesOn'] {
  const { slug, switches, coordinators, termDates } = programme;
  const version = programme.stepsVersions.at(-1)?.version;
  const entered = termDates.some((it) => it.academicYear === year);
  const to = (path: string, label: string) =>
    mayChange ? { link: { href: `/programmes/${slug}/${path}`, label } } : {};
  const { state, sentence } = recruitmentOn(programme, year, today);
  return [
    {
      key: 'Term dates',
      value: entered ? 'Your own dates' : 'Still to enter: until then the national defaults hold',
      ...to(`term-dates/${year}`, entered ? 'Change the term dates' : 'Enter the term dates'),
    },
    {
      key: 'Schools taken',
      value: sentence ?? recruitmentTags[state].text,
      ...to(`change/recruitment?year=${year}`, 'Change whether schools are taken'),
    },
    {
      key: 'Steps',
      value: version === undefined ? 'The national steps' : `Your own steps, version ${version}`,
      ...to('change/steps', 'Change the steps'),
    },
    {
      key: 'Parts in use',
      value: switches.map((part) => switchNames[part]).join(', ') || 'Only what is always on',
    },
    { key: 'Venues', value: counted(venues, 'venue') },
    { key: 'Wording', value: 'The mails and the agreement keep their wording' },
    {
      key: 'On duty',
      value:
        coordinators
          .filter(({ until = '9999-12-31' }) => until >= today)
          .map(({ userId }) => name(userId))
          .join(', ') || 'Nobody',
    },
  ];
}

function sessionsView(
  { sessions, year, from, opened }: Opening,
  address: string,
  mayChange: boolean,
  { parts, typed }: Shown,
): TakingOverView {
  const own = typed?.form === 'sessions' ? typed : undefined;
  const left = sessions.filter(({ planned }) => planned === undefined);
  const planned = sessions.length - left.length;
  const asks = opened && mayChange && left.length > 0;
  return {
    progress: `${planned} of ${sessions.length} planned.`,
    hint: 'Suggested is the same weekday of the same week of the school year, on a school day. Nobody is invited by it.',
    done: sessions.flatMap(({ planned: it, ...session }): readonly LineView[] =>
      it === undefined
        ? []
        : [
            {
              key: session.sessionId,
              title: `${trainingNames[session.kind]}, ${fullDay(it.on)}`,
              tag: it.cancelled ? { tone: 'grey', text: 'Cancelled' } : { tone: 'green', text: 'Planned' },
              small: lastYear(session),
              link: { href: `/training/${it.sessionId}`, label: 'Open the session' },
            },
          ],
    ),
    offered: asks
      ? []
      : left.map((session) => ({
          key: session.sessionId,
          title: `${trainingNames[session.kind]}, ${fullDay(session.suggestedOn)}`,
          tag: { tone: 'grey', text: 'Suggested' },
          small: lastYear(session),
        })),
    ...(asks
      ? {
          form: {
            ...parts,
            action: `${address}/sessions`,
            idPrefix: 'sessions',
            fields: left.flatMap(sessionFields),
            submitLabel: 'Plan the ticked sessions',
            values: own?.values ?? Object.assign({}, ...left.map(sessionValues)),
            errors: own?.errors ?? [],
          },
        }
      : {}),
    nothing: `There were no sessions in ${academicYear(from)}. Plan those of ${academicYear(year)} on the training page.`,
  };
}

const lastYear = ({ on, startsAt, endsAt, venue }: Omit<OfferedSession, 'planned'>) =>
  [`Last time ${longDay(on)}`, `${startsAt} to ${endsAt}`, venue].filter(Boolean).join(', ');

const sessionFields = (session: OfferedSession): readonly FormField[] => [
  {
    kind: 'tick',
    name: planField(session.sessionId),
    label: trainingNames[session.kind],
    hint: `${lastYear(session)}, ${counted(session.capacity, 'place')}`,
  },
  {
    kind: 'date',
    name: dayField(session.sessionId),
    label: `Day of ${trainingNames[session.kind].toLowerCase()}`,
    hint: `Suggested: ${fullDay(session.suggestedOn)}`,
  },
];

const sessionValues = ({ sessionId, suggestedOn }: OfferedSession) => ({
  [planField(sessionId)]: 'yes',
  ...dateValues(dayField(sessionId), suggestedOn),
});

function schoolsView(
  { schools, opened, from }: Opening,
  address: string,
  mayChange: boolean,
  { parts, typed }: Shown,
): TakingOverView {
  const own = typed?.form === 'schools' ? typed : undefined;
  const left = schools.filter(({ interest }) => interest === undefined);
  const recorded = schools.length - left.length;
  const asks = opened && mayChange && left.length > 0;
  return {
    progress: `${recorded} of ${schools.length} recorded.`,
    hint: 'Tick the schools that told you they go on. Only then the headteacher gets “We have your interest”, and their classes wait for partners.',
    done: schools.flatMap(({ interest, ...school }): readonly LineView[] =>
      interest === undefined
        ? []
        : [
            {
              key: school.urn,
              title: school.school,
              tag: interestTag(interest),
              small: `Interest of ${longDay(interest.expressedOn)}, ${codeText(interest.channel)}`,
              link: { href: `/interests/${interest.id}`, label: 'Open the interest' },
            },
          ],
    ),
    offered: asks
      ? []
      : left.map((school) => ({
          key: school.urn,
          title: school.school,
          ...(school.withdrew ? { tag: WITHDREW } : {}),
          small: schoolText(school),
        })),
    ...(asks
      ? {
          form: {
            ...parts,
            action: `${address}/interests`,
            idPrefix: 'schools',
            fields: [
              {
                kind: 'checkboxes',
                name: 'urns',
                label: 'Which schools go on?',
                options: left.map((school) => ({
                  value: school.urn,
                  label: school.school,
                  hint: schoolText(school),
                })),
              },
            ],
            submitLabel: 'Record the ticked schools',
            values: own?.values ?? {
              urns: left.filter(({ withdrew }) => !withdrew).map(({ urn }) => urn),
            },
            errors: own?.errors ?? [],
          },
        }
      : {}),
    nothing: `No school linked in ${academicYear(from)}. New interests are recorded on the waiting list.`,
  };
}

const WITHDREW: TagView = { tone: 'amber', text: 'Withdrew' };

const interestTag = ({ status }: NonNullable<OfferedSchoolDetails['interest']>): TagView =>
  status === 'waiting' ? { tone: 'green', text: 'Recorded' } : classTags[status];

/** `Year 4, about 30 pupils with Saira Malik; BRD-2026-014`. */
function schoolText({ classes, linkRefs, head, withdrew }: Omit<OfferedSchoolDetails, 'interest'>): string {
  const each = classes.map(({ yearGroups, pupilCount, teachers }) => {
    const who = teachers.length === 0 ? '' : ` with ${listText(teachers.map(({ name }) => name))}`;
    return `${yearGroupsText(yearGroups)}, about ${counted(pupilCount, 'pupil')}${who}`;
  });
  const ended = withdrew ? ' (withdrew)' : '';
  return `${each.join('; ')} · Headteacher ${head.name} · ${linkRefs.join(', ')}${ended}`;
}
