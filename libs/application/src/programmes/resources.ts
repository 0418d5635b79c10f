import type pg from 'pg';
import type { Programme } from '@linking/domain/programme/programme.js';
import type { Resource } from '@linking/events/programme/programme-events.js';
import type { Keeping } from '../commands/keeping.js';
import { noteKey, notesById } from '../notes/notes.js';
import type { ResourceSaid } from './change-programme.js';

/** Title and address in one note: the address in its last line. */
const asNote = ({ title, url }: Pick<ResourceSaid, 'title' | 'url'>) => `${title}\n${url}`;

/** The same words keep their key, so that saving twice says nothing new. */
export async function keptResources(
  db: Pick<pg.Pool, 'query'>,
  { resources }: { readonly resources: readonly ResourceSaid[] },
  programme: Programme,
  keeping: Keeping,
): Promise<readonly Resource[]> {
  const known = await notesById(
    db,
    (programme.resources ?? []).map(({ noteId }) => noteId),
  );
  const keys = new Map([...known].map(([noteId, words]) => [words, noteId]));
  return resources.map((resource, index) => {
    const words = asNote(resource);
    const noteId = keys.get(words) ?? noteKey(keeping, 'resource', words, `resource-${index}`);
    return { step: resource.step, audience: resource.audience, noteId };
  });
}

/** What a programme names, in the order of its list; a note that was erased is left out. */
export async function resourcesOf(
  db: Pick<pg.Pool, 'query'>,
  { resources = [] }: Pick<Programme, 'resources'>,
): Promise<readonly ResourceSaid[]> {
  const notes = await notesById(
    db,
    resources.map(({ noteId }) => noteId),
  );
  return resources.flatMap(({ step, audience, noteId }) => {
    const [title = '', url = ''] = (notes.get(noteId) ?? '').split('\n');
    return url === '' ? [] : [{ step, audience, title, url }];
  });
}
