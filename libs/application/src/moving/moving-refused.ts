/** Nothing was moved, kept or brought back; the message says why and what to do. */
export class MovingRefused extends Error {
  override readonly name = 'MovingRefused';
}
