import fc from 'fast-check';

/** What is done to one thing: a number a command, fifteen or more of them. */
export const scripts = (maxLength: number) =>
  fc.array(fc.nat(0x7fffffff), { minLength: 15, maxLength, size: 'max' });
