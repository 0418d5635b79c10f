import { IsInt, Matches, Min } from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { readAsAt } from '@linking/domain/link/as-at.js';
import type { Flag } from '@linking/domain/link/flags.js';
import type { Outcome } from '@linking/domain/link/link.js';
import type { ReplayClock } from '@linking/domain/link/replay.js';
import { stages, type Stage } from '@linking/domain/link/stage.js';
import type { LinkMoment } from '@linking/application/links/link-at.js';
import { Line, MayBeLeftOut, OneOf, Slug, Year } from '../http/fields.js';
import { InvalidInput } from '../http/http-errors.js';
import { PageQuery, wholeNumber } from '../http/paging.js';

export const outcomes: Record<Outcome, true> = {
  open: true,
  completed: true,
  'not-formed': true,
  withdrawn: true,
  're-brokered': true,
  'closed-incomplete': true,
};

// Records, so that a code that is added or taken away fails to compile here.
export const flags: Record<Flag, true> = {
  paused: true,
  'at-risk': true,
  overdue: true,
  'contact-lost': true,
};

export class LinksQuery extends PageQuery {
  @Slug({ optional: true })
  programme?: string;

  @OneOf(stages, { optional: true })
  stage?: Stage;

  @Year({ optional: true })
  year?: string;

  @OneOf([...Object.keys(flags), 'silent'], {
    optional: true,
    description: '`silent`: nothing was recorded for three weeks.',
  })
  flag?: Flag | 'silent';

  @OneOf(Object.keys(outcomes), { optional: true })
  outcome?: Outcome;

  @Line(100, {
    optional: true,
    description: "Part of a reference, a school's name or URN, or a person's name.",
  })
  q?: string;
}

const NOT_A_MOMENT =
  'asAt has to be a day such as 2027-01-15, or an instant such as 2027-01-15T09:00:00Z (a + is written %2B here).';

export class LinkMomentQuery {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    required: false,
    description: 'The link after so many of its events.',
  })
  @MayBeLeftOut()
  @Transform(({ value }: { value: unknown }) => wholeNumber(value))
  @IsInt({ message: 'revision has to be a whole number from 1.' })
  @Min(1, { message: 'revision has to be a whole number from 1.' })
  revision?: number;

  @ApiProperty({
    type: String,
    required: false,
    description: 'A day (its end, London) or an instant. Not with `revision`.',
  })
  @MayBeLeftOut()
  @Matches(/^\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]+)?$/, { message: NOT_A_MOMENT })
  asAt?: string;

  @OneOf(['known-then', 'known-now'], {
    optional: true,
    description: 'What was recorded by then (default), or what we know today had happened by then.',
  })
  clock?: ReplayClock;
}

/** The moment that is asked for; undefined for the present. Throws InvalidInput. */
export function momentOf({ revision, asAt, clock = 'known-then' }: LinkMomentQuery): LinkMoment | undefined {
  if (asAt === undefined) return revision === undefined ? undefined : { revision };
  if (revision !== undefined) throw wrong('revision', 'Ask for a revision or for a date, not for both.');
  const moment = readAsAt(asAt);
  if (moment === undefined) {
    throw wrong('asAt', asAt.includes('T') ? NOT_A_MOMENT : `${asAt} is not a day that exists.`);
  }
  return { asAt: moment, clock };
}

const wrong = (field: string, message: string) => new InvalidInput('query', [{ field, message }]);
