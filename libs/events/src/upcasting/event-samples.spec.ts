import { canonicalJson } from '../canonical-json.js';
import { eventSamples, kindOf, sampleOf, withoutSample } from '../spec-support/event-samples.js';
import { publishedLanguage } from '../known-types.js';
import { eventName, inPresentLanguage } from './present-language.js';

const { lines, changes } = eventSamples();

describe('the samples of every event that was ever written', () => {
  it('stand as they were written', () => {
    expect(changes).toEqual([]);
    expect(lines.filter((line) => canonicalJson(sampleOf(line)) !== line)).toEqual([]);
  });

  it('have each event of each kind of stream in each version: `npm run history:add` adds one that is new', () => {
    expect(withoutSample(lines)).toEqual([]);
    const names = lines.map(sampleOf).map((event) => `${kindOf(event)} ${event.type}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are read as events of today, of the stream in which they stand', () => {
    for (const body of lines) {
      const { envelope } = inPresentLanguage({ position: '1', envelope: sampleOf(body), body });
      expect(Object.keys(publishedLanguage[kindOf(envelope)])).toContain(eventName(envelope.type));
    }
  });
});
