import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { InvalidInput } from './http-errors.js';
import type { FieldError, InputPart } from './http-errors.js';
import { NoFieldsBody } from './no-fields.dto.js';

/** The value as an instance of the class that describes it. Throws InvalidInput; unknown fields are refused. */
export function checkInput<T extends object>(shape: Type<T>, value: unknown, part: InputPart = 'body'): T {
  if (!isPlainObject(value)) {
    throw new InvalidInput(part, [{ field: '', message: 'Send one JSON object.' }]);
  }
  const { instance, errors } = readInput(shape, value);
  if (errors.length > 0) throw new InvalidInput(part, errors);
  return instance;
}

/** An object that was parsed, rather than a stream, a list or a bare value. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  // One step from the top: Object.prototype, and the empty prototype that parsers of queries and forms use.
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** For forms: what was typed and what is wrong with it, without throwing. */
export function readInput<T extends object>(
  shape: Type<T>,
  value: object,
): { readonly instance: T; readonly errors: readonly FieldError[] } {
  const instance = plainToInstance(shape, value);
  const found = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    // class-validator knows a class by its fields; the one without any is not an unknown one.
    forbidUnknownValues: shape !== (NoFieldsBody as Type<object>),
  });
  return { instance, errors: found.flatMap((error) => fieldErrors(error, '')) };
}

/** Checks every argument of a handler that is declared as a class. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    if (!metatype || type === 'custom' || BUILT_IN.has(metatype)) return value;
    return checkInput(
      metatype as Type<object>,
      value === undefined ? {} : value,
      type === 'param' ? 'address' : type,
    );
  }
}

const BUILT_IN = new Set<unknown>([String, Boolean, Number, Array, Object, Date]);

/** Rules about the type of a value; the others say nothing new about a value of another type. */
const OF_TYPE = [
  'whitelistValidation',
  'isDefined',
  'isString',
  'isArray',
  'isObject',
  'isInt',
  'isNumber',
  'isBoolean',
  'isIn',
];

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const broken = Object.entries(error.constraints ?? {});
  const ofType = broken.filter(([rule]) => OF_TYPE.includes(rule));
  const messages = (ofType.length > 0 ? ofType : broken).map(([rule, message]) =>
    rule === 'whitelistValidation' ? `There is no field ${field} here.` : message,
  );
  const own = [...new Set(messages)].map((message) => ({ field, message: missing(error, message) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

const missing = ({ property, value }: ValidationError, message: string) =>
  value === undefined ? message.replace(`${property} has to`, `${property} is missing; it has to`) : message;
