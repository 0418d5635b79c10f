import type { Migration } from '@linking/platform/database/migrations.js';

/** What the start page asks often. */
export const todayMigrations: readonly Migration[] = [
  {
    id: 'today-001-mails-in-trouble',
    sql: `
      create index mails_in_trouble on mails (due_at) where status in ('failed', 'skipped');
      create index mails_reached on mails (person_id, sent_at) where status = 'sent';
    `,
  },
];
