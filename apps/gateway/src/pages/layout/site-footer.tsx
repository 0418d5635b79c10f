import type { PageFrame } from './page-frame.js';

export function SiteFooter({ frame, narrow }: { readonly frame: PageFrame; readonly narrow: boolean }) {
  return (
    <footer class="site-footer">
      <div class={`site-footer__inner frame${narrow ? ' frame--narrow' : ''}`}>
        <p class="site-footer__text">
          {frame.demonstration
            ? 'Demonstration data: every school, person and figure here is invented.'
            : 'Schools Linking, the back office of a national network of linked classes.'}
        </p>
        <span class="site-footer__links">
          <a href="/accessibility" class="link link--ink">
            Accessibility
          </a>
          <a href="/privacy" class="link link--ink">
            Privacy
          </a>
          {frame.audit !== undefined && (
            <a href={frame.audit} class="link link--ink">
              Audit
            </a>
          )}
          {frame.operations !== undefined && (
            <a href={frame.operations} class="link link--ink">
              Operations
            </a>
          )}
          {frame.apiDocs !== undefined && !narrow && (
            <a href={frame.apiDocs} class="link link--ink">
              API
            </a>
          )}
        </span>
      </div>
    </footer>
  );
}
