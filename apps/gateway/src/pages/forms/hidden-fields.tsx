import { CSRF_FIELD, IDEMPOTENCY_FIELD } from './form-view.js';

export function CsrfField({ csrf }: { readonly csrf: string }) {
  return <input type="hidden" name={CSRF_FIELD} value={csrf} />;
}

/** Made when the page is rendered, so a form sent twice is one command. */
export function IdempotencyField({ idempotencyKey }: { readonly idempotencyKey: string }) {
  return <input type="hidden" name={IDEMPOTENCY_FIELD} value={idempotencyKey} />;
}

export function HiddenFields({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
