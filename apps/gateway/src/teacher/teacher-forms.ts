import { exchangeKinds, exchangeModes, transports } from '@linking/events/link/codes.js';
import type { MeetingNumber, Side } from '@linking/events/link/link-events.js';
import { closedDaySentence } from '@linking/domain/calendar/closed-day-sentence.js';
import { calendarOfSide } from '@linking/domain/reminders/reader-school-days.js';
import { dueExchange } from '@linking/domain/link/due-exchange.js';
import { bothSides, meetingOf, otherSide, type Meeting } from '@linking/domain/link/link.js';
import type { LinkRequest, Said } from '@linking/application/links/link-request.js';
import { riskAssessmentSaid } from '@linking/application/teachers/school-page-may.js';
import { dateField, optionsOf } from '../links/forms/choices.js';
import { capital, exchangeModeNames, exchangeNames } from '@linking/words/link-terms.js';
import { dateValues } from '../pages/forms/date-field.js';
import type { ChoiceField, FormField, FormView } from '../pages/forms/form-view.js';
import type { PostedForm } from '../pages/forms/posted-form.js';
import { longDay } from '@linking/words/format.js';
import { meetingTitle, partnerName, wherePlace, whenText, type Taught } from './teacher-words.js';

/** One thing that a teacher records: its page, and how what was posted becomes a request. */
export interface TeacherForm {
  readonly title: string;
  readonly lead?: string;
  readonly submitLabel: string;
  readonly fields: readonly FormField[];
  readonly values: FormView['values'];
  readonly read: (posted: PostedForm) => { readonly request: LinkRequest; readonly said: Said };
  /** Said after it was saved. */
  readonly done: string;
  /** Somebody recorded it already: it is shown, and not asked again. */
  readonly isRecorded?: boolean;
}

/** `sent`, `met-1`, `ready-2`, `date-2`; `undefined` for any other part of an address, and for a meeting that is over. */
export function teacherForm(step: string, taught: Taught): TeacherForm | undefined {
  if (step === 'sent') return sentForm(taught);
  const [, what, digit] = /^(met|ready|date)-([1-4])$/.exec(step) ?? [];
  const number = ([1, 2, 3, 4] as const).find((one) => String(one) === digit);
  if (number === undefined) return undefined;
  if (what === 'date') return dateForm(taught, number);
  return what === 'met' ? metForm(taught, number) : readyForm(taught, number);
}

const NOTE = { kind: 'textarea', name: 'note', label: 'Anything to add?', optional: true, rows: 3 } as const;
const noteOf = (posted: PostedForm) => {
  const note = posted.words('note');
  return note === undefined ? {} : { note };
};

/** How it was sent is asked apart. */
const kinds = exchangeKinds.filter((kind) => kind !== 'digital');

function sentForm(taught: Taught): TeacherForm {
  const { link, side, today } = taught;
  const kindWords = Object.fromEntries(
    Object.entries(exchangeNames).map(([kind, words]) => [kind, capital(words)]),
  );
  return {
    title: `What did you send to ${partnerName(taught)}?`,
    submitLabel: 'Yes, we sent it',
    fields: [
      { kind: 'radios', name: 'kind', label: 'What?', options: optionsOf(kinds, kindWords) },
      {
        kind: 'radios',
        name: 'mode',
        label: 'How?',
        options: optionsOf(['post', 'hand', 'digital'], exchangeModeNames),
      },
      dateField('occurredOn', 'When?'),
      NOTE,
    ],
    values: {
      kind: dueExchange(link, side, today)?.kinds[0] ?? 'work',
      mode: 'post',
      ...dateValues('occurredOn', today),
    },
    read: (posted) => {
      const kind = posted.oneOf('kind', kinds, 'Choose what was sent');
      // The buttons of her page say what, and no more: that it was today is all they know beside.
      if (posted.tick('tap')) {
        return { request: { type: 'RecordExchange', fromSide: side, kind, mode: 'not-known' }, said: {} };
      }
      const mode = posted.oneOf('mode', exchangeModes, 'Choose how it was sent');
      const occurredOn = posted.day('occurredOn', 'Enter the day on which you sent it');
      return {
        request: { type: 'RecordExchange', fromSide: side, kind, mode },
        said: { occurredOn, ...noteOf(posted) },
      };
    },
    done: `Thank you. It is recorded that you sent work to ${partnerName(taught)}.`,
  };
}

function metForm(taught: Taught, number: MeetingNumber): TeacherForm {
  const { link, side, today } = taught;
  const meeting = meetingOf(link, number);
  // Sent twice, the form of a meeting that is held by then is still read as the first time.
  const planned = meeting?.status === 'cancelled' ? undefined : meeting;
  const partner = otherSide(side);
  const [own, theirs] = [link.sides[side].pupilCount, link.sides[partner].pupilCount];
  const inPerson = planned === undefined || planned.mode === 'in-person';
  return {
    title: planned === undefined ? 'Record that you met' : 'How did it go?',
    lead:
      planned === undefined
        ? `${meetingTitle(taught, { number, mode: 'in-person' })} with ${partnerName(taught)}.`
        : `${meetingTitle(taught, planned)}: planned for ${whenText(planned)}, ${wherePlace(taught, planned)}.`,
    submitLabel: 'Record the meeting',
    fields: [
      dateField('on', 'When did you meet?'),
      ...(planned === undefined ? [placeField(taught)] : []),
      {
        kind: 'row',
        fields: [
          {
            kind: 'number',
            name: 'pupilsOwn',
            label: 'Your pupils',
            hint: `Of ${own} in the class`,
            width: 4,
          },
          {
            kind: 'number',
            name: 'pupilsPartner',
            label: 'Their pupils',
            hint: `Of ${theirs} in the class`,
            width: 4,
          },
        ],
      },
      {
        kind: 'row',
        fields: [
          { kind: 'number', name: 'adultsOwn', label: 'Your adults', width: 4 },
          { kind: 'number', name: 'adultsPartner', label: 'Their adults', width: 4 },
        ],
      },
      ...(inPerson ? [riskField('Was your school’s risk assessment done?')] : []),
      yesNo('collaborative', 'Did the children work in mixed groups?'),
      NOTE,
    ],
    values: {
      ...dateValues('on', planned !== undefined && planned.on <= today ? planned.on : today),
      ...(meeting?.ready[side]?.riskAssessment === 'confirmed' ? { riskAssessment: 'yes' } : {}),
    },
    read: (posted) => ({ request: readMet(posted, taught, number, planned), said: noteOf(posted) }),
    done: 'Thank you. The meeting is recorded.',
    isRecorded: meeting?.status === 'held',
  };
}

function readMet(
  posted: PostedForm,
  taught: Taught,
  number: MeetingNumber,
  planned: Meeting | undefined,
): LinkRequest {
  const { link, side } = taught;
  const partner = partnerName(taught);
  const on = posted.day('on', 'Enter the day on which you met');
  const place = planned === undefined ? readPlace(posted, side) : { mode: planned.mode };
  const pupils = {
    own: posted.count('pupilsOwn', 'Enter how many of your pupils came'),
    partner: posted.count('pupilsPartner', `Enter how many pupils of ${partner} came`),
  };
  const adults = {
    own: posted.count('adultsOwn', 'Enter how many adults came with your class'),
    partner: posted.count('adultsPartner', 'Enter how many adults came with their class'),
  };
  const risk = place.mode === 'in-person' ? readRisk(posted) : riskAssessmentSaid(link, number, side);
  const collaborative =
    posted.oneOf(
      'collaborative',
      ['yes', 'no'] as const,
      'Say whether the children worked in mixed groups',
    ) === 'yes';
  const [a, b] = side === 'a' ? (['own', 'partner'] as const) : (['partner', 'own'] as const);
  const said = { ...riskOf(taught, number), [side]: risk };
  return {
    type: 'RecordMeetingHeld',
    number,
    on,
    ...place,
    pupilsA: pupils[a],
    pupilsB: pupils[b],
    adultsA: adults[a],
    adultsB: adults[b],
    riskAssessment: said,
    collaborative,
  };
}

/** What each school said of its own risk assessment before the day. */
function riskOf({ link }: Taught, number: MeetingNumber) {
  const [a, b] = bothSides.map((side) => riskAssessmentSaid(link, number, side));
  return { a: a ?? 'not-known', b: b ?? 'not-known' };
}

function placeField(taught: Taught): ChoiceField {
  const inSchool = taught.link.kind === 'in-school';
  return {
    kind: 'radios',
    name: 'place',
    label: 'Where?',
    options: [
      { value: 'own', label: 'At our school' },
      ...(inSchool ? [] : [{ value: 'partner', label: `At ${partnerName(taught)}` }]),
      { value: 'elsewhere', label: 'Somewhere else' },
      { value: 'online', label: 'Online' },
    ],
  };
}

function readPlace(
  posted: PostedForm,
  side: Side,
): { readonly mode: 'in-person' | 'virtual'; readonly hostSide?: Side } {
  const place = posted.oneOf(
    'place',
    ['own', 'partner', 'elsewhere', 'online'] as const,
    'Choose where you met',
  );
  switch (place) {
    case 'own':
      return { mode: 'in-person', hostSide: side };
    case 'partner':
      return { mode: 'in-person', hostSide: otherSide(side) };
    case 'elsewhere':
      return { mode: 'in-person' };
    case 'online':
      return { mode: 'virtual' };
  }
}

const yesNo = (name: string, label: string): ChoiceField => ({
  kind: 'radios',
  name,
  label,
  inline: true,
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
});

const riskField = (label: string) => yesNo('riskAssessment', label);
const readRisk = (posted: PostedForm) =>
  posted.oneOf(
    'riskAssessment',
    ['yes', 'no'] as const,
    'Say whether your school’s risk assessment was done',
  ) === 'yes'
    ? ('confirmed' as const)
    : ('not-confirmed' as const);

const transportWords = {
  booked: 'It is booked',
  'not-needed': 'We need none',
  'not-yet': 'Not booked yet',
};

/** Of a meeting in person that is planned; there is nothing to get ready for any other. */
function readyForm(taught: Taught, number: MeetingNumber): TeacherForm | undefined {
  const meeting = meetingOf(taught.link, number);
  if (meeting?.status !== 'planned' || meeting.mode !== 'in-person') return undefined;
  const { side } = taught;
  const known = meeting.ready[side];
  const risk = known && { riskAssessment: known.riskAssessment === 'confirmed' ? 'yes' : 'no' };
  return {
    title: 'Ready for the day?',
    lead: `${meetingTitle(taught, meeting)}: ${whenText(meeting)}, ${wherePlace(taught, meeting)}.`,
    submitLabel: 'Save',
    fields: [
      riskField('Is your school’s risk assessment done?'),
      {
        kind: 'radios',
        name: 'transport',
        label: 'Transport',
        options: optionsOf(transports, transportWords),
      },
      NOTE,
    ],
    values: { ...risk, ...(known && { transport: known.transport }) },
    read: (posted) => ({
      request: {
        type: 'ReadyForTheDay',
        number,
        side,
        riskAssessment: readRisk(posted),
        transport: posted.oneOf('transport', transports, 'Choose how it stands with transport'),
      },
      said: noteOf(posted),
    }),
    done: `Thank you. What you said about ${longDay(meeting.on)} is saved.`,
  };
}

const dateReasons = {
  clash: 'Something else is on that day',
  illness: 'Somebody is ill',
  'school-closed': 'Our school is closed that day',
  transport: 'There is no coach',
  other: 'Another reason',
};

/** Of a meeting that is still to come. Asking moves nothing: the facilitator talks with both schools. */
/**
 * Why the classes cannot well meet on a day, by the school days of her school and then of the partner school. Her coordinator may
 * still plan such a day, and is warned of it: what a teacher suggests is only to be one that helps.
 */
function closedThen(taught: Taught, day: string): string | undefined {
  const { link, side } = taught;
  const own = closedDaySentence(day, calendarOfSide(link, side));
  if (own !== undefined) return `${own} Suggest a school day.`;
  const partners = closedDaySentence(day, calendarOfSide(link, otherSide(side)));
  return partners && `At ${partnerName(taught)}, ${partners} Suggest a school day of both schools.`;
}

function dateForm(taught: Taught, number: MeetingNumber): TeacherForm | undefined {
  const meeting = meetingOf(taught.link, number);
  if (meeting?.status !== 'planned' || meeting.on <= taught.today) return undefined;
  const { side, today } = taught;
  const asked = meeting.asked?.[side];
  return {
    title: 'Ask for another date',
    lead: `${meetingTitle(taught, meeting)}: ${whenText(meeting)}, ${wherePlace(taught, meeting)}. The date stands until your local facilitator has moved it.`,
    submitLabel: 'Ask for another date',
    fields: [
      {
        kind: 'radios',
        name: 'reasonCode',
        label: 'Why?',
        options: optionsOf(Object.keys(dateReasons), dateReasons),
      },
      dateField('on', 'Which day would be better?', { optional: true }),
      NOTE,
    ],
    values: {
      ...(asked === undefined ? {} : { reasonCode: asked.reasonCode }),
      ...(asked?.on === undefined ? {} : dateValues('on', asked.on)),
    },
    read: (posted) => {
      const reasonCode = posted.oneOf('reasonCode', Object.keys(dateReasons), 'Choose why');
      const on = posted.optionalDay('on');
      if (on !== undefined && on !== '' && on <= today)
        posted.wrong('on', 'Enter a day that is still to come');
      else if (on === meeting.on) posted.wrong('on', 'It is on that day already: enter another day, or none');
      else if (on !== undefined && on !== '') {
        const closed = closedThen(taught, on);
        if (closed !== undefined) posted.wrong('on', closed);
      }
      return {
        request: { type: 'AskForAnotherDate', number, side, reasonCode, ...(on === undefined ? {} : { on }) },
        said: noteOf(posted),
      };
    },
    done: 'Thank you. Your local facilitator sees that you asked, and tells you both. Until then the date stands.',
  };
}
