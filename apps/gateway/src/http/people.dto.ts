import { applyDecorators } from '@nestjs/common';
import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform, plainToInstance } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDefined, IsObject, ValidateNested } from 'class-validator';
import { Email, Id, Line, MayBeLeftOut, YesNo } from './fields.js';

export class KnownPerson {
  @Id()
  personId: string;
}

export class NewPerson {
  @Line(300)
  name: string;

  @Email()
  email: string;

  @Line(100, { optional: true })
  role?: string;

  @Line(50, { optional: true })
  phone?: string;
}

export class KnownTeacher extends KnownPerson {
  @YesNo({ optional: true })
  linkedBefore?: boolean;
}

export class NewTeacher extends NewPerson {
  @YesNo({ optional: true, description: 'Took part in a link in an earlier year: needs the half day only.' })
  linkedBefore?: boolean;
}

/** For the description: nothing else names these schemas where it looks for them. */
export const peopleModels = [KnownPerson, NewPerson, KnownTeacher, NewTeacher];

/** Somebody we know by her id, or somebody new by name and address. */
export const PersonField = () => oneOfTwo(KnownPerson, NewPerson);
export const TeacherField = () => oneOfTwo(KnownTeacher, NewTeacher);

export const TeacherList = ({ optional = false } = {}) =>
  applyDecorators(
    ApiProperty({
      type: 'array',
      maxItems: 10,
      items: choice(KnownTeacher, NewTeacher),
      required: !optional,
    }),
    ...(optional ? [MayBeLeftOut()] : []),
    IsArray({ message: '$property has to be a list.' }),
    ArrayMaxSize(10, { message: '$property has to have at most 10 entries.' }),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value) ? value.map((one) => asPerson(KnownTeacher, NewTeacher, one)) : value,
    ),
    IsObject({ each: true, message: EACH_A_PERSON }),
    ValidateNested({ each: true, message: EACH_A_PERSON }),
  );

const SAY_WHO = '$property has to be a person: { personId } or { name, email }.';
const EACH_A_PERSON = 'Each of $property has to be a person: { personId } or { name, email }.';

type Person = typeof KnownPerson | typeof NewPerson;

const choice = (known: Person, unknown: Person) => ({
  oneOf: [{ $ref: getSchemaPath(known) }, { $ref: getSchemaPath(unknown) }],
});

function oneOfTwo(known: Person, unknown: Person): PropertyDecorator {
  return applyDecorators(
    ApiProperty(choice(known, unknown)),
    IsDefined({ message: SAY_WHO }),
    Transform(({ value }: { value: unknown }) => asPerson(known, unknown, value)),
    // A list would be taken for one of people, and an empty one for none to check.
    IsObject({ message: SAY_WHO }),
    ValidateNested({ message: SAY_WHO }),
  );
}

/** Whoever gives an id means a person we know; the other fields are then unknown ones. */
function asPerson(known: Person, unknown: Person, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return plainToInstance<object, object>('personId' in value ? known : unknown, value);
}
