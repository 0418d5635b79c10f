import { STATUS_CODES } from 'node:http';
import type { Problem } from './problems.js';

/** The members of a problem (RFC 9457) as they are sent; only an outage or a fault of ours names the request. */
export const problemBody = (problem: Problem, requestId: string): string =>
  JSON.stringify({
    type: `urn:linking:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: STATUS_CODES[problem.status],
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
    ...(problem.errors ? { errors: problem.errors } : {}),
    ...problem.more,
    ...(problem.status >= 500 ? { requestId } : {}),
  });
