import { isPossibleDate } from '@linking/domain/calendar/london.js';
import type { Occasion } from '@linking/domain/link/commands.js';
import { Refusal } from '@linking/domain/refusal.js';
import type { Keeping } from '../commands/keeping.js';
import { noteKey } from '../notes/notes.js';
import type { Said } from './link-request.js';

/** What was said with a command, its words as keys. Only an import may know no better than `before-import`. */
export function occasionOf(keeping: Keeping, said: Said, today: string): Occasion {
  const occurredOn = said.occurredOn ?? today;
  const imported = keeping.sender.channel === 'import';
  if (!isPossibleDate(occurredOn) && !(imported && occurredOn === 'before-import')) {
    throw new Refusal('DATE_NOT_KNOWN', `${occurredOn} is not a day; write it as ${today}.`);
  }
  const overrides = (said.overrides ?? []).map(({ rule, reasonCode, note }, index) => ({
    rule,
    reasonCode,
    ...(note?.trim() ? { noteId: noteKey(keeping, 'note', note, `override-${index}`) } : {}),
  }));
  const note = said.note?.trim() ? { noteId: noteKey(keeping, 'note', said.note) } : {};
  return { occurredOn, today, ...note, overrides };
}
