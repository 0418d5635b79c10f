import type { ComponentChildren } from 'preact';
import type { LinkTo } from '../layout/page-frame.js';

interface CardProps {
  readonly title: string;
  readonly id?: string;
  /** One link to the right of the title. */
  readonly link?: LinkTo;
  readonly children: ComponentChildren;
}

export function Card({ title, id, link, children }: CardProps) {
  return (
    <section class="card" id={id}>
      <div class="card__head">
        <h2 class="card__title">{title}</h2>
        {link && (
          <a href={link.href} class="link">
            {link.label}
          </a>
        )}
      </div>
      {children}
    </section>
  );
}
