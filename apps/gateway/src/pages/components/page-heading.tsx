import type { ComponentChildren } from 'preact';

interface PageHeadingProps {
  readonly eyebrow?: string;
  readonly heading: string;
  readonly lead?: string;
  /** Buttons or a search to the right of the heading. */
  readonly children?: ComponentChildren;
}

export function PageHeading({ eyebrow, heading, lead, children }: PageHeadingProps) {
  return (
    <div class="page-heading">
      <div class="page-heading__words">
        {eyebrow !== undefined && <p class="eyebrow">{eyebrow}</p>}
        <h1 class="heading heading--l">{heading}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      {children}
    </div>
  );
}
