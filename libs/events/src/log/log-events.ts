/** The one fact of the stream `log`: which log this is, so that a database knows its own again. */
export interface LogEventData {
  LogCreated: { readonly logId: string };
}

export type LogEventName = keyof LogEventData;
