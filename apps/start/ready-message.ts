import { inColumns, renderBox } from './box.js';

export interface ReadyMessage {
  readonly address: string;
  /** Role as people say it, and the address to sign in with. Empty outside the demonstration. */
  readonly signIns: readonly (readonly [role: string, email: string])[];
  readonly password: string | undefined;
  readonly thingsToTry: readonly string[];
  /** Said last, such as that nobody can sign in yet. */
  readonly notes: readonly string[];
}

/** The one box that `npm start` ends with. */
export function renderReadyMessage(message: ReadyMessage, columns: number): string {
  const parts = [
    ['Schools Linking is running', '', message.address],
    message.signIns.length > 0
      ? [`Sign in (password ${message.password}):`, ...inColumns(message.signIns).map((row) => `  ${row}`)]
      : [],
    message.thingsToTry.length > 0
      ? ['Try this:', ...message.thingsToTry.map((thing, index) => `  ${index + 1}. ${thing}`)]
      : [],
    [...message.notes, 'Ctrl-C stops everything; your data stays.'],
  ];
  return renderBox(
    parts.filter((part) => part.length > 0),
    columns,
  );
}
