import { ButtonLink } from '../components/button.js';
import { Layout } from '../layout/layout.js';
import type { LinkTo, PageFrame } from '../layout/page-frame.js';

export interface PasswordAddressView {
  readonly name: string;
  readonly email: string;
  /** The whole address; it is on this page and nowhere else. */
  readonly address: string;
  readonly onward: LinkTo;
}

/** Shown once, right after an address to set a password was made. */
export function PasswordAddressPage({
  frame,
  view,
}: {
  readonly frame: PageFrame;
  readonly view: PasswordAddressView;
}) {
  return (
    <Layout frame={frame} title={`Address for ${view.name}`} ground="narrow">
      <h1 class="heading heading--l">Give this address to {view.name}</h1>
      <div class="card">
        <label class="govuk-label" for="password-address">
          Address to set a password
        </label>
        <p id="password-address-hint" class="muted">
          It works once, within 7 days, and is shown only now. Hand it over yourself, by phone or in a mail of
          your own to {view.email}: whoever has it can sign in as {view.name}.
        </p>
        <input
          class="govuk-input"
          id="password-address"
          type="text"
          readOnly
          value={view.address}
          aria-describedby="password-address-hint"
        />
        <p class="lines__note">
          <ButtonLink href={view.onward.href} look="secondary">
            {view.onward.label}
          </ButtonLink>
        </p>
      </div>
    </Layout>
  );
}
