/** A mailbox on an IMAP server that is spoken to in private, its certificate checked. */
export interface ImapMailbox {
  readonly host: string;
  readonly port: number;
  readonly auth: { readonly user: string; readonly pass: string };
  readonly folder: string;
}

/** `imaps://user:password@host[:port][/folder]`, or `undefined` for anything else. */
export function readImapUrl(text: string): ImapMailbox | undefined {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'imaps:' || url.hostname === '') return undefined;
  if (url.search !== '' || url.hash !== '') return undefined;
  try {
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    const folder = decodeURIComponent(url.pathname.replace(/^\//, ''));
    const port = url.port === '' ? 993 : Number(url.port);
    if (user === '' || pass === '' || port === 0) return undefined;
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
    return { host, port, auth: { user, pass }, folder: folder === '' ? 'INBOX' : folder };
  } catch {
    return undefined;
  }
}
