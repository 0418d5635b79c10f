const LATER: Readonly<Record<string, string>> = {
  KURRENTDB_URL: 'an event log on KurrentDB',
};

/** The settings whose feature does not exist yet: taking them in silence would promise what does not happen. */
export function notYetUsable(given: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(LATER)
    .filter(([name]) => given[name] !== undefined)
    .map(([name, feature]) => `${name} cannot be used by this version yet (${feature}). Remove it.`);
}
