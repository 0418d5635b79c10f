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

interface CommitmentsProps {
  readonly agreement: AgreementView;
  /** Absent while the agreement is still to be signed. */
  readonly heading?: string;
}

export function Commitments({ agreement, heading = 'Your school agrees to' }: CommitmentsProps) {
  return (
    <>
      <h2 class="heading heading--m">{heading}</h2>
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

/** A signed agreement is its own copy: whole on one page, and printed without what surrounds it. */
export function YourCopy({ copy }: { readonly copy: string }) {
  return (
    <p class="your-copy">
      <strong>This page is your copy.</strong> Print it or save it as a PDF, or open your link again: it shows
      what was signed. <span class="muted">{copy}</span>
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
