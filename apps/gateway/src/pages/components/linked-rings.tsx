/** The mark: two linked rings. The second ring passes behind the first once, so they read as a chain. */
export function LinkedRings({ ground = 'paper' }: { readonly ground?: 'paper' | 'brand' }) {
  return (
    <svg
      class={`rings rings--${ground}`}
      viewBox="0 0 44 28"
      width="36"
      height="23"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="rings__first" cx="15" cy="14" r="10.5" />
      <circle class="rings__second" cx="29" cy="14" r="10.5" />
      <path class="rings__first" d="M22 6.2A10.5 10.5 0 0 1 25.5 14" />
    </svg>
  );
}
