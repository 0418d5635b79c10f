/** Meetings of one half of a day share a venue, as people speak of it. */
export const partOfDay = (startsAt: string) => (startsAt < '12:00' ? 'morning' : 'afternoon');

/** `Cartwright Hall has one link that morning and room for two.` */
export function roomSentence(
  venue: { readonly name: string; readonly linksAtOnce: number },
  booked: number,
  part: 'morning' | 'afternoon',
): string {
  const links = `${inWords(booked)} link${booked === 1 ? '' : 's'}`;
  return `${venue.name} has ${links} that ${part} and room for ${inWords(venue.linksAtOnce)}.`;
}

const numberWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const inWords = (n: number) => numberWords[n] ?? String(n);
