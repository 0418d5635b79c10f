import type { AuditResultView } from './audit-view.js';

/** Green or red, said in words as well. */
export function AuditResult({ result }: { readonly result: AuditResultView }) {
  return (
    <section class={`flash flash--${result.tone} audit-result`} aria-labelledby="audit-result">
      <h2 id="audit-result" class="card__title">
        {result.title}
      </h2>
      {result.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {result.links !== undefined && (
        <ul class="audit-result__links">
          {result.links.map((link) => (
            <li key={link.href}>
              <a href={link.href} class="link link--strong">
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
