import type { WriteToView } from './public-form-view.js';

export function WriteTo({ to }: { readonly to: WriteToView }) {
  return (
    <p>
      {to.name}:{' '}
      <a href={`mailto:${to.email}`} class="link link--tall">
        {to.email}
      </a>
    </p>
  );
}
