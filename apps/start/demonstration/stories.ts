import type { Chance } from './chance.js';
import type { InventedSchool } from './invented-schools.js';
import { People } from './invented-people.js';
import { storyKinds, type Story, type StoryClass } from './story.js';

const classNames =
  'Kingfishers|Willow|Oak|Maple|Puffins|Herons|Hazel|Beech|Otters|Swifts|Rowan|Elm|Larks|Aspen|Robins'.split(
    '|',
  );

/** Forty-six links and some classes that still wait: schools with few and with many languages side by side. */
export function tellStories(
  schools: readonly InventedSchool[],
  chance: Chance,
): { readonly stories: readonly Story[]; readonly waiting: readonly StoryClass[] } {
  const people = new People(chance);
  const heads = new Map(schools.map((school) => [school.urn, people.of(school)]));
  const classOf = (school: InventedSchool, yearGroup: number, not = ''): StoryClass => ({
    school,
    head: heads.get(school.urn) ?? people.of(school),
    teacher: people.of(school),
    linkedBefore: chance.next() < 0.35,
    className: chance.pick(classNames.filter((name) => name !== not)),
    yearGroup,
    pupilCount: chance.between(22, 31),
  });
  const [few, many] = [schools.slice(0, 32), schools.slice(32)];
  const kinds = chance.shuffled(storyKinds);
  const stories = kinds.map(({ kind, twist }, index): Story => {
    const yearGroup = chance.pick([3, 4, 4, 5, 5, 6]);
    const [one, other] = [
      few[index % few.length],
      many[(index * 7 + 3 + 5 * Math.floor(index / few.length)) % many.length],
    ];
    if (one === undefined || other === undefined) throw new Error('There are not enough schools');
    const partner = twist === 'in-school' ? one : other;
    const a = classOf(one, yearGroup);
    return { kind, twist, classes: { a, b: classOf(partner, yearGroup, a.className) }, interests: {} };
  });
  const waiting = chance
    .shuffled(schools)
    .slice(0, 6)
    .map((school) => classOf(school, chance.pick([3, 4, 5])));
  return { stories, waiting };
}
