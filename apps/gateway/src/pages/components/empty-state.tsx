import type { LinkTo } from '../layout/page-frame.js';

export interface EmptyStateView {
  readonly title: string;
  readonly sentence: string;
  readonly onward?: LinkTo;
}

export function EmptyState({ view }: { readonly view: EmptyStateView }) {
  return (
    <div class="empty-state">
      <p class="empty-state__title">{view.title}</p>
      <p class="muted">{view.sentence}</p>
      {view.onward && (
        <a href={view.onward.href} class="link">
          {view.onward.label}
        </a>
      )}
    </div>
  );
}
