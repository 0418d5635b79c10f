import type { KeptAccess } from '@linking/application/accounts/access-log.js';
import type { ReadView } from '../pages/audit/reads-view.js';
import { longMoment } from '@linking/words/format.js';
import { earlierDraws } from './sample-view-model.js';

/** What is kept of those whose reads are kept, by the verb in `access_log`. */
export const accessKinds: Readonly<Record<string, string>> = {
  read: 'Looked at',
  export: 'Took a copy',
  print: 'Opened to print',
  draw: 'Drew a sample',
};

/** A checkpoint that was typed stands in an address, too. */
const LONGEST = 90;

/** One line of what somebody looked at; pages lead back to where she was. */
export function readView(kept: KeptAccess): ReadView {
  const { id, at, action, subject, detail } = kept;
  const query = typeof detail?.['query'] === 'string' ? detail['query'] : '';
  const draw = earlierDraws([kept])[0];
  const page = draw?.label ?? (query === '' ? subject : `${subject}?${query}`);
  const href = draw?.href ?? (action === 'read' && !subject.startsWith('/api/') ? page : undefined);
  return {
    id: String(id),
    at: longMoment(at),
    what: accessKinds[action] ?? action,
    page: page.length > LONGEST ? `${page.slice(0, LONGEST)} …` : page,
    ...(href === undefined ? {} : { href }),
  };
}
