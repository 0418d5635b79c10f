/** The door a change came through. */
export type Channel = 'page' | 'api' | 'cli' | 'worker' | 'school-page' | 'import';

/** What a writer knows about an event before the store gives it its place in a stream. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  /** UUIDv5(commandId, index): a retried command makes the same ids. */
  readonly id: string;
  /** Stored type name with its version, such as `LinkProposed.v1`. */
  readonly type: Type;
  /** Version of the envelope itself. */
  readonly schema: 1;
  /** When it happened, a London date: `2026-11-23`, `2026-11`, `2026` or `before-import`. */
  readonly occurredOn: string;
  /** ISO instant of the clock port; never earlier than the last event of the stream. */
  readonly recordedAt: string;
  /** `user:<uuid>`, `person:<uuid>` or `worker:<name>`. */
  readonly actor: string;
  /** Slug of the programme for which the national office acted. */
  readonly onBehalfOf?: string;
  readonly channel: Channel;
  readonly commandId: string;
  readonly correlationId: string;
  /** Id of the event that made a worker send the command. */
  readonly causationId?: string;
  readonly data: Data;
}

/** An event as it stands in the log. `revision` counts from 1 within its stream. */
export interface EventEnvelope<Type extends string = string, Data = unknown> extends NewEvent<Type, Data> {
  readonly stream: string;
  readonly revision: number;
}
