export interface FigureView {
  readonly name: string;
  readonly count: number;
  /** Opens exactly what was counted. */
  readonly href: string;
  readonly current: boolean;
}

/** Numbers in a row; each opens what it counted. */
export function Figures({
  label,
  figures,
}: {
  readonly label: string;
  readonly figures: readonly FigureView[];
}) {
  return (
    <nav aria-label={label}>
      <ul class="stage-counts">
        {figures.map(({ name, count, href, current }) => (
          <li key={name}>
            <a href={href} class="stage-counts__stage" aria-current={current ? 'true' : undefined}>
              <strong class="stage-counts__count">{count.toLocaleString('en-GB')}</strong> {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
