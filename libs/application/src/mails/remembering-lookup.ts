import type { MailLookup } from './mail-lookup.js';
import { once } from '../once.js';

/** Looks each thing up once: for what is made at one moment. */
export function rememberingLookup(lookup: MailLookup): MailLookup {
  return {
    person: once((id) => lookup.person(id)),
    school: once((urn) => lookup.school(urn)),
    note: once((id) => lookup.note(id)),
    programme: once((slug) => lookup.programme(slug)),
    user: once((id) => lookup.user(id)),
    venue: once((id) => lookup.venue(id)),
    wordingText: once((hash) => lookup.wordingText(hash)),
    waitedForPlace: (sessionId, teacherId) => lookup.waitedForPlace(sessionId, teacherId),
    get digests() {
      return lookup.digests;
    },
  };
}
