/** Where the workers say what they could not do. Ids only, never names; a pino logger fits. */
export interface WorkerLog {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}
