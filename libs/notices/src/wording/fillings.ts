import type { Placeholder } from '@linking/domain/wording/wording-kinds.js';
import { atPlace, fullDay, type PlaceWords } from '../appointment-words.js';
import {
  classOf,
  counted,
  partnerInShort,
  partnerOf,
  schoolYear,
  YOUR_FACILITATOR,
  type AboutMail,
} from '../mail-words.js';
import { meetingName } from '../meeting-words.js';

export type Fillings = Readonly<Partial<Record<Placeholder, string>>>;

/** What each placeholder stands for in one mail. */
export function fillingsOf(about: AboutMail, facilitator: string = YOUR_FACILITATOR): Fillings {
  const { programme, askWho, link, place, classes, formerTeacher, facts } = about;
  const year = link?.year ?? about.year ?? facts?.year;
  const school = link?.ownSchool ?? about.school;
  const known: { readonly [Name in Placeholder]: string | undefined } = {
    school,
    class: link && classOf(link.ownSchool, link.ownClass),
    partner: link && partnerInShort(link),
    'partner-class': link && partnerOf(link),
    date: facts?.on === undefined ? undefined : fullDay(facts.on),
    where: place && atPlace(place).trim(),
    place: place && placeName(place),
    meeting: facts?.number === undefined ? undefined : meetingName({ number: facts.number }),
    training: facts?.kind === 'planning-half' ? 'planning half-day' : 'training',
    length: facts?.kind === 'initial-full' ? 'a full day' : 'a half day',
    classes: classes === undefined ? undefined : counted(classes, 'class', 'classes'),
    'former-teacher': formerTeacher?.name,
    year: year === undefined ? undefined : schoolYear(year),
    programme,
    facilitator,
    contact: askWho.name,
  };
  return known;
}

const placeName = (place: PlaceWords) =>
  place.kind === 'venue' || place.kind === 'school' ? place.name : 'you';

/** The placeholders of a line in one go, so that what stands for one is never taken for another. */
export function filled(line: string, fillings: Fillings): string {
  const values = new Map<string, string>(Object.entries(fillings));
  return line
    .replace(/\{([a-z-]+)\}/gu, (_, name: string, at: number) => {
      const value = values.get(name) ?? '';
      return /(?:^|[.?!]\s+)$/u.test(line.slice(0, at)) ? upperFirst(value) : value;
    })
    .replace(/\s+/gu, ' ')
    .trim();
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The same line with placeholders where it says what they stand for: `filled` makes it again. */
export function unfilled(text: string, names: readonly Placeholder[], fillings: Fillings): string {
  const byValue = new Map(
    names.flatMap((name) => {
      const value = fillings[name] ?? '';
      return value === '' ? [] : [[value.toLowerCase(), name] as const];
    }),
  );
  const longestFirst = [...byValue.keys()].toSorted((x, y) => y.length - x.length);
  if (longestFirst.length === 0) return text;
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map((value) => escaped(value)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return text.replace(found, (value) => `{${byValue.get(value.toLowerCase()) ?? ''}}`);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
