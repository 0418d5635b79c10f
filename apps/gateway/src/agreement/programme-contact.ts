import { tableLookup } from '@linking/application/mails/table-lookup.js';
import type { Link } from '@linking/domain/link/link.js';
import type { Settings } from '@linking/platform/config/settings.js';
import type { ContactView } from '../pages/agreement/signing-view.js';

/** The name of a link's programme, and whom a school asks about it. */
export async function programmeContact(
  world: Parameters<typeof tableLookup>[0],
  settings: Settings,
  { programme: slug }: Pick<Link, 'programme'>,
): Promise<{ readonly programme: string; readonly contact: ContactView }> {
  const programme = await tableLookup(world, settings).programme(slug);
  const {
    name = slug,
    contactName = 'your local facilitator',
    mailbox = settings.nationalOffice,
  } = programme ?? {};
  return { programme: name, contact: { name: contactName, email: mailbox } };
}
