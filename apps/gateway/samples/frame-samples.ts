import type { PageFrame } from '../src/pages/layout/page-frame.js';

const PLACES = [
  { href: '/today', label: 'Today' },
  { href: '/links', label: 'Links' },
  { href: '/waiting', label: 'Waiting list' },
  { href: '/training', label: 'Training' },
  { href: '/calendar', label: 'Calendar' },
  { href: '/schools', label: 'Schools' },
  { href: '/reminders', label: 'Reminders' },
];

/** What surrounds a page for Amina Khan of Bradford in the demonstration. */
export function coordinatorFrame(current: string): PageFrame {
  return {
    ...visitorFrame(),
    places: PLACES.map((place) => ({ ...place, current: place.href === current })),
    signedIn: {
      name: 'Amina Khan',
      place: 'Bradford',
      account: '/account',
      signOutAction: '/sign-out',
      csrf: 'sample-csrf',
    },
    demoClock: {
      now: '2026-11-23T09:00:00.000Z',
      action: '/demonstration/clock',
      forward: { csrf: 'sample-csrf', backTo: current },
    },
    apiDocs: '/api/docs',
  };
}

export function visitorFrame(): PageFrame {
  return {
    assets: {
      styles: '/assets/linking.css',
      script: '/assets/linking.js',
      sheetScript: '/assets/sheet.js',
      verifier: '/assets/verify-evidence.mjs',
      icon: '/assets/mark.svg',
    },
    places: [],
    home: '/',
    demonstration: true,
  };
}
