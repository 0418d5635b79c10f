import type { ComponentChildren } from 'preact';
import { ChevronRight } from '../components/icons.js';
import { Flash } from '../components/flash.js';
import { DemoClockBar } from './demo-clock-bar.js';
import type { LinkTo, PageFrame } from './page-frame.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';

export interface LayoutProps {
  readonly frame: PageFrame;
  readonly title: string;
  /** True when the page shows an error summary; the title then says so first. */
  readonly hasErrors?: boolean;
  /** `narrow` for reading and signing, `past` for the tinted ground of history. */
  readonly ground?: 'wide' | 'narrow' | 'past';
  /** A script of this page, beside the one of every page. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

export function Layout({ frame, title, hasErrors = false, ground = 'wide', script, children }: LayoutProps) {
  // A narrow page without places to go, such as signing, stands in the middle of a wide screen.
  const alone = ground === 'narrow' && frame.signedIn === undefined;
  return (
    <html lang="en-GB" class="page">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#2d2a6e" />
        <title>{`${hasErrors ? 'Error: ' : ''}${title} – Schools Linking`}</title>
        <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={frame.assets.styles} />
        <script type="module" src={frame.assets.script}></script>
        {script !== undefined && <script type="module" src={script}></script>}
      </head>
      <body class={`page__body page__body--${ground}`}>
        <a href="#main" class="govuk-skip-link">
          Skip to main content
        </a>
        <SiteHeader frame={frame} narrow={alone} />
        {frame.demoClock && <DemoClockBar clock={frame.demoClock} />}
        <div class={alone ? 'frame frame--narrow' : 'frame'}>
          {frame.crumbs && <Crumbs crumbs={frame.crumbs} />}
          <main
            id="main"
            class={ground === 'narrow' ? 'page__main page__main--narrow' : 'page__main'}
            tabIndex={-1}
          >
            {frame.flash && <Flash flash={frame.flash} />}
            {children}
          </main>
        </div>
        <SiteFooter frame={frame} narrow={alone} />
      </body>
    </html>
  );
}

function Crumbs({ crumbs }: { readonly crumbs: readonly LinkTo[] }) {
  return (
    <nav class="crumbs" aria-label="Where this page belongs">
      <ol class="crumbs__list">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} class="crumbs__item">
            {index > 0 && <ChevronRight />}
            <a href={crumb.href} class="link link--ink">
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
