/** The way to what lies below the list of links to audit. */
export const toAuditedLinks = [
  { href: '/audit', label: 'Audit' },
  { href: '/audit/links', label: 'Links to audit' },
] as const;
