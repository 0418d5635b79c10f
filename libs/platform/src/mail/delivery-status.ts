import PostalMime, { type Attachment } from 'postal-mime';

/** What a delivery status notification (RFC 3464) says of one mail. */
export interface DeliveryStatus {
  /** Message-ID of the mail that it is about, with its angle brackets; none when nothing of it was returned. */
  readonly messageId?: string;
  readonly envelopeId?: string;
  readonly recipients: readonly RecipientStatus[];
}

export interface RecipientStatus {
  /** `failed`, `delayed`, `delivered`, `relayed`, `expanded`. */
  readonly action: string;
  /** RFC 3463, such as `5.1.1`. */
  readonly statusCode: string;
}

/** Reads a notification; `undefined` for any other mail, and for one that cannot be read. */
export async function readDeliveryStatus(raw: Uint8Array): Promise<DeliveryStatus | undefined> {
  const parts = await partsOf(raw);
  const report = parts.find(({ mimeType }) => REPORTS.has(mimeType));
  if (report === undefined) return undefined;
  const [message = new Map(), ...recipients] = headerBlocks(textOf(report));
  const returned = parts.find(({ mimeType }) => RETURNED.has(mimeType));
  const [headers] = returned === undefined ? [] : headerBlocks(textOf(returned));
  const messageId = /<[^<>\s]+>/.exec(headers?.get('message-id') ?? '')?.[0];
  const envelopeId = message.get('original-envelope-id');
  return {
    ...(messageId === undefined ? {} : { messageId }),
    ...(envelopeId === undefined ? {} : { envelopeId }),
    recipients: recipients.flatMap(recipientStatus),
  };
}

// RFC 6533 writes the same in UTF-8 under names of its own.
const REPORTS: ReadonlySet<string> = new Set(['message/delivery-status', 'message/global-delivery-status']);
const RETURNED: ReadonlySet<string> = new Set([
  'message/rfc822',
  'message/global',
  'message/global-headers',
  'text/rfc822-headers',
]);

async function partsOf(raw: Uint8Array): Promise<readonly Attachment[]> {
  try {
    const { attachments, headers } = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: 20,
    });
    const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
    return /^multipart\/report\b/i.test(type.trim()) ? attachments : [];
  } catch {
    return [];
  }
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

type Headers = ReadonlyMap<string, string>;

/** Blocks of header fields with empty lines between them; folded lines are joined. */
function headerBlocks(text: string): readonly Headers[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+(?=\S)/g, ' ')
    .split(/\n[ \t]*\n/)
    .map((block) => new Map(block.split('\n').flatMap(field)))
    .filter((headers) => headers.size > 0);
}

function field(line: string): readonly (readonly [string, string])[] {
  const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [[name.toLowerCase(), value.trim()]];
}

const CODE = /\b([245]\.\d{1,3}\.\d{1,3})\b/;

function recipientStatus(headers: Headers): readonly RecipientStatus[] {
  const action = headers.get('action')?.toLowerCase().split(/\s/)[0];
  const said = CODE.exec(headers.get('status') ?? '')?.[1];
  if (action === undefined || said === undefined) return [];
  // Some systems say "5.0.0" of everything and quote the answer of the last server, which knew better.
  const quoted = said === '5.0.0' ? CODE.exec(headers.get('diagnostic-code') ?? '')?.[1] : undefined;
  return [{ action, statusCode: quoted?.startsWith('5.') ? quoted : said }];
}
