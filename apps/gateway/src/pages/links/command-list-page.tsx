import { Card } from '../components/card.js';
import { PageHeading } from '../components/page-heading.js';
import { Layout } from '../layout/layout.js';
import type { PageFrame } from '../layout/page-frame.js';

export interface CommandListView {
  /** `BRD-2026-014 · Brook Lane Primary and St Aidan’s CofE Primary`. */
  readonly eyebrow: string;
  readonly groups: readonly {
    readonly title: string;
    readonly commands: readonly { readonly href: string; readonly label: string; readonly hint: string }[];
  }[];
}

/** Everything that can be recorded for a link, beside what comes next. */
export function CommandListPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: CommandListView;
}) {
  return (
    <Layout frame={frame} title="Everything that can be recorded">
      <PageHeading
        eyebrow={view.eyebrow}
        heading="Everything that can be recorded"
        lead="What has happened can always be recorded, in any order."
      />
      <div class="tiles">
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
