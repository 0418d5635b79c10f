import { Check } from '../components/icons.js';
import { LinkedRings } from '../components/linked-rings.js';
import { SummaryList } from '../components/summary-list.js';
import type { AgreementView, ContactView } from './signing-view.js';

export function TwoClasses({ pair }: { readonly pair: Pick<AgreementView, 'own' | 'partner'> }) {
  return (
    <div class="card pair">
      <p class="pair__class">
        <strong>{pair.own.className}</strong>
        <span>{pair.own.school}</span>
      </p>
      <LinkedRings />
      <p class="pair__class">
        <strong>{pair.partner.className}</strong>
        <span>{pair.partner.school}</span>
      </p>
    </div>
  );
}

export function Commitments({ agreement }: { readonly agreement: AgreementView }) {
  return (
    <>
      <h2 class="heading heading--m">Your school agrees to</h2>
      <ol class="commitments">
        {agreement.commitments.map((commitment, index) => (
          <li key={commitment.title} class="commitments__item">
            <span class="commitments__number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <strong>{commitment.title}</strong>
              <p class="commitments__detail">{commitment.detail}</p>
            </div>
          </li>
        ))}
      </ol>
      <p class="muted">{agreement.beneath}</p>
      {agreement.facts.length > 0 && (
        <>
          <h2 class="heading heading--m">What this means for your class</h2>
          <SummaryList rows={agreement.facts.map((fact) => ({ key: fact.key, value: fact.value }))} />
        </>
      )}
    </>
  );
}

export function GoodNews({ sentence }: { readonly sentence: string }) {
  return (
    <p class="good-news">
      <span class="good-news__mark">
        <Check />
      </span>
      <span>{sentence}</span>
    </p>
  );
}

export function Contact({ contact }: { readonly contact: ContactView }) {
  return (
    <p>
      Questions? Write to your local facilitator, {contact.name}:{' '}
      <a href={`mailto:${contact.email}`} class="link">
        {contact.email}
      </a>
    </p>
  );
}
