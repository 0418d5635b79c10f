import type { OpenAPIObject } from '@nestjs/swagger';

/** `openapi.json` as it is committed. */
export const openApiText = (document: OpenAPIObject) => `${JSON.stringify(document, null, 2)}\n`;
