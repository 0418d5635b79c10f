import type { SideWords } from './link-terms.js';

/** Today's names of what the events of a link hold ids of; whatever was erased is absent. */
export interface HistoryNames extends SideWords {
  person(id: string, role: string, urn: string): { readonly name: string };
  venue(id: string | undefined): string | undefined;
  note(id: string | undefined): string | undefined;
  consent(id: string): { readonly name: string; readonly on: string; readonly until?: string } | undefined;
}
