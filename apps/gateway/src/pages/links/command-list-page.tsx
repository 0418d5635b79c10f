import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface CommandListView {
  /** `BRD-2026-014 · Brook Lane Primary and St Aidan’s CofE Primary`. */
  readonly eyebrow?: string;
  /** For one link everything that can be recorded, unless it says otherwise. */
  readonly heading?: string;
  readonly lead?: string;
  readonly groups: readonly {
    readonly title: string;
    readonly commands: readonly { readonly href: string; readonly label: string; readonly hint: string }[];
  }[];
}

const EVERYTHING = 'Everything that can be recorded';

/** Everything that can be recorded for a link, beside what comes next. */
export function CommandListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: CommandListView;
}) {
  return (
    <Layout
      frame={frame}
      title={view.heading ?? EVERYTHING}
      {...(view.groups.length === 1 ? { ground: 'narrow' } : {})}
    >
      <PageHeading
        {...(view.eyebrow === undefined ? {} : { eyebrow: view.eyebrow })}
        heading={view.heading ?? EVERYTHING}
        lead={view.lead ?? 'What has happened can always be recorded, in any order.'}
      />
      <div class={view.groups.length === 1 ? undefined : 'tiles'}>
        {view.groups.map((group) => (
          <Card key={group.title} title={group.title}>
            <ul class="lines">
              {group.commands.map((command) => (
                <li key={command.href} class="lines__item">
                  <a href={command.href} class="link link--strong">
                    {command.label}
                  </a>
                  <span class="lines__small">{command.hint}</span>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Layout>
  );
}
