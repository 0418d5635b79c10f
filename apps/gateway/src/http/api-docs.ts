import { applyDecorators } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { ApiExtension, ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { CorrespondenceEventName } from '@linking/events/correspondence/correspondence-events.js';
import type { GrantEventName } from '@linking/events/grant/grant-events.js';
import type { InterestEventName } from '@linking/events/interest/interest-events.js';
import type { LinkEventName } from '@linking/events/link/link-events.js';
import type { ProgrammeEventName } from '@linking/events/programme/programme-events.js';
import type { SchoolEventName } from '@linking/events/school/school-events.js';
import type { TrainingEventName } from '@linking/events/training/training-events.js';
import type { UserEventName } from '@linking/events/user/user-events.js';
import type { VenueEventName } from '@linking/events/venue/venue-events.js';
import { ChangedProblem } from './changed-problem.dto.js';
import { ProblemBody } from './problem.dto.js';

const REASONS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: `errors` says which fields.',
  401: 'Sign in first.',
  403: 'This account does not allow it.',
  404: 'It does not exist, or belongs to another programme.',
  409: 'Another import is running.',
  412: 'Changed by someone else since the revision you saw; nothing was written.',
  413: 'Too large.',
  415: 'Of a type that is not taken here.',
  422: 'Refused by a rule: `code` and a sentence; or the Idempotency-Key was used for something else.',
  428: 'If-Match is missing.',
};

/** The problems that a route may answer. */
export const ApiProblems = (...statuses: readonly number[]) =>
  applyDecorators(
    ApiExtraModels(ProblemBody, ChangedProblem),
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: REASONS[status] ?? 'A problem.',
        content: {
          'application/problem+json': {
            schema: { $ref: getSchemaPath(status === 412 ? ChangedProblem : ProblemBody) },
          },
        },
      }),
    ),
  );

const etag = {
  ETag: { description: 'The revision, for If-Match.', schema: { type: 'string', example: '"7"' } },
} as const;
const location = { Location: { description: 'Where it is.', schema: { type: 'string' } } } as const;

export const TakesIdempotencyKey = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key with the same body is carried out once and answered the same for 7 days.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
});

/** A read of one thing or a list. */
export const ApiRead = (type: Type, ...problems: readonly number[]) =>
  applyDecorators(ApiResponse({ status: 200, description: 'Found.', type }), ApiProblems(401, ...problems));

/** A read of one thing with its revision as ETag. */
export const ApiReadRevision = (type: Type, ...problems: readonly number[]) =>
  applyDecorators(
    ApiResponse({ status: 200, description: 'Found.', type, headers: etag }),
    ApiProblems(401, 404, ...problems),
  );

/** Something new: no If-Match. */
export const ApiCreate = (type: Type) =>
  applyDecorators(
    TakesIdempotencyKey,
    ApiResponse({ status: 201, description: 'Made.', type, headers: { ...etag, ...location } }),
    ApiProblems(400, 401, 403, 404, 422),
  );

/** A change of something that is there. */
export const ApiChange = (type: Type, { ifMatchRequired = true } = {}) =>
  applyDecorators(
    TakesIdempotencyKey,
    ApiHeader({
      name: 'If-Match',
      required: ifMatchRequired,
      description: 'The ETag of the last answer.',
      schema: { type: 'string', example: '"7"' },
    }),
    ApiResponse({ status: 200, description: 'Done, or it stood so already.', type, headers: etag }),
    ApiProblems(400, 401, 403, 404, 412, 422, ...(ifMatchRequired ? [428] : [])),
  );

export type EventName =
  | CorrespondenceEventName
  | GrantEventName
  | LinkEventName
  | InterestEventName
  | TrainingEventName
  | VenueEventName
  | UserEventName
  | ProgrammeEventName
  | SchoolEventName;

/** The events that a command may write; `docs/api-commands.md` is made of it. */
export const Writes = (...events: readonly EventName[]) => ApiExtension('x-events', events);
