import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Shorter answers fit into one packet anyway. */
const WORTH_IT = 1_000;

/** Fast enough for an answer that is made each time; files are packed once, when they are built. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: 1 } };

/**
 * Packs pages and JSON that were asked for. Answers to what was sent are left as they are: one of them may show a secret.
 * Form tokens look different in each page, so that the length of a packed page tells nothing of them (BREACH).
 */
export function addCompression(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply, payload) => {
      const type = String(reply.getHeader('content-type') ?? '');
      if (request.method !== 'GET' || typeof payload !== 'string' || payload.length < WORTH_IT)
        return payload;
      if (!/^(?:text\/html|application\/(?:[\w.]+\+)?json)/.test(type) || reply.hasHeader('content-encoding'))
        return payload;
      reply.header('vary', 'accept-encoding');
      const coding = codingFor(request);
      if (coding === undefined) return payload;
      reply.header('content-encoding', coding).removeHeader('content-length');
      return coding === 'br' ? toBrotli(payload, BROTLI) : toGzip(payload);
    });
}

/** The best coding the browser takes; `q=0` says that it does not. */
function codingFor({ headers }: Pick<FastifyRequest, 'headers'>): 'br' | 'gzip' | undefined {
  const taken = String(headers['accept-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding));
}
