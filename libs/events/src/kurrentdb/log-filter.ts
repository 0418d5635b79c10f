import type { Filter } from '@kurrent/kurrentdb-client';

/** System streams begin with `$`; metadata of a stream is in the system stream `$$` and its name. */
const NOT_OF_THE_SYSTEM = '^[^$]';

/** Without prefixes every stream but the server's own. */
export function logFilter(
  prefixes: readonly string[] | undefined,
  more: Partial<Pick<Filter, 'checkpointReached'>> = {},
): Filter {
  const wanted = prefixes ? { prefixes: [...prefixes] } : { regex: NOT_OF_THE_SYSTEM };
  return { filterOn: 'streamName', checkpointInterval: 1, ...wanted, ...more };
}
