import type { SmtpServer } from './smtp-url.js';

/** How a mail server is spoken to; its certificate is always checked. */
export const transportOf = (server: SmtpServer) => ({
  host: server.host,
  port: server.port,
  secure: server.tls === 'from-the-start',
  requireTLS: server.tls === 'required',
  ignoreTLS: server.tls === 'off',
  ...(server.auth === undefined ? {} : { auth: server.auth }),
});
