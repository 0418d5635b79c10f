/** Nobody is signed in, or the session has ended. */
export class SignInRequired extends Error {
  override readonly name = 'SignInRequired';

  constructor(sentence = 'Sign in to go on.') {
    super(sentence);
  }
}

/** She is known, and her roles do not allow this. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed';

  constructor(sentence = 'Your account does not allow this.') {
    super(sentence);
  }
}

/** Unknown, or of a programme she does not see: the answer is the same. */
export class NotFound extends Error {
  override readonly name = 'NotFound';

  constructor(sentence = 'There is nothing here, or it belongs to another programme.') {
    super(sentence);
  }
}

export class WrongPassword extends Error {
  override readonly name = 'WrongPassword';

  constructor() {
    super('The e-mail address or the password is not right.');
  }
}

export class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';

  constructor(readonly retryAfterSeconds: number) {
    super('Too many tries. Wait a few minutes and try again.');
  }
}

/** Something about an account cannot be kept as it was given; the sentence says what to do. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';

  constructor(
    readonly code: string,
    readonly field: string,
    readonly sentence: string,
  ) {
    super(sentence);
  }
}
