import { readFileSync, writeFileSync } from 'node:fs';
import { refusalGivers, type Giver } from '@linking/domain/spec-support/refusal-givers.js';
import { publishedLanguage } from '@linking/events/known-types.js';
import { addSamples, eventSamples, kindOf, sampleOf } from '@linking/events/spec-support/event-samples.js';
import { eventName, inPresentLanguage } from '@linking/events/upcasting/present-language.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { examplesOf, madeByRules } from '../../samples/domain-docs/event-examples.js';
import { eventShapes } from '../../samples/domain-docs/event-fields.js';
import { eventsText } from '../../samples/domain-docs/events-text.js';
import { refusalSites } from '../../samples/domain-docs/refusal-sites.js';
import { refusalsText, sayWhatToDo } from '../../samples/domain-docs/refusals-text.js';

const made = madeByRules();
const shapes = eventShapes();
const examples = examplesOf(made);
const sites = refusalSites();
const ajv = new Ajv2020({ strict: false });

describe('docs/events.md', () => {
  it('is what the types and the rules say: `npm run docs:domain` writes it', () => {
    isCommitted('docs/events.md', eventsText(shapes, examples));
  });

  it.each(Object.keys(publishedLanguage) as readonly (keyof typeof publishedLanguage)[])(
    'gives an example of every event of the stream %s that fits its type',
    (kind) => {
      const names = Object.keys(publishedLanguage[kind]);
      expect(Object.keys(shapes[kind]).toSorted()).toEqual(names.toSorted());
      for (const name of names) {
        const check = ajv.compile({ ...shapes[kind][name] });
        expect({ name, fits: check(examples[kind][name]), errors: check.errors }).toEqual({
          name,
          fits: true,
          errors: null,
        });
      }
    },
  );
});

describe('libs/events/samples', () => {
  it('has events that fit the types of today, whatever version they were written in', () => {
    if (process.env['ADD_HISTORY'] === 'yes') addSamples(examples);
    for (const body of eventSamples().lines) {
      const { envelope } = inPresentLanguage({ position: '1', envelope: sampleOf(body), body });
      const check = ajv.compile({ ...shapes[kindOf(envelope)][eventName(envelope.type)] });
      expect({ type: envelope.type, fits: check(envelope.data), errors: check.errors }).toEqual({
        type: envelope.type,
        fits: true,
        errors: null,
      });
    }
  });
});

describe('docs/refusals.md', () => {
  it('is what the rules say: `npm run docs:domain` writes it', () => {
    isCommitted('docs/refusals.md', refusalsText(made, sites));
  });

  it('names for every code who refuses, as the sources have it', () => {
    const inSources = Object.fromEntries(
      Object.keys(refusalGivers).map((code) => [
        code,
        [...new Set(sites.filter((site) => site.code === code).map(({ file }) => giverOf(file)))].toSorted(),
      ]),
    );
    const inTable = Object.entries(refusalGivers).map(([code, givers]) => [code, givers.toSorted()]);
    expect(Object.fromEntries(inTable)).toEqual(inSources);
  });

  it('says for every refusal what to do next', () => {
    const silent = sites.filter(({ code, saysNextStep }) => !saysNextStep && !sayWhatToDo.has(code));
    expect(silent.map(({ code, file }) => `${code} in ${file}`)).toEqual([]);
    for (const { refusals } of Object.values(made)) {
      for (const [code, { more }] of refusals) {
        expect([code, more.nextStep !== undefined || sayWhatToDo.has(code)]).toEqual([code, true]);
      }
    }
  });
});

/** Which parts are in use is asked while a link is decided. */
function giverOf(file: string): Giver {
  if (file.startsWith('libs/domain/src/wording/')) return 'programme';
  if (file.endsWith('programme/switches.ts')) return 'link';
  const folder = /^libs\/domain\/src\/(link|interest|programme|training|schools|venue|grant)\//.exec(
    file,
  )?.[1];
  return (folder as Giver | undefined) ?? 'application';
}

function isCommitted(file: string, text: string): void {
  if (process.env['WRITE_DOCS'] === 'yes') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
