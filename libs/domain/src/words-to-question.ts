/** A telephone number of this country, with or without spaces. */
const PHONE = /(?:\+44|\b0)(?:[\s()-]*\d){9,10}\b/;
const PUPIL = /\b(?:pupils?|child(?:ren)?|boys?|girls?)(?:\s+(?:called|named|is|are))?\s+[A-Z][a-z]+\b/;
/** Three single names in a row, as in a list of a class. */
const LIST = /\b([A-Z][a-z]+),\s+([A-Z][a-z]+),?\s+(?:and\s+)?([A-Z][a-z]+)\b/g;
const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August ' +
    'September October November December Dear Thank Please Best Kind Many Spring Summer Autumn Easter Christmas ' +
    'Year Reception Art Music English Maths Science History Geography Drama'
  ).split(' '),
);

/** What in these words is questioned before they are kept or sent: never refused, since it may be something else. */
export function questionOf(words: string): 'phone-number' | 'names' | undefined {
  if (PHONE.test(words)) return 'phone-number';
  if (PUPIL.test(words)) return 'names';
  const lists = [...words.matchAll(LIST)];
  return lists.some(([, ...names]) => names.every((name) => !NO_NAMES.has(name))) ? 'names' : undefined;
}
