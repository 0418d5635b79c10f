import * as codes from '@linking/events/link/codes.js';
import { isPossibleDate } from '../calendar/london.js';
import type { RecordedLinkEvent } from './link.js';
import { isKeptCount, isScore } from './survey-numbers.js';

/** What says which link, school, class, person or text an entry is about is no value of it: void and enter again. */
const fixedFields = new Set(
  [
    'ref programme partnerProgramme year kind classes side fromSide number about urn seal differenceProfile',
    'interestId interestRevision classId classNameId headId teacherId personId teachers signerId sessionId noteId',
    'heldAtId withInterest jobShare meeting round instrument consentId',
    'textVersion documentHash basis rule meetingsHeld stageReached',
    'continuesFrom remainingSide newLinkRef missing',
    'correctsEventId voidsEventId pointer was now',
  ].flatMap((names) => names.split(' ')),
);

const codesOf: Readonly<Record<string, readonly unknown[]>> = {
  a: codes.riskAssessments,
  b: codes.riskAssessments,
  transport: codes.transports,
  signerRole: codes.signerRoles,
  keyQuestions: codes.keyQuestions,
  subjects: codes.subjects,
  policyTags: codes.policyTags,
  activities: codes.venueActivities,
  hostSide: codes.sides,
  role: codes.testimonialRoles,
  riskAssessment: codes.riskAssessments,
  yearGroups: Array.from({ length: 14 }, (_, year) => year),
};

/** Whether the value at a JSON pointer says what the entry is about, so that it cannot be corrected. */
export function isFixed(event: RecordedLinkEvent, pointer: string): boolean {
  const replaces = ['TeacherReplaced', 'HeadteacherChanged', 'SchoolSucceeded'].includes(event.type);
  const personReplaced = replaces && (pointer === '/from' || pointer === '/to');
  return personReplaced || pointer.split('/').some((part) => fixedFields.has(part));
}

/** Whether a value may stand where another one stands: of the same kind, a code where codes stand, a day where days do. */
export function fits(event: RecordedLinkEvent, pointer: string, value: unknown, now: unknown): boolean {
  if (pointer === '/occurredOn') {
    return typeof now === 'string' && (event.type === 'MeetingHeld' ? isDay(now) : isWhen(now, value));
  }
  if (!sameKind(value, now)) return false;
  if (typeof now === 'boolean') return true;
  const allowed = allowedCodes(event, nameOf(pointer));
  if (typeof now === 'number' && allowed === undefined) return fitsNumber(event, pointer, now);
  const was: readonly unknown[] = Array.isArray(value) ? value : [value];
  const values: readonly unknown[] = Array.isArray(now) ? now : [now];
  return values.every((it) => (allowed === undefined ? sameForm(was[0], it) : allowed.includes(it)));
}

/** The name of the field: of `/keyQuestions/0` it is `keyQuestions`, of `/riskAssessment/a` it is `a`. */
const nameOf = (pointer: string) => pointer.split('/').findLast((part) => Number.isNaN(Number(part))) ?? '';

function allowedCodes(event: RecordedLinkEvent, field: string): readonly unknown[] | undefined {
  const exchange = event.type === 'WorkExchanged';
  if (field === 'mode') return exchange ? codes.exchangeModes : codes.meetingModes;
  if (field === 'means') {
    return event.type === 'AgreementSigned' ? codes.signatureMeans : codes.proposalMeans;
  }
  return codesOf[field];
}

/** A single value takes the place of a single value, a list of them that of a list; nothing else can be corrected. */
export function sameKind(value: unknown, now: unknown): boolean {
  if (Array.isArray(value)) return Array.isArray(now) && [...value, ...now].every(isSingle);
  return isSingle(value) && typeof now === typeof value;
}

const isSingle = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

const isDay = (text: string) => text.length === 10 && isPossibleDate(text);
/** Only an import knows no better than that it was before it; what stands there may stand. */
const isWhen = (text: string, was: unknown) => isPossibleDate(text) || text === was;
const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
/** Words stay out of the log: what stands in an entry is a code, an id or a number. */
const isCode = (text: string) => /^[\w.:-]{1,64}$/.test(text);

/** A count is a whole number that is not negative; a survey has numbers of its own. */
function fitsNumber(event: RecordedLinkEvent, pointer: string, now: number): boolean {
  if (event.type !== 'SurveyResultRecorded') return Number.isInteger(now) && now >= 0;
  return pointer === '/n' ? isKeptCount(now) : isScore(now);
}

/** A day stays a day, a time a time, a code a code; a list that holds nothing yet holds codes. */
function sameForm(was: unknown, now: unknown): boolean {
  if (typeof now !== 'string') return false;
  const before = String(was);
  if (isDay(before)) return isDay(now);
  return isTime(before) ? isTime(now) : isCode(now);
}
