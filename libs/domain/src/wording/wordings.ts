import type { MailWordingEvent } from '@linking/events/programme/wording-events.js';
import { Refusal } from '../refusal.js';
import type { WordingKind } from './wording-kinds.js';
import { checkWording, type WordingText } from './wording-text.js';

export interface WordingVersion {
  readonly version: number;
  /** Names the text, which is kept outside the log. */
  readonly hash: string;
}

/** The words that somebody chose for one mail; without `inUse` those of whoever stands above hold again. */
export interface Worded {
  readonly wording: string;
  readonly versions: readonly WordingVersion[];
  readonly inUse?: WordingVersion;
}

export type WordingCommand =
  | {
      readonly type: 'ChangeMailWording';
      readonly wording: WordingKind;
      readonly text: WordingText;
      readonly hash: string;
      /** She has looked at what is doubtful in it. */
      readonly checked: boolean;
    }
  | { readonly type: 'UseWordingAgain'; readonly wording: WordingKind; readonly version: number }
  | { readonly type: 'DropMailWording'; readonly wording: WordingKind };

export const wordedAs = (worded: readonly Worded[] | undefined, wording: string): Worded =>
  worded?.find((it) => it.wording === wording) ?? { wording, versions: [] };

export function evolveWordings(
  worded: readonly Worded[] | undefined,
  event: MailWordingEvent,
): readonly Worded[] {
  const { wording } = event.data;
  const { versions } = wordedAs(worded, wording);
  const others = (worded ?? []).filter((it) => it.wording !== wording);
  if (event.type === 'MailWordingDropped') return [...others, { wording, versions }];
  const { version, hash } = event.data;
  const inUse = { version, hash };
  return [...others, { wording, versions: [...versions, inUse], inUse }];
}

/** The same text as the one in use, or none where none is, changes nothing. */
export function decideWording(
  command: WordingCommand,
  worded: readonly Worded[] | undefined,
): readonly MailWordingEvent[] {
  const { wording } = command;
  const { versions, inUse } = wordedAs(worded, wording);
  const use = (hash: string): readonly MailWordingEvent[] =>
    inUse?.hash === hash
      ? []
      : [
          {
            type: 'MailWordingChanged',
            data: { wording, version: (versions.at(-1)?.version ?? 0) + 1, hash },
          },
        ];
  switch (command.type) {
    case 'ChangeMailWording':
      if (inUse?.hash === command.hash) return [];
      checkWording(wording, command.text, command.checked);
      return use(command.hash);
    case 'UseWordingAgain': {
      const chosen = versions.find(({ version }) => version === command.version);
      if (chosen !== undefined) return use(chosen.hash);
      throw new Refusal(
        'WORDING_VERSION_UNKNOWN',
        `There is no version ${command.version} of this wording.`,
        {
          nextStep: 'Choose one of its list.',
        },
      );
    }
    case 'DropMailWording':
      return inUse === undefined ? [] : [{ type: 'MailWordingDropped', data: { wording } }];
  }
}
