import canonicalize from 'canonicalize';

/**
 * RFC 8785 canonical JSON: the same value gives the same bytes everywhere. Properties that are undefined are
 * left out. Throws a TypeError, with the reason as its cause, for what JSON cannot carry: NaN, Infinity, undefined,
 * functions, symbols, bigint, circles and halves of surrogate pairs.
 */
export function canonicalJson(value: unknown): string {
  try {
    refuseUncarried(value, 0);
    const text = canonicalize(value);
    if (text !== undefined) return text;
  } catch (cause) {
    throw new TypeError(`This value has no canonical JSON: ${(cause as Error).message}`, { cause });
  }
  throw new TypeError('This value has no canonical JSON: it is undefined');
}

const MAX_DEPTH = 100;

/** The library writes functions as text that is not JSON and loses Maps and Sets without a word. */
function refuseUncarried(value: unknown, depth: number): void {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`a ${typeof value} is in it`);
  if (value === null || typeof value !== 'object') return;
  if (depth > MAX_DEPTH) throw new TypeError(`it is deeper than ${MAX_DEPTH} levels, or a circle`);
  if (value instanceof Map || value instanceof Set) throw new TypeError('a Map or Set is in it');
  if (Array.isArray(value)) {
    for (const item of value) {
      if (item === undefined) throw new TypeError('a list holds undefined');
      refuseUncarried(item, depth + 1);
    }
    return;
  }
  for (const key in value) refuseUncarried((value as Record<string, unknown>)[key], depth + 1);
}
