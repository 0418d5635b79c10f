/** Today, as soon as its lists know what was just recorded of a link. */
export const todayAfter = (ref: string, revision: number) => `/today?after=${ref}.${revision}`;

/** The link and its revision that the address waits for. */
export function readAfter(after = ''): { readonly ref: string; readonly revision: number } | undefined {
  const [, ref, revision] = /^([A-Z]{1,5}-\d{4}-\d{1,5})\.(\d{1,9})$/.exec(after) ?? [];
  return ref === undefined ? undefined : { ref, revision: Number(revision) };
}
