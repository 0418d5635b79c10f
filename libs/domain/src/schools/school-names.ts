/** Words at the end of a name that say what kind of school it is, not which. */
const KIND =
  /[\s,]+(\(.*\)|cofe|c of e|church of england|catholic|roman catholic|rc|va|vc|voluntary|aided|controlled|primary|junior|juniors|infant|infants|nursery|first|middle|community|foundation|church|primary and nursery|and|academy|school|schools)\.?$/i;

/** `Ash` of `Ash Community Primary School`: how a sentence about two schools calls one. */
export function shortName(name: string): string {
  for (let short = name.trim(); ;) {
    const next = short.replace(KIND, '');
    // "The", "St" and the like are no names.
    if (next === short || next.replace(/^(the|st|saint)\b\s*/i, '').length < 3) return short;
    short = next;
  }
}

/** Two short names, or both in full when they would be the same. */
export function shortNames(a: string, b: string): { readonly a: string; readonly b: string } {
  const [first, second] = [shortName(a), shortName(b)];
  return first.toLowerCase() === second.toLowerCase() ? { a, b } : { a: first, b: second };
}

/** `Ash’s`, `St James’`. */
export const possessive = (name: string) => (/s$/i.test(name) ? `${name}’` : `${name}’s`);
