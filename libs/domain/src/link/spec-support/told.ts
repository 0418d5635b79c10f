import type { RefusalCode } from '../../refusal.js';
import type { LinkCommand, Occasion } from '../commands.js';
import type { Decided } from '../decided.js';
import { given } from './given-when-then.js';

/** The link as it is, what somebody asks of it, why not, and what she can do instead. */
type Told = readonly [
  nextStep: string,
  history: readonly Decided[],
  command: LinkCommand,
  code: RefusalCode,
  sentence: string,
  occasion?: Occasion,
];

export const told = (cases: readonly Told[]) => {
  for (const [nextStep, history, command, code, sentence, occasion] of cases) {
    it(`“${nextStep}” — ${sentence}`, () => {
      given(history).when(command, occasion).thenRefused(code, sentence, { nextStep });
    });
  }
};
