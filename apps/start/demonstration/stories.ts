import type { Chance } from './chance.js';
import type { DemoProgramme } from './demo-programmes.js';
import { People, type InventedPerson } from './invented-people.js';
import type { InventedSchool } from './invented-schools.js';
import type { Plot } from './story-kinds.js';
import type { NewHead, Story, StoryClass, StoryKind, ToldYear } from './story.js';

const classNames =
  'Kingfishers|Willow|Oak|Maple|Puffins|Herons|Hazel|Beech|Otters|Swifts|Rowan|Elm|Larks|Aspen|Robins'.split(
    '|',
  );

/** What a year of a programme holds. */
export interface YearPlan {
  /** Calendar year in which the academic year begins. */
  readonly first: number;
  readonly plots: readonly Plot[];
  readonly waiting: number;
  /** How many of its classes are in a second link. */
  readonly secondLinks: number;
}

/** Tells the years of one programme, one after the other: its heads stay, and some of its teachers link again. */
export class Storyteller {
  readonly #people: People;
  readonly #heads: Map<string, InventedPerson>;
  /** Teachers of earlier years who may link again, by school. */
  readonly #linkedBefore = new Map<string, InventedPerson[]>();
  /** How many of the others have linked before, in years that are not told. */
  #elsewhere = 0.35;

  constructor(
    private readonly programme: DemoProgramme,
    private readonly schools: readonly InventedSchool[],
    private readonly chance: Chance,
  ) {
    this.#people = new People(chance, programme);
    this.#heads = new Map(schools.map((school) => [school.urn, this.#people.of(school)]));
  }

  /** Schools that differ much side by side: the list of schools begins with one sort and ends with the other. */
  tell({ first, plots, waiting, secondLinks }: YearPlan): ToldYear {
    const half = Math.floor(this.schools.length / 2);
    const [ones, others] = [this.schools.slice(0, half), this.schools.slice(half)];
    const shift = (first % 7) + 3;
    const stories = plots.map(({ kind, twist }, index): Story => {
      const yearGroup = this.chance.pick([3, 4, 4, 5, 5, 6]);
      const one = ones[index % half];
      const other = others[(index * 7 + shift + 5 * Math.floor(index / half)) % others.length];
      if (one === undefined || other === undefined) throw new Error('There are not enough schools');
      const a = this.#class(one, yearGroup);
      const b = this.#class(twist === 'in-school' ? one : other, yearGroup, a.className);
      return { programme: this.programme, first, kind, twist, classes: { a, b } };
    });
    const [told, left] = this.#withContinued(this.#withSecondLinks(stories, secondLinks), first);
    this.#remember(told);
    const alone = this.chance.shuffled(this.schools).slice(0, waiting);
    const lonely = alone.map((it) => this.#class(it, this.chance.pick([3, 4, 5])));
    return { stories: told, waiting: [...lonely, ...left], newHeads: this.#newHeads(told) };
  }

  #class(school: InventedSchool, yearGroup: number, not = ''): StoryClass {
    const { chance } = this;
    const again = chance.next() < 0.5 ? this.#linkedBefore.get(school.urn)?.pop() : undefined;
    const head = this.#heads.get(school.urn);
    if (head === undefined) throw new Error(`${school.name} has no head`);
    return {
      school,
      head,
      teacher: again ?? this.#people.of(school),
      linkedBefore: again !== undefined || chance.next() < this.#elsewhere,
      className: chance.pick(classNames.filter((name) => name !== not)),
      yearGroup,
      pupilCount: chance.between(22, 31),
    };
  }

  /** The class of another link is class b of these as well: one of three forms has no partner of its own. */
  #withSecondLinks(stories: readonly Story[], count: number): readonly Story[] {
    const plain = stories.filter(({ kind, twist }) => kind === 'completed-3' && twist === undefined);
    if (plain.length < 2 * count) throw new Error('There are not enough stories for second links');
    return stories.map((story): Story => {
      const place = plain.indexOf(story);
      const host = plain[place + count];
      if (place < 0 || place >= count || host === undefined) return story;
      return { ...story, twist: 'second-link', classes: { a: story.classes.a, b: host.classes.b } };
    });
  }

  /**
   * The class whose partner withdrew in October goes on with another one: all of this year's, half of last year's. The
   * class that would have been in its place finds no partner.
   */
  #withContinued(
    stories: readonly Story[],
    first: number,
  ): readonly [stories: readonly Story[], left: readonly StoryClass[]] {
    const kind: StoryKind = first === 2025 ? 'completed-2' : 'class-to-follow';
    const withdrawn = stories.filter((story) => story.twist === 'withdrawn');
    const goOn = first === 2025 ? withdrawn.filter(() => this.chance.next() < 0.5) : withdrawn;
    const plain = stories.filter((story) => story.kind === kind && story.twist === undefined);
    const hosts = new Map<Story, Story>();
    for (const continues of goOn) {
      const { school } = continues.classes.a;
      const host = plain.find((it) => !hosts.has(it) && it.classes.b.school.urn !== school.urn);
      if (host !== undefined) hosts.set(host, continues);
    }
    const told = stories.map((story): Story => {
      const continues = hosts.get(story);
      if (continues === undefined) return story;
      const { a } = continues.classes;
      const classes = { a, b: { ...story.classes.b, yearGroup: a.yearGroup } };
      return { ...story, twist: 'continues', continues, classes };
    });
    return [told, [...hosts.keys()].map(({ classes }) => classes.a)];
  }

  /** They stay for the years to come. */
  #newHeads(stories: readonly Story[]): readonly NewHead[] {
    return stories
      .filter(({ twist }) => twist === 'new-head')
      .map(({ classes }) => {
        const { school } = classes.b;
        const head = this.#people.of(school);
        this.#heads.set(school.urn, head);
        return { school, head };
      });
  }

  #remember(stories: readonly Story[]): void {
    const known = new Set<string>();
    this.#elsewhere = 0.15;
    for (const { kind, classes } of stories) {
      if (kind === 'proposed') continue;
      for (const { school, teacher } of [classes.a, classes.b]) {
        if (known.has(teacher.email)) continue;
        known.add(teacher.email);
        this.#linkedBefore.set(school.urn, [...(this.#linkedBefore.get(school.urn) ?? []), teacher]);
      }
    }
  }
}
