/** A table whose rows are in a backup, in this order. */
export interface KeptTable {
  readonly name: string;
  /** Of its rows, so that each stands behind those it points to, and the same rows give the same bytes. */
  readonly order: string;
}

/**
 * What cannot be made again from the log: a row stands behind those of the tables above it that it points to. A table that
 * is in none of these three lists fails a spec.
 */
export const KEPT_TABLES: readonly KeptTable[] = [
  { name: 'people', order: 'id' },
  { name: 'notes', order: 'id' },
  { name: 'signatures', order: 'id' },
  { name: 'consents', order: 'id' },
  { name: 'erasures', order: 'kind collate "C", id' },
  { name: 'link_numbers', order: 'ref collate "C"' },
  { name: 'class_claims', order: 'class_id' },
  { name: 'schools', order: 'urn collate "C"' },
  { name: 'school_links', order: 'from_urn collate "C", to_urn collate "C"' },
  { name: 'school_imports', order: 'at, id' },
  { name: 'schools_by_hand', order: 'number' },
  { name: 'users', order: 'id' },
  { name: 'user_changes', order: 'user_id, revision' },
  { name: 'account_mails', order: 'id' },
  { name: 'access_log', order: 'id' },
  { name: 'tokens', order: 'id' },
  { name: 'mails', order: 'merged_into is not null, id collate "C"' },
  { name: 'mail_wordings', order: 'hash collate "C"' },
  { name: 'outbox_deliveries', order: 'id' },
  { name: 'stopped_mails', order: 'person_id, rule collate "C"' },
  { name: 'interest_requests', order: 'id' },
  { name: 'interest_request_mails', order: 'id' },
  { name: 'operations_acts', order: 'id' },
  { name: 'carrying_refusals', order: 'command_id' },
  { name: 'demonstration', order: 'only_row' },
  { name: 'clock', order: 'only_row' },
  { name: 'ledger', order: 'only_one' },
  { name: 'ledger_keys', order: 'number' },
  { name: 'ledger_checkpoints', order: 'size' },
];

/** The read models: made from the log alone, and made anew when it has moved. */
export const READ_MODEL_TABLES: readonly string[] = [
  'waiting_interests',
  'waiting_classes',
  'training_sessions',
  'training_places',
  'venues',
  'programmes',
  'link_board',
  'link_board_programmes',
  'link_meetings',
  'link_tasks',
  'link_history',
  'grants',
  'bounced_addresses',
];

/** What a backup has no section for, and why. */
export const OTHER_TABLES: Readonly<Record<string, string>> = {
  events: 'the log itself, kept as an export keeps it',
  ledger_leaves: 'made again from the log, and compared with the checkpoint that was signed',
  ledger_nodes: 'made again from the log, as the leaves are',
  checkpoints:
    'how many events planning and carrying have read is in the first line; all else reads from the start',
  log_identity: 'in the first line',
  log_imports: 'says where this database has its log; a restored one begins anew',
  schema_migrations: 'the steps are in the first line, and the database is brought to them',
  notification_mailboxes: 'a mailbox is read again from its start: what is read twice changes nothing',
  sessions: 'people sign in again: one that was ended after the backup must not come back',
  password_tokens: 'a used one must not come back; a new one is asked for on the sign-in page',
  test_mails: 'goes within seconds to whoever asked for it, who can ask again',
  worker_processes: 'says which workers run now; those of a restored database tell of themselves',
  sign_in_attempts: 'count for a quarter of an hour',
  answers: 'for requests that are sent again within a day; the ids of their events are the same',
};
