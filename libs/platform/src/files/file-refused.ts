/** A file that is not what it should be, or not whole; the message names the line. Nothing of it was used. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';

  constructor(
    /** Counts from 1; 0 = the file as such. */
    readonly line: number,
    readonly what: string,
  ) {
    super(line === 0 ? what : `Line ${line.toLocaleString('en-GB')}: ${what}`);
  }
}
