import type { OpenAPIObject } from '@nestjs/swagger';
import { linkEventNames } from '@linking/events/known-types.js';
import { otherLinkEvents } from '../links/link-commands.js';
import { commandsOf, resolved } from './command-list.js';
import type { DescribedCommand, Schema } from './command-list.js';

/** What every command of a link may carry; said once above the table. */
const COMMON = new Set(['occurredOn', 'note', 'overrides']);

/** `docs/api-commands.md`: event ↔ command ↔ body, made of the description of the API. */
export function apiCommandsText(document: OpenAPIObject): string {
  const commands = commandsOf(document);
  const ofLinks = commands.filter(({ address }) => address.startsWith('POST /links/{ref}/'));
  const others = commands.filter((command) => !ofLinks.includes(command));
  return `# Commands of the JSON API

Made by \`npm run docs:api\` from the description of the API (\`openapi.json\`); a test compares them.
A field with \`?\` may be left out, \`[]\` is a list. A person is \`{personId}\` or \`{name, email, role?, phone?}\`;
a teacher may say \`linkedBefore\` as well.

## Commands of a link

\`POST /api/v1/links/{ref}/{command}\` with \`If-Match\`. Every body may also carry \`occurredOn\`, \`note\` and
\`overrides: [{rule, reasonCode, note?}]\`; with overrides \`GuardOverridden\` is written beside the others.

${table(
  ['command', 'what happened', 'body', 'events'],
  ofLinks.map((command) => [
    code(command.address.slice('POST /links/{ref}/'.length)),
    command.summary,
    bodyText(document, command.body),
    command.events.map(code).join(', '),
  ]),
)}

## Other commands

${table(
  ['address', 'what happened', 'body', 'events'],
  others.map((command) => [
    code(command.address),
    command.summary,
    bodyText(document, command.body),
    command.events.map(code).join(', '),
  ]),
)}

## Events of a link and who writes them

${table(
  ['event', 'written by'],
  linkEventNames.map((event) => [code(event), writersOf(event, ofLinks)]),
)}
`;
}

function writersOf(event: (typeof linkEventNames)[number], commands: readonly DescribedCommand[]): string {
  const writers = commands.filter(({ events }) => events.includes(event));
  const names = writers.map(({ address }) => code(address.slice('POST /links/{ref}/'.length)));
  return [...names, ...(otherLinkEvents[event] === undefined ? [] : [otherLinkEvents[event]])].join(', ');
}

function bodyText(document: OpenAPIObject, body: Schema): string {
  const { properties = {}, required = [] } = resolved(document, body);
  const fields = Object.entries(properties)
    .filter(([name]) => !COMMON.has(name))
    .map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}${innerText(document, schema)}`);
  return code(`{${fields.join(', ')}}`);
}

/** People are explained above the table; of other objects the fields are shown. */
function innerText(document: OpenAPIObject, schema: Schema): string {
  if (schema.items !== undefined) return `${innerText(document, schema.items)}[]`;
  const { properties } = resolved(document, schema);
  if (properties === undefined) return '';
  return `: ${bodyText(document, schema).replaceAll('`', '')}`;
}

const code = (text: string) => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
