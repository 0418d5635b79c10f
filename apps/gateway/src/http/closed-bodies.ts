import type { OpenAPIObject } from '@nestjs/swagger';

interface ObjectSchema {
  properties?: unknown;
  additionalProperties?: boolean;
}

const REF = /"#\/components\/schemas\/([^"]+)"/g;

/** Says of every schema that a request body is made of that unknown fields are refused. */
export function closeBodies(document: OpenAPIObject): OpenAPIObject {
  const schemas = { ...document.components?.schemas };
  const open = namesIn(Object.values(document.paths).map((path) => path.post?.requestBody));
  const closed = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = schemas[name] as ObjectSchema | undefined;
    if (schema === undefined || closed.has(name)) continue;
    closed.add(name);
    open.push(...namesIn(schema));
    if (schema.properties !== undefined) schemas[name] = { ...schema, additionalProperties: false } as object;
  }
  return { ...document, components: { ...document.components, schemas } };
}

const namesIn = (part: unknown) => [...JSON.stringify(part).matchAll(REF)].map(([, name = '']) => name);
