import type { ImportResult } from './import-result.js';

export type ImportRefusedCode =
  /** The file as a whole cannot be read. */
  | 'IMPORT_UNREADABLE'
  /** The first line has not the columns of any file we know. */
  | 'IMPORT_HEADER_UNKNOWN'
  | 'IMPORT_TOO_LARGE'
  /** Some rows have errors and the sender asked that none be accepted then. */
  | 'IMPORT_HAS_ERRORS'
  | 'IMPORT_RUNNING'
  | 'IMPORT_DATE';

/** Nothing of a file was imported. The sentence is for the person who sent it. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor(
    readonly code: ImportRefusedCode,
    readonly sentence: string,
    readonly more: { readonly line?: number; readonly result?: ImportResult } = {},
  ) {
    super(sentence);
  }
}
