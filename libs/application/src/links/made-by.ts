import { foldLink } from '@linking/domain/link/evolve.js';
import type { LinkChanged } from './change-link.js';
import type { LinkFact } from './link-history.js';

/** What a command made, with the link as it stood right after it; `undefined` when it has made nothing. */
export function madeBy(commandId: string, facts: readonly LinkFact[]): LinkChanged | undefined {
  const events = facts.filter((fact) => fact.commandId === commandId);
  const last = events.at(-1);
  if (last === undefined) return undefined;
  return {
    link: foldLink(facts.filter(({ revision }) => revision <= last.revision)),
    events,
    warnings: [],
  };
}
