import { randomUUID } from 'node:crypto';
import type { Confirmed } from '@linking/application/public-form/confirm-interest.js';
import type { InterestRequest, SaidInterest } from '@linking/application/public-form/interest-request.js';
import { needsRow } from '../interests/interest-view-model.js';
import { confirmPath } from '@linking/application/public-form/request-mails.js';
import type { UnplacedReason } from '@linking/domain/interest/routing.js';
import { capital, codeText, listText, yearGroupsText } from '@linking/words/link-terms.js';
import { academicYear, counted } from '@linking/words/format.js';
import type { ConfirmView, WriteToView } from '../pages/public-form/public-form-view.js';
import { nationalSentence } from './public-form-words.js';

export interface ConfirmMaterial {
  readonly token: string;
  readonly request: InterestRequest;
  readonly school: string;
  readonly problem?: string;
}

/** What was sent, to be read before it counts. */
export function openView(material: ConfirmMaterial, said: SaidInterest): ConfirmView {
  const { token, request, school, problem } = material;
  return {
    state: 'open',
    eyebrow: `Schools Linking, ${academicYear(request.year)}`,
    school,
    facts: factsOf(said, school, request),
    ...(problem === undefined ? {} : { problem }),
    confirm: {
      action: confirmPath(token),
      label: 'Yes, send it',
      look: 'primary',
      csrf: '',
      idempotencyKey: randomUUID(),
      hidden: { version: String(request.version) },
    },
  };
}

function factsOf(
  { head, classes, linkedBefore, priorities = [], constraints = [], note }: SaidInterest,
  school: string,
  { year }: InterestRequest,
): Extract<ConfirmView, { readonly state: 'open' }>['facts'] {
  const row = (key: string, value: string | undefined) => (value === undefined ? [] : [{ key, value }]);
  return [
    { key: 'School', value: school },
    { key: 'School year', value: academicYear(year) },
    { key: 'You', value: `${head.name}, ${codeText(head.role)}` },
    { key: 'E-mail', value: head.email },
    ...row('Telephone', head.phone),
    ...classes.map((offered, index) => ({ key: `Class ${index + 1}`, value: classText(offered) })),
    ...row('Linked before', linkedBefore === undefined ? undefined : linkedBefore ? 'yes' : 'no'),
    ...row('Hopes for', priorities.length === 0 ? undefined : capital(listText(priorities.map(codeText)))),
    ...needsRow('Needs', { constraints }),
    ...row('You also said', note),
  ];
}

function classText({ yearGroups, pupilCount, teachers = [] }: SaidInterest['classes'][number]): string {
  const names = teachers.flatMap((teacher) => ('name' in teacher ? [teacher.name] : []));
  const taught = names.length === 0 ? 'teacher to follow' : listText(names);
  return `${yearGroupsText(yearGroups)}, about ${counted(pupilCount, 'pupil')}, ${taught}`;
}

export interface OutcomeMaterial {
  readonly outcome: Confirmed;
  readonly school: string;
  readonly laName?: string;
  /** Name of the programme that has it; absent while none does. */
  readonly programme?: string;
  readonly writeTo: WriteToView;
}

/** After it was confirmed; or why there was nothing to record. Of whoever asked before it says nothing. */
export function outcomeView({ outcome, school, laName, programme, writeTo }: OutcomeMaterial): ConfirmView {
  const { state, interest } = outcome;
  const year = academicYear(interest.year);
  const whose = programme === undefined ? 'the national office' : `Schools Linking ${programme}`;
  if (state === 'known') {
    return {
      state,
      heading: 'We know already that your school would like to link',
      sentences: [
        `There is an interest of ${school} for ${year} already, so nothing more was recorded. ${capital(whose)} looks after it and will be in touch.`,
        'Would you like to offer another class, or change something? A line to this address is enough:',
      ],
      writeTo,
    };
  }
  const because = (interest.unplacedBecause ?? 'outside-every-area') as UnplacedReason;
  return {
    state,
    heading: 'Thank you: we have your interest',
    sentences: [
      `${school} offers ${counted(interest.classes.length, 'class', 'classes')} for ${year}.`,
      programme === undefined
        ? nationalSentence(because, laName)
        : `${whose} looks for a partner class and will be in touch. A mail that says so is on its way to you.`,
      'Nothing is settled before you say yes. If something changes, write to:',
    ],
    writeTo,
  };
}
