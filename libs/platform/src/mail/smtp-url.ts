/** A mail server and how to speak to it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `from-the-start` = TLS before the first word (smtps), `required` = STARTTLS or nothing is sent. */
  readonly tls: 'from-the-start' | 'required' | 'off';
  readonly auth?: { readonly user: string; readonly pass: string };
}

const DEFAULT_PORT = { 'smtp:': 587, 'smtps:': 465 } as const;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * `smtp://` or `smtps://[user:password@]host[:port]`, or `undefined` for anything else.
 * A connection leaves this machine encrypted unless the address ends in `?tls=off`.
 */
export function readSmtpUrl(text: string): SmtpServer | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) return undefined;
  const tls = tlsOf(url);
  const auth = authOf(url);
  const nothingElse = ['', '/'].includes(url.pathname) && url.hash === '';
  const port = url.port === '' ? DEFAULT_PORT[url.protocol] : Number(url.port);
  if (url.hostname === '' || port === 0 || tls === undefined || auth === 'wrong' || !nothingElse) {
    return undefined;
  }
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    tls,
    ...(auth === undefined ? {} : { auth }),
  };
}

function tlsOf(url: URL): SmtpServer['tls'] | undefined {
  const wish = url.searchParams.get('tls');
  const others = [...url.searchParams.keys()].some((name) => name !== 'tls');
  if (others || (wish !== null && wish !== 'required' && wish !== 'off')) return undefined;
  if (url.protocol === 'smtps:') return wish === 'off' ? undefined : 'from-the-start';
  return wish ?? (LOOPBACK.test(url.hostname) ? 'off' : 'required');
}

function authOf(url: URL): SmtpServer['auth'] | 'wrong' {
  if (url.username === '' && url.password === '') return undefined;
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return user === '' || pass === '' ? 'wrong' : { user, pass };
  } catch {
    return 'wrong';
  }
}
