import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { isPossibleDate } from '@linking/domain/calendar/london.js';

interface FieldOptions {
  /** The field may be left out; null is a value, and refused. */
  readonly optional?: boolean;
  readonly description?: string;
}

/** Unlike IsOptional it refuses null, which would be kept as a value. */
export const MayBeLeftOut = () => ValidateIf((_body, value) => value !== undefined);

/** Rules, refusals and description of one field of a body, said once. */
function field(
  { optional, description }: FieldOptions,
  schema: ApiPropertyOptions,
  ...rules: readonly PropertyDecorator[]
): PropertyDecorator {
  const described = { ...schema, required: !optional, ...(description === undefined ? {} : { description }) };
  return applyDecorators(
    ApiProperty(described as ApiPropertyOptions),
    ...(optional ? [MayBeLeftOut()] : []),
    ...rules,
  );
}

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** A line of text such as a name: no control characters, so that it can stand in a mail's header. */
export const Line = (maxLength: number, options: FieldOptions = {}) =>
  field(
    options,
    { type: String, minLength: 1, maxLength },
    trimmed,
    IsString({ message: '$property has to be text.' }),
    Length(1, maxLength, { message: `$property has to have 1 to ${maxLength} characters.` }),
    // Control characters, halves of characters, and those that turn the direction of writing.
    Matches(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u, {
      message: '$property has to be one line without control characters.',
    }),
  );

/** Text of several lines. */
export const Note = (maxLength = 5_000) =>
  field(
    { optional: true, description: "No children's names." },
    { type: String, maxLength },
    IsString({ message: '$property has to be text.' }),
    Length(0, maxLength, { message: `$property has to have at most ${maxLength} characters.` }),
    Matches(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, {
      message: '$property has characters that cannot be kept.',
    }),
  );

export const Email = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    trimmed,
    IsEmail({}, { message: '$property has to be an e-mail address such as name@school.example.' }),
    Length(3, 254, { message: '$property has to have at most 254 characters.' }),
  );

/** A word for programs, such as a reason: it stands in the log for ever, so no free text. */
export const Code = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, pattern: CODE.source, maxLength: 60 },
    IsString({ message: A_CODE }),
    Length(1, 60, { message: A_CODE }),
    Matches(CODE, { message: A_CODE }),
  );

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const A_CODE =
  '$property has to be a code of up to 60 small letters, digits and hyphens, such as staff-illness.';
const EACH_A_CODE =
  'Each of $property has to be a code of up to 60 small letters, digits and hyphens, such as faith.';

export const Codes = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, isArray: true, maxItems: 20 },
    IsArray({ message: '$property has to be a list.' }),
    ArrayMaxSize(20, { message: '$property has to have at most 20 entries.' }),
    ArrayUnique({ message: '$property names something twice.' }),
    Matches(CODE, { each: true, message: EACH_A_CODE }),
    Length(1, 60, { each: true, message: EACH_A_CODE }),
  );

export const OneOf = (codes: readonly (string | number)[], options: FieldOptions = {}) =>
  field(
    options,
    { type: typeof codes[0] === 'number' ? 'integer' : 'string', enum: [...codes] },
    IsIn(codes, { message: `$property has to be one of ${codes.join(', ')}.` }),
  );

export const SomeOf = (codes: readonly string[], options: FieldOptions = {}) =>
  field(
    options,
    { type: 'string', enum: [...codes], isArray: true, uniqueItems: true },
    IsArray({ message: '$property has to be a list.' }),
    ArrayMaxSize(codes.length, { message: '$property names something twice.' }),
    ArrayUnique({ message: '$property names something twice.' }),
    IsIn(codes, { each: true, message: `Each of $property has to be one of ${codes.join(', ')}.` }),
  );

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Before and after it a date is a slip of the hand, such as 0206-11-23. */
const YEARS = /^(?:199|20[0-9])\d/;
const SPAN = 'from 1990 to 2099';

export const Day = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date' },
    dateRule(
      `$property has to be a day that exists, such as 2026-11-23, ${SPAN}.`,
      (text) => DAY.test(text) && isPossibleDate(text),
    ),
  );

/** Several days. */
export const Days = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date', isArray: true, maxItems: 20 },
    IsArray({ message: '$property has to be a list.' }),
    ArrayMaxSize(20, { message: '$property has to have at most 20 entries.' }),
    ValidateBy(
      {
        name: 'dates',
        validator: {
          validate: (value) =>
            typeof value === 'string' && DAY.test(value) && YEARS.test(value) && isPossibleDate(value),
        },
      },
      { each: true, message: `Each of $property has to be a day that exists, such as 2026-11-23, ${SPAN}.` },
    ),
  );

/** A day, a month or a year. */
export const LooseDay = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' },
    dateRule(
      `$property has to be a day, a month or a year, such as 2026-11-23, 2026-11 or 2026, ${SPAN}.`,
      isPossibleDate,
    ),
  );

const dateRule = (message: string, isDate: (text: string) => boolean) =>
  ValidateBy(
    {
      name: 'date',
      validator: { validate: (value) => typeof value === 'string' && YEARS.test(value) && isDate(value) },
    },
    { message },
  );

export const Time = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, pattern: TIME.source },
    IsString({ message: '$property has to be a time such as 09:30.' }),
    Matches(TIME, { message: '$property has to be a time such as 09:30.' }),
  );

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A whole number of people; the rules of the charity say how many are possible. */
export const Headcount = (options: FieldOptions = {}) =>
  field(
    options,
    { type: 'integer', minimum: 0, maximum: 200 },
    IsInt({ message: '$property has to be a whole number from 0 to 200.' }),
    Min(-100_000, { message: '$property has to be a whole number from 0 to 200.' }),
    Max(100_000, { message: '$property has to be a whole number from 0 to 200.' }),
  );

export const Count = (minimum: number, maximum: number, options: FieldOptions = {}) => {
  const message = `$property has to be a whole number from ${minimum} to ${maximum}.`;
  return field(
    options,
    { type: 'integer', minimum, maximum },
    IsInt({ message }),
    Min(minimum, { message }),
    Max(maximum, { message }),
  );
};

/** The mean of a class, from 1 to 5. */
export const Score = (options: FieldOptions = {}) => {
  const message = '$property has to be a number from 1 to 5 with at most two decimals, such as 3.4.';
  return field(
    options,
    { type: Number, minimum: 1, maximum: 5 },
    IsNumber({ maxDecimalPlaces: 2 }, { message }),
    Min(1, { message }),
    Max(5, { message }),
  );
};

/** Year groups of a class; 0 is Reception. */
export const YearGroups = (options: FieldOptions = {}) =>
  field(
    { description: 'One or more year groups; 0 is Reception.', ...options },
    { type: 'integer', minimum: 0, maximum: 13, isArray: true, minItems: 1, maxItems: 14, uniqueItems: true },
    IsArray({ message: '$property has to be a list.' }),
    ArrayMinSize(1, { message: 'Give at least one year group.' }),
    ArrayMaxSize(14, { message: '$property names a year group twice.' }),
    ArrayUnique({ message: '$property names a year group twice.' }),
    IsInt({ each: true, message: 'A year group is a whole number from 0 to 13.' }),
    Min(0, { each: true, message: 'A year group is a whole number from 0 to 13.' }),
    Max(13, { each: true, message: 'A year group is a whole number from 0 to 13.' }),
  );

export const Id = (options: FieldOptions = {}) =>
  field(options, { type: String, format: 'uuid' }, IsUUID('all', { message: '$property has to be a UUID.' }));

export const YesNo = (options: FieldOptions = {}) =>
  field(options, { type: Boolean }, IsBoolean({ message: '$property has to be true or false.' }));

export const Year = (options: FieldOptions = {}) =>
  pattern(/^\d{4}-\d{2}$/, 'a year such as 2026-27', options);
/** A school of the register, or the key of one that was added by hand. */
export const SchoolKey = (options: FieldOptions = {}) =>
  pattern(/^(?:\d{6}|N\d{5})$/, 'the six digits of a URN, or a key such as N00001', options);
export const SchoolKeys = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, isArray: true, maxItems: 20 },
    IsArray({ message: '$property has to be a list.' }),
    ArrayMaxSize(20, { message: '$property has to have at most 20 entries.' }),
    Matches(/^(?:\d{6}|N\d{5})$/, {
      each: true,
      message: 'Each of $property has to be the six digits of a URN, or a key such as N00001.',
    }),
  );
export const LaCode = (options: FieldOptions = {}) =>
  pattern(/^\d{3}$/, 'the three digits of a local authority, such as 380', options);
export const DistrictCode = (options: FieldOptions = {}) =>
  pattern(/^E0[6-9]\d{6}$/, 'the GSS code of a district, such as E07000117', options);
export const Urn = (options: FieldOptions = {}) => pattern(/^\d{6}$/, 'the six digits of a URN', options);
export const LinkRef = (options: FieldOptions = {}) =>
  pattern(/^[A-Z]{3}-\d{4}-\d{3,6}$/, 'the reference of a link, such as BRD-2026-014', options);
export const Slug = (options: FieldOptions = {}) =>
  pattern(/^[a-z0-9]+(?:-[a-z0-9]+){0,9}$/, 'the slug of a programme, such as bradford', options);
export const Postcode = (options: FieldOptions = {}) =>
  pattern(/^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/, 'a postcode such as BD9 4LA', options);

function pattern(shape: RegExp, what: string, options: FieldOptions): PropertyDecorator {
  const message = `$property has to be ${what}.`;
  return field(
    options,
    { type: String, pattern: shape.source },
    IsString({ message }),
    Length(1, 100, { message }),
    Matches(shape, { message }),
  );
}
