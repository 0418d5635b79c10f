/** What a coordinator should bear in mind, beside the reasons for a link. */
export function Cautions({ cautions }: { readonly cautions: readonly string[] }) {
  return cautions.length === 0 ? null : (
    <ul class="partners__cautions" aria-label="Bear in mind">
      {cautions.map((caution) => (
        <li key={caution}>{caution}</li>
      ))}
    </ul>
  );
}
