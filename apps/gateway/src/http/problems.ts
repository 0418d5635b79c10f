import { STATUS_CODES } from 'node:http';
import { ChangedBySomeoneElse } from '@linking/application/changed-by-someone-else.js';
import {
  AccountRefused,
  NotAllowed,
  NotFound,
  SignInRequired,
  TooManyAttempts,
  WrongPassword,
} from '@linking/application/accounts/access-errors.js';
import { KeptRefused, NothingSigned, UnknownSize } from '@linking/application/audit/audit-errors.js';
import { Refusal } from '@linking/domain/refusal.js';
import { ImportRefused } from '@linking/domain/schools/import-refused.js';
import { CommandIdReused, ConcurrencyError, EventTooLargeError } from '@linking/events/event-store-errors.js';
import { ClockOnlyForwardError } from '@linking/platform/clock/database-clock.js';
import { FormTokenMissing, IdempotencyKeyReused, IfMatchRequired, InvalidInput } from './http-errors.js';
import type { FieldError, InputPart } from './http-errors.js';
import { isUnavailable } from './unavailable.js';

/** RFC 9457, without the members that are the same for every problem. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const INPUT_CODES: Readonly<Record<InputPart, string>> = {
  body: 'INVALID_BODY',
  query: 'INVALID_QUERY',
  address: 'INVALID_ADDRESS',
  header: 'INVALID_HEADER',
};

const SOON = { 'retry-after': '1' };

/** The answer to an error: the one place where errors become HTTP numbers. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput) {
    return {
      status: 400,
      code: INPUT_CODES[error.part],
      detail: sentenceOf(error.errors),
      errors: error.errors,
    };
  }
  return accessProblem(error) ?? writeProblem(error) ?? requestProblem(error) ?? outage(error) ?? UNEXPECTED;
}

const MOST_SENTENCES = 3;

/** What is wrong, for somebody who reads no further. */
function sentenceOf(errors: readonly FieldError[]): string {
  const messages = [...new Set(errors.map(({ message }) => message))];
  const rest = messages.length - MOST_SENTENCES;
  return messages.slice(0, MOST_SENTENCES).join(' ') + (rest > 0 ? ` And ${rest} more.` : '');
}

const IMPORT_STATUS: Readonly<Record<ImportRefused['code'], number>> = {
  IMPORT_UNREADABLE: 400,
  IMPORT_HEADER_UNKNOWN: 400,
  IMPORT_TOO_LARGE: 413,
  IMPORT_HAS_ERRORS: 422,
  IMPORT_RUNNING: 409,
  IMPORT_DATE: 422,
};

const KEPT_CODES: Readonly<Record<KeptRefused['fault'], Pick<Problem, 'status' | 'code'>>> = {
  malformed: { status: 400, code: 'CHECKPOINT_MALFORMED' },
  'other-log': { status: 409, code: 'CHECKPOINT_OF_ANOTHER_LOG' },
  'other-key': { status: 409, code: 'CHECKPOINT_OF_ANOTHER_KEY' },
  forged: { status: 409, code: 'CHECKPOINT_FORGED' },
  'log-shorter': { status: 409, code: 'LOG_SHORTER_THAN_CHECKPOINT' },
  rewritten: { status: 409, code: 'LOG_NOT_THAT_OF_CHECKPOINT' },
};

function accessProblem(error: unknown): Problem | undefined {
  if (error instanceof SignInRequired) {
    const headers = { 'www-authenticate': 'Bearer' };
    return { status: 401, code: 'SIGN_IN_REQUIRED', detail: error.message, headers };
  }
  if (error instanceof WrongPassword) return { status: 401, code: 'WRONG_PASSWORD', detail: error.message };
  if (error instanceof NotAllowed) return { status: 403, code: 'NOT_ALLOWED', detail: error.message };
  if (error instanceof FormTokenMissing) return { status: 403, code: 'FORM_EXPIRED', detail: error.message };
  if (error instanceof NotFound) return { status: 404, code: 'NOT_FOUND', detail: error.message };
  if (error instanceof NothingSigned) return { status: 404, code: 'NOTHING_SIGNED', detail: error.message };
  if (error instanceof KeptRefused) {
    const errors = [{ field: 'checkpoint', message: error.message }];
    return { ...KEPT_CODES[error.fault], detail: error.message, errors };
  }
  if (error instanceof UnknownSize) {
    const errors = [{ field: error.field, message: error.message }];
    return { status: 400, code: INPUT_CODES.query, detail: error.message, errors };
  }
  if (error instanceof TooManyAttempts) {
    const headers = { 'retry-after': String(error.retryAfterSeconds) };
    return { status: 429, code: 'TOO_MANY_ATTEMPTS', detail: error.message, headers };
  }
  return undefined;
}

function writeProblem(error: unknown): Problem | undefined {
  if (error instanceof ChangedBySomeoneElse) {
    const { currentRevision, changedBy, changes } = error;
    const more = { currentRevision, changedBy, changes };
    return { status: 412, code: 'CHANGED_BY_SOMEONE_ELSE', detail: error.message, more };
  }
  if (error instanceof IfMatchRequired)
    return { status: 428, code: 'IF_MATCH_REQUIRED', detail: error.message };
  if (error instanceof IdempotencyKeyReused || error instanceof CommandIdReused) {
    return { status: 422, code: 'IDEMPOTENCY_KEY_REUSED', detail: new IdempotencyKeyReused().message };
  }
  if (error instanceof AccountRefused) {
    const errors = [{ field: error.field, message: error.sentence }];
    return { status: 422, code: error.code, detail: error.sentence, errors };
  }
  if (error instanceof Refusal) {
    return { status: 422, code: error.code, detail: error.sentence, more: { ...error.more } };
  }
  if (error instanceof ImportRefused) {
    const { line, result } = error.more;
    const more = { ...(line === undefined ? {} : { line }), ...result };
    return { status: IMPORT_STATUS[error.code], code: error.code, detail: error.sentence, more };
  }
  if (error instanceof ClockOnlyForwardError) {
    const detail = 'The clock of the demonstration only moves forward.';
    return { status: 422, code: 'CLOCK_ONLY_FORWARD', detail, more: { now: error.now } };
  }
  if (error instanceof EventTooLargeError) {
    return {
      status: 422,
      code: 'TOO_MUCH_AT_ONCE',
      detail: 'This is too much for one entry. Send it in parts.',
    };
  }
  return undefined;
}

const REQUEST_PROBLEMS: Readonly<Record<number, readonly [code: string, detail: string]>> = {
  400: [
    'MALFORMED_REQUEST',
    'The request cannot be read. Is the body well-formed JSON, without NUL characters?',
  ],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  405: ['METHOD_NOT_ALLOWED', 'This address does not take this method.'],
  408: ['TOO_SLOW', 'The request did not arrive in time.'],
  413: ['TOO_LARGE', 'The body is too large.'],
  414: ['ADDRESS_TOO_LONG', 'The address is too long.'],
  415: ['UNKNOWN_CONTENT_TYPE', 'Send this as application/json, or as the type the description names.'],
  431: ['HEADERS_TOO_LARGE', 'The headers are too large.'],
};

/** What node says of a body whose sender went away; nobody is left to read the answer. */
const brokenOff = ({ code, message }: { readonly code?: unknown; readonly message?: unknown }) =>
  code === 'ECONNRESET' && message === 'aborted';

/** SQLSTATE 22021: PostgreSQL keeps no NUL characters; they only come from outside. */
const UNREADABLE_TEXT = '22021';

function requestProblem(error: unknown): Problem | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if (brokenOff(error)) {
    return { status: 400, code: 'BROKEN_OFF', detail: 'The request broke off before its end.' };
  }
  const {
    status,
    statusCode = status,
    code,
  } = error as { status?: unknown; statusCode?: unknown; code?: unknown };
  const number = code === UNREADABLE_TEXT ? 400 : statusCode;
  if (typeof number !== 'number' || number < 400 || number > 499) return undefined;
  const [known, detail] = REQUEST_PROBLEMS[number] ?? ['REFUSED', `${STATUS_CODES[number] ?? 'Refused'}.`];
  return { status: number, code: known, detail };
}

function outage(error: unknown): Problem | undefined {
  if (error instanceof ConcurrencyError) {
    return { status: 503, code: 'BUSY', detail: 'Many people are saving here. Try again.', headers: SOON };
  }
  if (!isUnavailable(error)) return undefined;
  const detail = 'The service cannot be reached for a moment. Try again; asking twice does no harm.';
  return { status: 503, code: 'UNAVAILABLE', detail, headers: SOON };
}

const UNEXPECTED: Problem = {
  status: 500,
  code: 'UNEXPECTED',
  detail: 'Something went wrong on our side. Asking again with the same Idempotency-Key does no harm.',
};
