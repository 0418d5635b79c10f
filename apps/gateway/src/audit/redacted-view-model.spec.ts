import { historyOf } from '@linking/application/links/link-history.js';
import type { StoredEvent } from '@linking/events/event-store.js';
import { sampleOf } from '@linking/events/spec-support/event-samples.js';
import { byStream, goldenLog } from '@linking/projections/spec-support/golden-log.js';
import { visitorFrame } from '../../samples/frame-samples.js';
import { historySentence } from '@linking/words/history-sentence.js';
import type { LinkNames } from '@linking/application/links/link-names.js';
import { RedactedPage } from '../pages/audit/redacted-page.js';
import { renderPage } from '../pages/layout/render-page.js';
import { redactedNames } from './redacted-names.js';
import { redactedView } from './redacted-view-model.js';

/** Each name and each text is a word that stands nowhere else. */
const SECRET = /xq\w+/g;
const names: LinkNames = {
  school: (urn) => `School ${urn}`,
  schoolRecord: () => undefined,
  className: () => 'xqclass',
  person: () => ({ name: 'xqperson', email: 'xqmail@example.org', phone: '01274 xqphone' }),
  personName: () => 'xqpersonname',
  venue: () => 'xqvenue',
  note: () => 'xqnote',
  consent: () => ({ name: 'xqconsent', on: '2026-11-20' }),
  actor: (actor) => (actor.startsWith('worker:') ? 'Schools Linking' : 'xqactor'),
};
const mailOf = (personId: string) => ({
  id: `mail-${personId}`,
  ref: 'BRD-2026-001',
  source: 'correspondence' as const,
  revision: 1,
  type: 'ReminderSent',
  occurredOn: '2026-11-20',
  recordedAt: '2026-11-20T09:00:00.000Z',
  actor: 'user:u1',
  data: { rule: 'N09', personId },
});

const links = [...byStream(goldenLog().lines)]
  .filter(([stream]) => stream.startsWith('link-'))
  .map(([, bodies]) =>
    historyOf(
      bodies.map((body, index): StoredEvent => ({ position: String(index), envelope: sampleOf(body), body })),
    ),
  );

function printed(history: (typeof links)[number]): string {
  const { link, facts } = history;
  const roles = new Map(facts.map(({ actor }) => [actor, ['coordinator'] as const]));
  const view = redactedView({
    history,
    correspondence: [mailOf(link.sides.a.headId), mailOf('00000000-0000-4000-8000-000000000000')],
    names: redactedNames(names, { link, facts, roles }),
    programmeName: 'Bradford',
    printedBy: { name: 'Alun Price', roles: ['auditor'] },
    now: '2027-01-15T09:00:00.000Z',
  });
  return renderPage(RedactedPage, { frame: visitorFrame(), view });
}

describe('a history without names', () => {
  it('says nothing that a person is known by or that a person typed, whatever the events are', () => {
    const types = new Set(links.flatMap(({ facts }) => facts.map(({ type }) => type)));
    expect(types.size).toBeGreaterThan(35);
    for (const history of links) expect(printed(history).match(SECRET) ?? []).toEqual([]);
  });

  it('would have said it otherwise: the sentences do hold names', () => {
    const said = links.flatMap(({ facts, link }) => facts.map((fact) => historySentence(fact, link, names)));
    expect(new Set(JSON.stringify(said).match(SECRET))).toEqual(
      new Set(['xqclass', 'xqperson', 'xqnote', 'xqconsent']),
    );
  });

  it('names adults by their role, several of one school by numbers, and says where words were removed', () => {
    const words = links.map(printed).join(' ');
    expect(words).toMatch(/headteacher of School \d{6}/);
    expect(words).toMatch(/teacher of School \d{6} \(2\)/);
    expect(words).toContain('[words removed]');
    expect(words).toContain('[name removed]');
    expect(words).toContain('Printed');
    expect(words).toContain('by Alun Price, auditor');
  });
});
