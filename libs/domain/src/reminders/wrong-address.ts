/**
 * RFC 3463 (and RFC 7505) codes by which a mail server says that an address does not exist or takes no mail. Full
 * mailboxes, policies and contents (`5.2.2`, `5.7.1`, `5.6.0`) say nothing of the address.
 */
const NO_SUCH_ADDRESS: ReadonlySet<string> = new Set([
  '5.1.0',
  '5.1.1',
  '5.1.2',
  '5.1.3',
  '5.1.6',
  '5.1.10',
  '5.2.1',
  '5.4.4',
]);

/** Whether nothing more can arrive there, so that mails to it stop. */
export const saysAddressIsWrong = (statusCode: string): boolean => NO_SUCH_ADDRESS.has(statusCode);
