import { ButtonLink } from './button.js';

export interface ShowMoreView {
  readonly shown: number;
  /** Address of the next page; absent at the end. */
  readonly href?: string;
}

export function ShowMore({ view }: { readonly view: ShowMoreView }) {
  return view.href === undefined ? null : (
    <nav class="show-more" aria-label="More of this list">
      <ButtonLink href={view.href} look="secondary">
        Show more
      </ButtonLink>
      <span class="muted">{view.shown} shown</span>
    </nav>
  );
}
