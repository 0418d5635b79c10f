import type { Type } from '@nestjs/common';
import type { ProgrammeRequest } from '@linking/application/programmes/change-programme.js';
import { nationalSteps } from '@linking/domain/programme/national-steps.js';
import { targetedSteps } from '@linking/events/link/codes.js';
import type { ProgrammeEventName, StepRules } from '@linking/events/programme/programme-events.js';
import { exampleIds } from '../api-docs/example-ids.js';
import type { RoutedCommand } from '../http/command-routes.js';
import { NoFieldsBody } from '../http/no-fields.dto.js';
import * as bodies from './programme-bodies.dto.js';

/** One command of a programme. */
export interface ProgrammeApiCommand extends RoutedCommand {
  readonly request: (body: object) => ProgrammeRequest;
  readonly events: readonly ProgrammeEventName[];
}

function command<Body extends object>(
  name: string,
  body: Type<Body>,
  request: (body: Body) => ProgrammeRequest,
  about: Pick<ProgrammeApiCommand, 'summary' | 'events' | 'example'>,
): ProgrammeApiCommand {
  // The route hands over what it checked as this very class.
  return { name, body, request: request as (body: object) => ProgrammeRequest, ...about };
}

const userId = exampleIds.coordinator;

export const programmeCommands: readonly ProgrammeApiCommand[] = [
  command('join', bodies.JoinNetworkBody, ({ year }) => ({ type: 'JoinNetwork', year }), {
    summary: 'A programme that was proposed joins the network',
    events: ['ProgrammeJoined'],
    example: { year: '2027-28' },
  }),
  command('start', NoFieldsBody, () => ({ type: 'StartProgramme' }), {
    summary: 'Its links begin',
    events: ['ProgrammeStarted', 'ProgrammeResumed'],
    example: {},
  }),
  command('pause', bodies.PauseProgrammeBody, (body) => ({ type: 'PauseProgramme', ...body }), {
    summary: 'It takes no new classes and links for a while',
    events: ['ProgrammePaused'],
    example: { reasonCode: 'no-coordinator' },
  }),
  command('resume', NoFieldsBody, () => ({ type: 'ResumeProgramme' }), {
    summary: 'It goes on after a pause',
    events: ['ProgrammeResumed'],
    example: {},
  }),
  command('leave', bodies.LeaveNetworkBody, (body) => ({ type: 'LeaveNetwork', ...body }), {
    summary: 'It leaves the network; what it did stays',
    events: ['ProgrammeLeft'],
    example: { reasonCode: 'no-funding' },
  }),
  command('change-area', bodies.AreaBody, (body) => ({ type: 'ChangeArea', ...body }), {
    summary: 'The local authorities and districts it covers',
    events: ['AreaChanged'],
    example: { laCodes: ['380', '381'], districtCodes: [] },
  }),
  command('change-details', bodies.DetailsBody, (body) => ({ type: 'ChangeDetails', ...body }), {
    summary: 'Its name, host organisation, other names and distance limit, as they shall be',
    events: ['ProgrammeDetailsChanged'],
    example: { name: 'Bradford', hostOrganisation: 'Bradford Council', aliases: [], distanceLimitKm: 15 },
  }),
  command('set-mailbox', bodies.MailboxBody, (body) => ({ type: 'SetMailbox', ...body }), {
    summary: 'Where answers to its mails go',
    events: ['MailboxSet'],
    example: { address: 'linking@bradford.example' },
  }),
  command(
    'set-facilitator-title',
    bodies.FacilitatorTitleBody,
    (body) => ({ type: 'SetFacilitatorTitle', ...body }),
    {
      summary: 'What letters call the coordinator; without words, as all programmes do',
      events: ['FacilitatorTitleSet'],
      example: { words: 'your linking officer' },
    },
  ),
  command('appoint-coordinator', bodies.AppointBody, (body) => ({ type: 'AppointCoordinator', ...body }), {
    summary: 'A coordinator begins on a day; another one may hand over to her',
    events: ['CoordinatorAppointed', 'CoordinatorEnded'],
    example: { userId, from: '2027-01-04' },
  }),
  command('end-coordinator', bodies.EndBody, (body) => ({ type: 'EndCoordinator', ...body }), {
    summary: 'The last day of a coordinator',
    events: ['CoordinatorEnded'],
    example: { userId, until: '2027-03-31' },
  }),
  command('turn-switch', bodies.SwitchBody, (body) => ({ type: 'TurnSwitch', ...body }), {
    summary: 'A part of the product is wanted, or not any more',
    events: ['SwitchTurned'],
    example: { switch: 'surveys', on: true },
  }),
  command('turn-digest', bodies.DigestBody, (body) => ({ type: 'TurnDigest', ...body }), {
    summary: 'A list by mail to the mailbox of the programme is wanted no more, or again',
    events: ['DigestTurned'],
    example: { digest: 'daily-list', on: false },
  }),
  command('change-steps', bodies.StepsBody, ({ steps }) => ({ type: 'ChangeSteps', steps: rulesOf(steps) }), {
    summary: 'Own target days and usual lengths; links that exist keep those they were proposed with',
    events: ['StepsChanged'],
    example: { steps: targetedSteps.map((step) => ({ step, ...nationalSteps[step] })) },
  }),
  command('open-year', bodies.OpenYearBody, ({ year }) => ({ type: 'OpenYear', year }), {
    summary: 'A year is prepared: what the year before had is offered for it; nothing is mailed',
    events: ['YearOpened'],
    example: { year: '2027-28' },
  }),
  command('change-recruitment', bodies.RecruitmentBody, (body) => ({ type: 'ChangeRecruitment', ...body }), {
    summary: 'Whether schools are taken for a year: open, waiting list or closed, with dates',
    events: ['RecruitmentChanged'],
    example: { year: '2027-28', state: 'open', from: '2027-05-01', until: '2027-09-15' },
  }),
  command('set-priorities', bodies.PrioritiesBody, (body) => ({ type: 'SetPriorities', ...body }), {
    summary: 'What the place asks of its schools in a year, as it shall be',
    events: ['PrioritiesSet'],
    example: { year: '2026-27', codes: ['new-arrivals', 'belonging'], note: 'Two hotels house families.' },
  }),
  command('set-resources', bodies.ResourcesBody, (body) => ({ type: 'SetResources', ...body }), {
    summary: 'The public pages that its mails name beside a step, as they shall be',
    events: ['ResourcesSet'],
    example: {
      resources: [
        {
          step: 'first-exchange',
          audience: 'teachers',
          title: 'Who am I? Six lessons',
          url: 'https://resources.example/who-am-i',
        },
      ],
    },
  }),
  command('enter-term-dates', bodies.TermDatesBody, termDates, {
    summary: 'Terms, half-terms, INSET days and days to avoid of one academic year, as they shall be',
    events: ['TermDatesEntered'],
    example: {
      academicYear: '2026-27',
      terms: [
        {
          name: 'autumn',
          firstDay: '2026-09-03',
          lastDay: '2026-12-18',
          halfTerm: { from: '2026-10-26', to: '2026-10-30' },
        },
        {
          name: 'spring',
          firstDay: '2027-01-05',
          lastDay: '2027-03-24',
          halfTerm: { from: '2027-02-15', to: '2027-02-19' },
        },
        {
          name: 'summer',
          firstDay: '2027-04-12',
          lastDay: '2027-07-21',
          halfTerm: { from: '2027-05-31', to: '2027-06-04' },
        },
      ],
      closedDays: [{ from: '2027-01-05', to: '2027-01-05', kind: 'inset' }],
      daysToAvoid: [{ from: '2027-05-10', to: '2027-05-13', kind: 'sats' }],
    },
  }),
  command('declare-disruption', bodies.DisruptionBody, (body) => ({ type: 'DeclareDisruption', ...body }), {
    summary: 'A storm or a closure: these days are no school days of the programme',
    events: ['DisruptionDeclared'],
    example: { from: '2026-11-26', to: '2026-11-27', reasonCode: 'storm' },
  }),
  command('lift-disruption', bodies.LiftBody, (body) => ({ type: 'LiftDisruption', ...body }), {
    summary: 'A disruption is over, or does not happen',
    events: ['DisruptionLifted'],
    example: { disruptionId: exampleIds.disruption },
  }),
  command('hold-mails', bodies.HoldMailsBody, (body) => ({ type: 'HoldMails', ...body }), {
    summary:
      'Mails wait: the named ones, those of a link, or all until a day; what cancels, moves or puts online goes all the same',
    events: ['MailsHeld'],
    example: { until: '2027-02-22', reasonCode: 'other' },
  }),
  command('change-mail-rule', bodies.MailRuleBody, (body) => ({ type: 'ChangeMailRule', ...body }), {
    summary: 'A rule of mails has other days, or is off; also back to what an earlier version said',
    events: ['MailRuleChanged'],
    example: { rule: 'N17', on: true, days: [5] },
  }),
  command('release-mails', bodies.ReleaseMailsBody, (body) => ({ type: 'ReleaseMails', ...body }), {
    summary: 'Mails that waited go again, unless it is too late',
    events: ['MailsReleased'],
    example: { holdId: exampleIds.hold },
  }),
];

/** A step that is named twice counts as it was named last; one that is not named as the national one. */
const rulesOf = (steps: readonly bodies.StepBody[]): StepRules => ({
  ...nationalSteps,
  ...Object.fromEntries(steps.map(({ step, ...rule }) => [step, rule])),
});

function termDates({ terms: [autumn, spring, summer], ...others }: bodies.TermDatesBody): ProgrammeRequest {
  // The body has exactly three.
  return { type: 'EnterTermDates', ...others, terms: [autumn!, spring!, summer!] };
}
