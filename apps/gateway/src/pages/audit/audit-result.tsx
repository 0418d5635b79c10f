import type { AuditResultView } from './audit-view.js';

/** Green or red, said in words as well. */
export function AuditResult({ result }: { readonly result: AuditResultView }) {
  return (
    <section class={`flash flash--${result.tone}`} aria-labelledby="audit-result">
      <h2 id="audit-result" class="card__title">
        {result.title}
      </h2>
      {result.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {result.link && (
        <p>
          <a href={result.link.href} class="link link--strong">
            {result.link.label}
          </a>
        </p>
      )}
    </section>
  );
}
