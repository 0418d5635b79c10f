import { Tag, type TagView } from '../components/tag.js';
import type { LinkTo } from '../layout/page-frame.js';

export interface LineView {
  readonly key: string;
  readonly title: string;
  readonly small?: string;
  readonly tag?: TagView;
  readonly link?: LinkTo;
}

/** A short list, one thing a line. */
export function Lines({ lines }: { readonly lines: readonly LineView[] }) {
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.key} class="lines__item">
          <strong>{line.title}</strong>
          {line.tag && <Tag tag={line.tag} />}
          {line.small !== undefined && <span class="lines__small">{line.small}</span>}
          {line.link && (
            <a href={line.link.href} class="link">
              {line.link.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
