/** Above what mails do, wherever somebody would otherwise believe that they go. */
export function MailsPaused({ words }: { readonly words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <section class="flash flash--amber" aria-label="Mails are paused">
      <p class="flash__text">{words}</p>
    </section>
  );
}
