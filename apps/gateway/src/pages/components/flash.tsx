import type { FlashView } from '../layout/page-frame.js';

export function Flash({ flash }: { readonly flash: FlashView }) {
  const more = flash.more ?? [];
  return (
    <div class={`flash flash--${flash.tone}`} role="status">
      <p class="flash__text">{flash.text}</p>
      {more.length > 0 && (
        <ul class="flash__more">
          {more.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
