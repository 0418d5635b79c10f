import type { EventStore } from '@linking/events/event-store.js';
import type { ContinuedLink } from '@linking/domain/link/commands.js';
import { Refusal } from '@linking/domain/refusal.js';
import { NotFound } from '../../accounts/access-errors.js';
import type { Keeping } from '../../commands/keeping.js';
import { admit } from '../../commands/sender.js';
import { readLink } from '../link-history.js';

/** The link that a proposal says it continues, for somebody who may change that link. */
export async function continuedLink(ref: string, { writer, sender }: Keeping): Promise<ContinuedLink> {
  try {
    const { link } = await readLink(writer.store, ref);
    admit(sender, link.programme, link.partnerProgramme);
    const { year, withdrew, sides, continuedAs } = link;
    const stands = continuedAs !== undefined && !(await cameToNothing(writer.store, continuedAs));
    return {
      ref,
      year,
      classes: { a: sides.a.classId, b: sides.b.classId },
      ...(withdrew === undefined ? {} : { withdrew }),
      ...(stands ? { continuedAs } : {}),
    };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new Refusal('LINK_UNKNOWN', `There is no link ${ref} that this one could continue.`, {
      nextStep: 'Take the reference of the link that a school left.',
    });
  }
}

/** Whether a link was proposed and not formed. */
export async function cameToNothing(store: EventStore, ref: string | undefined): Promise<boolean> {
  return ref !== undefined && (await readLink(store, ref)).link.outcome === 'not-formed';
}
