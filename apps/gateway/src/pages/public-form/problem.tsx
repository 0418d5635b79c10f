/** What is wrong, at the top of a page that has no form of fields; leads to the box that it is about. */
export function Problem({ sentence, box }: { readonly sentence: string; readonly box?: string }) {
  return (
    <div class="govuk-error-summary" data-error-summary="" tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            <li>
              {box === undefined ? (
                <span class="error-words">{sentence}</span>
              ) : (
                <a href={`#${box}`}>{sentence}</a>
              )}
            </li>
          </ul>
        </div>
      </div>
    </div>
  );
}
