/** Digests: whoever has enough of them may stop them, and nobody is waited for. */
const OPTIONAL: ReadonlySet<string> = new Set(['N27', 'N28', 'N29']);

/**
 * Whether its reader may stop the mails of this rule. What asks for an answer, tells of a day or was written by a coordinator
 * is never stopped: a school would miss it.
 */
export const isOptional = (rule: string): boolean => OPTIONAL.has(rule);
