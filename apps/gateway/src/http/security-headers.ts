import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const POLICY = {
  'default-src': "'none'",
  'style-src': "'self'",
  'script-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'frame-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

const write = (policy: Readonly<Record<string, string>>) =>
  Object.entries(policy)
    .map(([directive, source]) => `${directive} ${source}`)
    .join('; ');

export const PAGE_POLICY = write(POLICY);

/** For a page whose script asks the server. */
export const ASKING_PAGE_POLICY = write({ ...POLICY, 'connect-src': "'self'" });

/** The viewer of the API's description sets styles in the page and calls the API. */
const DOCS_POLICY = write({
  ...POLICY,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
});

const isDocs = (url: string) => /^\/api\/docs(?:[/?]|$)/.test(url);

/** Headers of every answer. A route may set its own policy or caching instead. */
export async function addSecurityHeaders(app: NestFastifyApplication, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      reply.header('content-security-policy', isDocs(request.url) ? DOCS_POLICY : PAGE_POLICY);
      reply.header('cache-control', 'no-store');
      done();
    });
}
