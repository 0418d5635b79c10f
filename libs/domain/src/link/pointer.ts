/** Reads and replaces by JSON pointer without touching the original. No field has a name with `/` or `~` in it. */
const parts = (pointer: string) => pointer.split('/').slice(1);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The length of a list is no part of it. */
const has = (value: object, part: string) =>
  Object.hasOwn(value, part) && !(Array.isArray(value) && part === 'length');

/** The value at a pointer, or `undefined` when there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value: unknown = document;
  for (const part of parts(pointer)) {
    if (!isObject(value) || !has(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

/** A copy with the value at the pointer replaced; a pointer that leads nowhere changes nothing. */
export function replaceAt(document: unknown, pointer: string, now: unknown): unknown {
  return replaceParts(document, parts(pointer), now);
}

function replaceParts(document: unknown, [part, ...rest]: readonly string[], now: unknown): unknown {
  if (part === undefined) return now;
  if (!isObject(document) || !has(document, part)) return document;
  const replaced = replaceParts(document[part], rest, now);
  return Array.isArray(document)
    ? document.map((value: unknown, index) => (String(index) === part ? replaced : value))
    : { ...document, [part]: replaced };
}
