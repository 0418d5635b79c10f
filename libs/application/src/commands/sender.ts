import type { Channel } from '@linking/events/envelope.js';
import type { Scope } from '../accounts/scope.js';
import { NotAllowed, NotFound } from '../accounts/access-errors.js';
import { covers, mayChange, onBehalfOf } from '../accounts/scope.js';

/** Who sends a command, through which door, and under which id it is the same command when sent again. */
export interface Sender {
  /** `user:<uuid>`, `person:<uuid>` or `worker:<name>`. */
  readonly actor: string;
  readonly channel: Channel;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Absent for workers, school pages and the CLI: they act within one link only. */
  readonly scope?: Scope;
}

/**
 * Lets a sender change something of a programme, and says for whom she acts. What lies outside her scope does not
 * exist for her; what she may only read she is told so.
 */
export function admit(
  sender: Sender,
  programme: string,
  partnerProgramme?: string,
): { readonly onBehalfOf?: string } {
  const { scope } = sender;
  if (scope === undefined) return {};
  if (!covers(scope, programme, partnerProgramme)) throw new NotFound();
  if (!scope.mayChangeLinks || !mayChange(scope, programme, partnerProgramme)) throw new NotAllowed();
  const programmeActedFor = onBehalfOf(scope, programme, partnerProgramme);
  return programmeActedFor === undefined ? {} : { onBehalfOf: programmeActedFor };
}
