import type { Dice } from '../../spec-support/dice.js';
import type { ContinuedLink, ProposalSurroundings, Propose } from '../commands.js';
import type { Link } from '../link.js';
import { proposeExample } from './example-link.js';

const { a, b, surroundings } = proposeExample;
const inSchool = { kind: 'in-school', b: { ...b, urn: a.urn } } as const;
const around = (more: Partial<ProposalSurroundings>) => ({ surroundings: { ...surroundings, ...more } });
const aroundA = (more: Partial<ProposalSurroundings['a']>) => around({ a: { ...surroundings.a, ...more } });

/** The link that the proposal is to continue; of its classes one is asked for again. */
const continuing = (more: Partial<ContinuedLink>) =>
  around({
    continued: { ref: 'BRD-2026-003', year: '2026-27', classes: { a: 'class-a', b: 'class-x' }, ...more },
  });

/** What somebody may propose by mistake, and what needs a reason. */
const odd: readonly Partial<Propose>[] = [
  { year: '2026-28' },
  { b: { ...b, classId: a.classId } },
  { b: { ...b, urn: a.urn } },
  { kind: 'in-school' },
  { a: { ...a, pupilCount: 300 } },
  aroundA({ interestWithdrawn: true }),
  aroundA({ offered: false }),
  aroundA({ year: '2025-26' }),
  aroundA({ closedOn: '2026-08-31' }),
  aroundA({ otherLinkRefs: ['BRD-2026-009'] }),
  around({ distanceKm: 30, distanceLimitKm: 15 }),
  around({ linkedBeforeRef: 'BRD-2025-003' }),
  continuing({}),
  continuing({ withdrew: 'both' }),
  continuing({ withdrew: 'a' }),
  continuing({ withdrew: 'b' }),
  continuing({ withdrew: 'b', year: '2025-26' }),
  continuing({ withdrew: 'b', continuedAs: 'BRD-2026-020' }),
];

/** The first one is mostly taken; a link that is there already is proposed again. */
export function anyProposal(link: Link, dice: Dice): Propose {
  if (link.ref !== '' && dice.chance(50)) return { ...proposeExample, b: { ...b, classId: 'class-c' } };
  if (dice.chance(15)) return { ...proposeExample, ...inSchool };
  return dice.chance(6) ? { ...proposeExample, ...dice.of(odd) } : proposeExample;
}
