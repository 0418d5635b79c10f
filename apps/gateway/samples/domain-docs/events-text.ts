import type { EventName, StreamKind } from '@linking/events/known-types.js';
import { storedType } from '@linking/events/upcasting/present-language.js';
import type { Shape } from './event-fields.js';
import { eventSentences } from './event-sentences.js';

const streams: Readonly<Record<StreamKind, readonly [name: string, stream: string, about: string]>> = {
  link: ['Link', 'link-BRD-2026-014', 'one link'],
  interest: ['Interest', 'interest-<uuid>', "one school's wish to link"],
  training: ['Training session', 'training-<uuid>', 'one training session'],
  programme: ['Programme', 'programme-<slug>', 'one local programme'],
  correspondence: ['Correspondence', 'correspondence-<subject>', 'what was sent about one subject'],
  person: ['Person', 'person-<uuid>', 'one adult'],
  venue: ['Venue', 'venue-<uuid>', 'one venue'],
  import: ['Import', 'import-<uuid>', 'one file of the schools register'],
  grant: ['Grant', 'grant-<uuid>', 'one grant of a funder'],
  school: ['School', 'school-<key>', 'one school that was added by hand'],
  user: ['User', 'user-<uuid>', 'one account'],
  rules: ['Rules', 'rules-mails', 'what the national office decides for all'],
  ledger: ['Ledger', 'ledger-keys', 'the keys that sign the log'],
  log: ['Log', 'log-identity', 'the log itself'],
};

type OfStreams<Thing> = Readonly<Record<StreamKind, Readonly<Record<string, Thing>>>>;

/** `docs/events.md`: every event of every stream, what it says, its fields, and one example. */
export function eventsText(shapes: OfStreams<Shape>, examples: OfStreams<unknown>): string {
  const kinds = Object.keys(streams) as readonly StreamKind[];
  return `# Events

Made by \`npm run docs:domain\` from the types in \`libs/events\`; a test compares them and checks each example against its
type. Examples of links, interests, sessions and programmes are facts that their rules really decided. A field with \`?\` may
be absent. Events hold ids, codes, numbers, dates and seals; words and names are kept in tables that can be erased, and a
field such as \`noteId\` is the key of what was said.

Around every event stands its envelope: \`id\`, \`stream\`, \`revision\`, \`type\`, \`schema\`, \`occurredOn\`, \`recordedAt\`,
\`actor\`, \`onBehalfOf?\`, \`channel\`, \`commandId\`, \`correlationId\`, \`causationId?\`, \`data\`. Stored types are for ever: a
new shape is a new version.

${kinds
  .map((kind) => {
    const [name, , about] = streams[kind];
    const count = Object.keys(eventSentences[kind]).length;
    return `- [${name}](#${name.toLowerCase().replaceAll(' ', '-')}): ${count} of ${about}`;
  })
  .join('\n')}

${kinds.map((kind) => streamText(kind, shapes[kind], examples[kind])).join('\n\n')}
`;
}

function streamText(
  kind: StreamKind,
  shapes: Readonly<Record<string, Shape>>,
  examples: Readonly<Record<string, unknown>>,
): string {
  const [name, stream] = streams[kind];
  const events = Object.entries(eventSentences[kind]).map(
    ([event, sentence]) => `### ${event}

${sentence} Stored as \`${storedType(event as EventName)}\`.

${fieldsText(shapes[event] ?? {})}

\`\`\`json
${JSON.stringify(examples[event], null, 2)}
\`\`\``,
  );
  return `## ${name}\n\nStream \`${stream}\`.\n\n${events.join('\n\n')}`;
}

function fieldsText({ properties = {}, required = [] }: Shape): string {
  const fields = Object.entries(properties);
  if (fields.length === 0) return 'It has no fields.';
  return [
    '| field | value | |',
    '| --- | --- | --- |',
    ...fields.map(
      ([name, shape]) =>
        `| \`${name}${required.includes(name) ? '' : '?'}\` | ${valueText(shape)} | ${(shape.description ?? '').replaceAll('\n', ' ')} |`,
    ),
  ].join('\n');
}

function valueText(shape: Shape): string {
  if (shape.enum !== undefined) return shape.enum.map((it) => `\`${String(it)}\``).join(', ');
  if (shape.anyOf !== undefined) return shape.anyOf.map(valueText).join(' or ');
  if (shape.prefixItems !== undefined) return `${shape.prefixItems.length} × ${valueText(shape.items ?? {})}`;
  if (shape.items !== undefined) return `list of ${valueText(shape.items)}`;
  if (shape.properties !== undefined) {
    const { required = [] } = shape;
    const inner = Object.entries(shape.properties).map(
      ([name, it]) => `${name}${required.includes(name) ? '' : '?'}: ${valueText(it)}`,
    );
    return `{ ${inner.join('; ')} }`;
  }
  return shape.type === 'string' ? 'text' : (shape.type ?? 'any JSON value');
}
