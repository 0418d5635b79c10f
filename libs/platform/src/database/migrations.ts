/** One step of the database's shape. Steps run once, in the order of the list, each in its own transaction. */
export interface Migration {
  /** For ever the same, such as `events-001-log`. */
  readonly id: string;
  readonly sql: string;
}
