import type { LinkWords } from '@linking/application/links/link-words.js';
import { bothSides, meetingsHeld, otherSide, type Link } from '@linking/domain/link/link.js';
import type { Side } from '@linking/events/link/link-events.js';
import { meetingNames, outcomeText } from '@linking/words/link-terms.js';
import { academicYear, counted, longDay } from '@linking/words/format.js';
import type { CertificatesView, CertificateView } from '../pages/year-end/certificates-page.js';

export interface CertificatesMaterial {
  readonly eyebrow: string;
  readonly heading: string;
  readonly links: readonly Link[];
  readonly words: LinkWords;
  readonly programmeName: (slug: string) => string;
}

/** Two certificates a completed link, one for each class. */
export function certificatesView({
  eyebrow,
  heading,
  links,
  words,
  programmeName,
}: CertificatesMaterial): CertificatesView {
  const certificates = links
    .filter(({ outcome }) => outcome === 'completed')
    .flatMap((link) => bothSides.map((side) => certificate(link, side, words, programmeName)));
  return {
    eyebrow,
    heading,
    lead:
      certificates.length === 0
        ? ''
        : `${counted(certificates.length, 'certificate')}, a page each. Print this page; only the certificates come out. They name classes, no children.`,
    certificates,
    empty: {
      title: 'No certificates yet',
      sentence: 'There are two for each link that is complete, one for each class.',
    },
  };
}

function certificate(
  link: Link,
  side: Side,
  words: LinkWords,
  programmeName: CertificatesMaterial['programmeName'],
): CertificateView {
  const [own, other] = [link.sides[side], link.sides[otherSide(side)]];
  const held = link.meetings
    .filter(({ status }) => status === 'held')
    .toSorted((x, y) => x.number - y.number);
  const partner =
    link.kind === 'in-school'
      ? `${words.className(other)} of the same school`
      : `${words.className(other)} of ${words.school(other.urn)}`;
  return {
    key: `${link.ref}-${side}`,
    className: words.className(own),
    school: words.school(own.urn),
    linkedWith: `was linked with ${partner} in the school year ${academicYear(link.year)}.`,
    met: `The two classes met: ${meetingsHeld(link)} of 3 meetings.`,
    meetings: held.map(
      ({ number, on, mode }) =>
        `${meetingNames[number]}${mode === 'virtual' ? ', online' : ''}, ${longDay(on)}`,
    ),
    programme: programmeName(link.programme),
    closedOn: `${outcomeText(link).split(',')[0]} ${longDay(link.closedOn ?? '')} · ${link.ref}`,
  };
}
