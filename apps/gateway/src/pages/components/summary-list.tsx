import type { ComponentChildren } from 'preact';

export interface SummaryRow {
  readonly key: string;
  readonly value: ComponentChildren;
}

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  return (
    <dl class="summary">
      {rows.map((row) => (
        <div key={row.key} class="summary__row">
          <dt class="summary__key">{row.key}</dt>
          <dd class="summary__value">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
