/** Where somebody was going, when it is a page of ours; else the start page. Never another site (open redirect). */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || to.length > 500 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to)) return '/';
  const { origin, pathname, search } = new URL(to, 'http://here.invalid');
  const isOwnPage = origin === 'http://here.invalid' && !/^\/(?:sign-in|sign-out|api)(?:\/|$)/.test(pathname);
  return isOwnPage && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
