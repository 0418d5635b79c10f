import type streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Recorded } from './kept-log.js';

/** Stream name or event type, by prefixes or by a regular expression (docs/api/subscriptions.md of the client). */
export function filterOf(options: streams.ReadReq.Options): (recorded: Recorded) => boolean {
  const filter = options.getFilter();
  if (!filter) return () => true;
  const byStream = filter.hasStreamIdentifier();
  const wanted = (byStream ? filter.getStreamIdentifier() : filter.getEventType())!;
  const prefixes = wanted.getPrefixList();
  const pattern = new RegExp(wanted.getRegex(), 'u');
  return ({ stream, type }) => {
    const text = byStream ? stream : type;
    return prefixes.length > 0 ? prefixes.some((prefix) => text.startsWith(prefix)) : pattern.test(text);
  };
}
