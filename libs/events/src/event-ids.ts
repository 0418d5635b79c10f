import { v5 } from 'uuid';

/** Ids are made from the command's id (RFC 9562 UUIDv5), so that the same command sent twice makes the same ids. */
export function derivedId(commandId: string, name: string): string {
  return v5(name, commandId);
}

export const eventId = (commandId: string, index: number) => derivedId(commandId, String(index));
