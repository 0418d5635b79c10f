import { canonicalJson } from '@linking/events/canonical-json.js';
import { sampleOf, withoutSample } from '@linking/events/spec-support/event-samples.js';
import {
  addGoldenStreams,
  addTellings,
  byStream,
  goldenLog,
  goldenTellings,
  lastTellings,
  tell,
} from './spec-support/golden-log.js';

if (process.env['ADD_HISTORY'] === 'yes') addGoldenStreams();
if (process.env['TELL_ANEW'] === 'yes') addTellings();

const log = goldenLog();
const tellings = goldenTellings();
const told = lastTellings(tellings.lines);

/** What is told of a stream now still says all that was told of it. */
function expectTold(stream: string, bodies: readonly string[]): void {
  try {
    expect(tell(bodies)).toMatchObject(told.get(stream) ?? { nothing: 'was told of it' });
  } catch (difference) {
    throw new Error(
      `Other things are told of ${stream} than before. History is never rewritten: an event whose shape changed gets ` +
        'a new version and an upcaster (docs/adr/0012). When a rule was changed on purpose, say so in CHANGELOG.md and ' +
        'run `TELL_ANEW=yes npm run history:add`, which adds the new telling behind the old one.\n' +
        (difference as Error).message,
      { cause: difference },
    );
  }
}

describe('the golden log', () => {
  it('stands as it was written, and so does what was told of it', () => {
    expect([...log.changes, ...tellings.changes]).toEqual([]);
    expect(log.lines.filter((body) => canonicalJson(sampleOf(body)) !== body)).toEqual([]);
  });

  it('has each event of each kind of stream in each version: `npm run history:add` adds one that is new', () => {
    expect(withoutSample(log.lines)).toEqual([]);
  });

  it('has streams without a gap', () => {
    for (const [stream, bodies] of byStream(log.lines)) {
      const revisions = bodies.map((body) => sampleOf(body).revision);
      expect({ stream, revisions }).toEqual({ stream, revisions: bodies.map((_, index) => index + 1) });
    }
  });

  it('tells what it told: stages, dates and all else that is folded', () => {
    const streams = byStream(log.lines);
    expect([...told.keys()].toSorted()).toEqual([...streams.keys()].toSorted());
    for (const [stream, bodies] of streams) expectTold(stream, bodies);
  });
});
