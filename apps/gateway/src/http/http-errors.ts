export interface FieldError {
  /** Dotted path into the body, such as `classes.0.pupilCount`. */
  readonly field: string;
  readonly message: string;
}

export type InputPart = 'body' | 'query' | 'address' | 'header';

/** The request itself cannot be read: nothing was looked up or changed. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';

  constructor(
    readonly part: InputPart,
    readonly errors: readonly FieldError[],
  ) {
    super(errors.map(({ message }) => message).join(' '));
  }
}

export class IfMatchRequired extends Error {
  override readonly name = 'IfMatchRequired';

  constructor() {
    super('Send the revision you saw as If-Match: the ETag of the last answer.');
  }
}

export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused';

  constructor() {
    super('This Idempotency-Key was used for another request. Use a new one.');
  }
}

export class FormTokenMissing extends Error {
  override readonly name = 'FormTokenMissing';

  constructor() {
    super('This form is no longer valid. Go back, load the page again and send it once more.');
  }
}
