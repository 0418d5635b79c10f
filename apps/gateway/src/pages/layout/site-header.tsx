import { LinkedRings } from '../components/linked-rings.js';
import { CsrfField } from '../forms/hidden-fields.js';
import type { NavPlace, PageFrame, SignedInAs } from './page-frame.js';

export function SiteHeader({ frame, narrow }: { readonly frame: PageFrame; readonly narrow: boolean }) {
  return (
    <header class="site-header">
      <div class={`site-header__inner frame${narrow ? ' frame--narrow' : ''}`}>
        <a href={frame.home} class="site-header__mark">
          <LinkedRings ground="brand" />
          <span>Schools Linking</span>
        </a>
        {frame.places.length > 0 && <Places places={frame.places} />}
        {frame.signedIn && <WhoYouAre signedIn={frame.signedIn} />}
      </div>
    </header>
  );
}

function Places({ places }: { readonly places: readonly NavPlace[] }) {
  return (
    <nav class="site-header__places" aria-label="Places">
      <ul class="site-header__list">
        {places.map((place) => (
          <li key={place.href}>
            <a href={place.href} class="site-header__place" aria-current={place.current ? 'page' : undefined}>
              {place.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WhoYouAre({ signedIn }: { readonly signedIn: SignedInAs }) {
  return (
    <div class="site-header__who">
      <span class="site-header__name">
        <a href={signedIn.account} class="site-header__account">
          {signedIn.name}
          <span class="govuk-visually-hidden">: your account</span>
        </a>
        <span class="site-header__role"> · {signedIn.place}</span>
      </span>
      <form method="post" action={signedIn.signOutAction}>
        <CsrfField csrf={signedIn.csrf} />
        <button type="submit" class="site-header__sign-out">
          Sign out
        </button>
      </form>
    </div>
  );
}
