import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { FormTokens } from '../http/form-tokens.js';
import { FormTokenMissing } from '../http/http-errors.js';

export interface UploadedFile {
  readonly name: string;
  readonly content: Readable;
}

/**
 * The file of a form, its content not yet read. Browsers send fields in the order of the form, the token first.
 * @returns undefined when no file was chosen
 */
export async function receiveUpload(
  request: FastifyRequest,
  tokens: FormTokens,
): Promise<UploadedFile | undefined> {
  const fields: Record<string, unknown> = {};
  request.body = fields;
  let accepted = false;
  if (!request.isMultipart()) throw new FormTokenMissing();
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = part.value;
      accepted ||= tokens.accepts(request);
      continue;
    }
    if (!accepted) throw new FormTokenMissing();
    if (part.filename !== '') return { name: part.filename, content: part.file };
    part.file.resume();
  }
  if (!accepted) throw new FormTokenMissing();
  return undefined;
}
