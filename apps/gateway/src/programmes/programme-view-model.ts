import type { StoppedList } from '@linking/application/mails/optional/stopped-lists.js';
import { nationalSteps } from '@linking/domain/programme/national-steps.js';
import {
  isOnDuty,
  wantsDigest,
  type Appointment,
  type Programme,
} from '@linking/domain/programme/programme.js';
import { switchedOn } from '@linking/domain/programme/switches.js';
import { disruptionNames } from '@linking/domain/programme/programme-year.js';
import { stepsNow } from '@linking/domain/programme/steps.js';
import { firstYearOf, previousYear } from '@linking/domain/calendar/academic-year.js';
import { academicYearOfDay } from '@linking/domain/calendar/school-calendar.js';
import { milesText } from '@linking/domain/schools/distance.js';
import { localAuthorityName } from '@linking/domain/schools/local-authorities.js';
import { targetedSteps } from '@linking/events/link/codes.js';
import { YOUR_FACILITATOR } from '@linking/notices/mail-words.js';
import { digests } from '@linking/events/programme/codes.js';
import { capital, codeText, listText, targetedStepNames } from '@linking/words/link-terms.js';
import type { OneButtonView } from '../pages/components/button.js';
import type { SummaryRow } from '../pages/components/summary-list.js';
import type { TagView } from '../pages/components/tag.js';
import { academicYear, longDay } from '@linking/words/format.js';
import type { LinkTo } from '../pages/layout/page-frame.js';
import type { LineView } from '../pages/programmes/lines.js';
import type { ProgrammeView, StepRowView, StoppedListView } from '../pages/programmes/programme-page.js';
import type { SeenProgramme } from './programme-pages.js';
import { resourceStepNames } from './resources-form.js';
import { stateSentences, stateTags, stoppedText, switchNames, usualText } from './programme-terms.js';
import {
  disruptionTag,
  yearLines,
  priorityLines,
  yearsShown,
  termRows,
  daysText,
} from './programme-years.js';

type Parts = Pick<OneButtonView, 'csrf' | 'idempotencyKey'>;

export type Names = (userId: string) => string;

export function programmeView(seen: SeenProgramme, parts: Parts): ProgrammeView {
  const { programme, today, name } = seen;
  const { slug, code, state } = programme;
  const form = (what: string, label = 'Change'): LinkTo => ({
    href: `/programmes/${slug}/change/${what}`,
    label,
  });
  const thisYear = academicYearOfDay(today);
  const own = seen.mayChange;
  const office = own && seen.isOffice;
  const steps = stepRows(programme);
  const version = programme.stepsVersions.at(-1)?.version;
  return {
    eyebrow: `Programme ${code}`,
    heading: programme.name,
    state: stateTags[state],
    stateSentence: stateSentences[state],
    lifecycle: office ? lifecycleOf(programme, parts, form) : { buttons: [], ways: [] },
    coordinators: programme.coordinators.map((it) =>
      coordinatorLine(it, name(it.userId), today, office ? slug : undefined),
    ),
    noCoordinators: office
      ? 'Nobody yet. Appoint a coordinator, with the day on which she begins.'
      : 'Nobody yet. The national office appoints a coordinator.',
    ...(office ? { appoint: form('appoint', 'Appoint a coordinator') } : {}),
    disruptions: programme.disruptions
      .toSorted((x, y) => (x.from > y.from ? -1 : 1))
      .slice(0, 10)
      .map(({ disruptionId, from, to, reasonCode, lifted }) => ({
        key: disruptionId,
        title: `${disruptionNames[reasonCode]}, ${daysText({ from, to })}`,
        tag: lifted ? { tone: 'grey', text: 'Lifted' } : disruptionTag(to, today),
        link: { href: `/programmes/${slug}/disruptions/${disruptionId}`, label: 'Meetings in these days' },
      })),
    ...(own
      ? { declare: { href: `/programmes/${slug}/disruptions/add`, label: 'Declare a disruption' } }
      : {}),
    years: yearLines(programme, today),
    ...(own ? { changeRecruitment: form('recruitment') } : {}),
    ...(switchedOn(programme, 'funders')
      ? { priorities: priorityLines(seen), funders: { href: '/funders', label: 'Funders' } }
      : {}),
    ...(own ? { changePriorities: form('priorities') } : {}),
    termDates: yearsShown(today).map((year) => ({
      title: `Term dates ${academicYear(year)}`,
      rows: termRows(programme, year),
      ...(own ? { change: { href: `/programmes/${slug}/term-dates/${year}`, label: 'Change' } } : {}),
    })),
    yearEnds: [previousYear(thisYear), thisYear].map((year) => ({
      href: `/programmes/${slug}/year-end/${year}`,
      label: `Close the year ${academicYear(year)}`,
    })),
    steps,
    stepsSentence:
      version === undefined
        ? 'The national steps hold.'
        : `Own steps, version ${version}. A link keeps the version it was proposed with.`,
    ...(own ? { changeSteps: form('steps') } : {}),
    wording: { href: `/programmes/${slug}/wording`, label: 'Words of the mails' },
    details: detailRows(seen),
    ...(own ? { changeDetails: form('details') } : {}),
    stopped: seen.stopped.map((list) => stoppedLine(list, own)),
    area: [
      {
        key: 'Local authorities',
        value: programme.laCodes.map((it) => localAuthorityName(it) ?? it).join(', ') || 'None',
      },
      { key: 'Districts', value: programme.districtCodes.join(', ') || 'None' },
    ],
    ...(office ? { changeArea: form('area') } : {}),
    resources: resourceLines(seen),
    ...(own ? { changeResources: form('resources') } : {}),
    parts: partLines(programme),
    ...(own ? { changeParts: form('parts') } : {}),
  };
}

function lifecycleOf(
  { slug, state }: Programme,
  parts: Parts,
  form: (what: string, label: string) => LinkTo,
): ProgrammeView['lifecycle'] {
  const button = (what: string, label: string): OneButtonView => ({
    ...parts,
    action: `/programmes/${slug}/change/${what}`,
    label,
    look: 'primary',
  });
  const leave = form('leave', 'It leaves the network');
  switch (state) {
    case 'proposed':
      return { buttons: [], ways: [form('join', 'It joins the network'), leave] };
    case 'joined':
      return { buttons: [button('start', 'Its links begin')], ways: [form('pause', 'Pause it'), leave] };
    case 'active':
      return { buttons: [], ways: [form('pause', 'Pause it'), leave] };
    case 'paused':
      return { buttons: [button('resume', 'It goes on')], ways: [leave] };
    case 'left':
      return { buttons: [], ways: [] };
  }
}

function coordinatorLine(
  appointment: Appointment,
  name: string,
  today: string,
  changeIn: string | undefined,
): LineView {
  const { userId, from, until } = appointment;
  const over = until !== undefined && until < today;
  const tag: TagView = isOnDuty(appointment, today)
    ? { tone: 'green', text: 'Now' }
    : over
      ? { tone: 'grey', text: 'Until then' }
      : { tone: 'blue', text: 'To come' };
  return {
    key: userId,
    title: name,
    tag,
    small: until === undefined ? `From ${longDay(from)}` : `From ${longDay(from)} to ${longDay(until)}`,
    ...(changeIn === undefined || until !== undefined
      ? {}
      : {
          link: { href: `/programmes/${changeIn}/change/end?userId=${userId}`, label: `End ${name}’s time` },
        }),
  };
}

function stepRows(programme: Programme): readonly StepRowView[] {
  const own = stepsNow(programme);
  return targetedSteps.map((step) => {
    const [rule, national] = [own[step], nationalSteps[step]];
    const differs = rule.by !== national.by || rule.usualDays !== national.usualDays;
    const text = [
      national.by === undefined ? '' : targetText(national.by),
      usualText(step, national.usualDays),
    ];
    return {
      step: targetedStepNames[step],
      target: rule.by === undefined ? 'Counted from its beginning' : targetText(rule.by),
      usual: usualText(step, rule.usualDays),
      national: differs ? text.filter((it) => it !== '').join(', ') : '',
    };
  });
}

/** `31 January` of `01-31`. */
const targetText = (by: string): string => longDay(`2027-${by}`).replace(/ \d{4}$/, '');

function detailRows(seen: SeenProgramme): readonly SummaryRow[] {
  const { programme, mailbox, note } = seen;
  const { hostOrganisation, aliases, distanceLimitKm, year } = programme;
  return [
    { key: 'Led by', value: hostOrganisation ?? 'Not known' },
    { key: 'Also called', value: aliases.join(', ') || 'No other name' },
    { key: 'Mailbox', value: mailbox ?? 'None: answers go to the national office' },
    { key: 'In letters', value: note(programme.facilitatorTitleId) ?? YOUR_FACILITATOR },
    { key: 'Lists by mail', value: digestsText(seen) },
    {
      key: 'Distance limit',
      value: distanceLimitKm === undefined ? 'None' : `${distanceLimitKm} km (${milesText(distanceLimitKm)})`,
    },
    { key: 'First links', value: `${firstYearOf(year)}–${year.slice(5)}` },
  ];
}

const resourceLines = ({ programme: { resources = [] }, note }: SeenProgramme): readonly LineView[] =>
  resources.flatMap(({ step, audience, noteId }) => {
    const [title = '', url = ''] = note(noteId)?.split('\n') ?? [];
    const small = `Before ${resourceStepNames[step]}, for ${audience}`;
    return url === '' ? [] : [{ key: noteId, title, small, link: { href: url, label: url } }];
  });
function digestsText({ programme, mailbox, stopped }: SeenProgramme): string {
  if (mailbox === undefined) return 'None: they need a mailbox';
  const isStopped = new Set(stopped.map(({ digest }) => digest));
  const names = digests
    .filter((digest) => wantsDigest(programme, digest))
    .map((digest) => `${codeText(digest)}${isStopped.has(digest) ? ' (stopped)' : ''}`);
  return names.length === 0 ? 'None' : capital(listText(names));
}

/** What its reader has stopped, and the way back for whoever may change the programme. */
function stoppedLine({ digest, since, againHref }: StoppedList, own: boolean): StoppedListView {
  return {
    key: digest,
    text: stoppedText({ digest, since }),
    ...(own ? { again: { href: againHref, label: `Send the ${codeText(digest)} again` } } : {}),
  };
}

function partLines({ switches }: Programme): readonly LineView[] {
  const always = { key: 'always', title: 'Links, agreement, training, meetings, mails', small: 'Always on' };
  return [always, ...switches.map((part) => ({ key: part, title: capital(codeText(switchNames[part])) }))];
}
