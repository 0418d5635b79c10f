import type { Link, LinkSide } from '../link.js';

/**
 * All that is known of a link, without the order in which it is told. On which day both signatures stood together, and
 * what a teacher needed when she was trained, is another question for the days than for the log.
 */
export function factsInAnyOrder({ entries: _, revision: __, reached, ...link }: Link) {
  const { parents, reflections, surveys, testimonials } = link.impact;
  const { a, b } = link.sides;
  const { signed: ___, trained: ____, ...milestones } = reached;
  return {
    ...link,
    milestones,
    sides: { a: people(a), b: people(b) },
    training: inAnyOrder(link.training),
    exchanges: inAnyOrder(link.exchanges),
    skipped: inAnyOrder(link.skipped),
    impact: [parents, reflections, surveys, testimonials].map(inAnyOrder),
  };
}

const people = (side: LinkSide) => ({
  ...side,
  teachers: inAnyOrder(side.teachers),
  formerTeachers: inAnyOrder(side.formerTeachers),
  lostContacts: inAnyOrder(side.lostContacts),
});

const inAnyOrder = (facts: readonly object[]) => facts.map((fact) => JSON.stringify(fact)).toSorted();
