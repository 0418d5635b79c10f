import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON schema as far as a table of fields needs it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

export interface DescribedCommand {
  /** `POST /links/{ref}/broker`, without the prefix of the API. */
  readonly address: string;
  readonly summary: string;
  readonly events: readonly string[];
  readonly body: Schema;
  readonly example: unknown;
}

/** Every POST, PUT or DELETE that names the events it may write. */
export function commandsOf(document: OpenAPIObject): readonly DescribedCommand[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['post', 'put', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      const events = (operation as { 'x-events'?: readonly string[] } | undefined)?.['x-events'];
      if (operation === undefined || events === undefined) return [];
      const address = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
      const { summary = '', requestBody } = operation;
      if (requestBody === undefined) return [{ address, summary, events, body: {}, example: undefined }];
      const { content } = requestBody as {
        content: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }>;
      };
      const json = content['application/json'];
      if (json === undefined) throw new Error(`${address} takes no JSON`);
      const [example] = Object.values(json.examples ?? {});
      return [{ address, summary, events, body: json.schema, example: example?.value }];
    }),
  );
}

export function resolved(document: OpenAPIObject, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.slice('#/components/schemas/'.length);
  const found = document.components?.schemas?.[name];
  if (found === undefined) throw new Error(`The description has no schema ${name}`);
  return found as Schema;
}
