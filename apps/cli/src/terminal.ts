/** Where a command writes, and what it may know of its surroundings. */
export interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** Results. */
  readonly out: Writer;
  /** Progress and problems. */
  readonly err: Writer & { readonly isTTY?: boolean };
}

interface Writer {
  write(text: string): unknown;
}

/** What a command leaves to scripts; the help of every command names these. */
export const EXIT = {
  done: 0,
  doneWithErrors: 1,
  nothingDone: 2,
} as const;

/** A wrong file, setting or server: shown as its sentence alone, without a stack. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}
