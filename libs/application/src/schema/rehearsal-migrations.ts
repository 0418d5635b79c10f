import type { Migration } from '@linking/platform/database/migrations.js';

/** Why a mail is due on another day than its rule names. */
export const movedMailsMigrations: readonly Migration[] = [
  {
    id: 'rehearsal-001-moved',
    sql: `
      alter table mails add column moved jsonb;
      comment on column mails.moved is 'The closed day that its rule names, and what closes it';
    `,
  },
];

/** Mails that somebody holds. */
export const heldMailsMigrations: readonly Migration[] = [
  {
    id: 'rehearsal-002-held',
    sql: `
      alter table mails add column held_until text check (held_until ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
      comment on column mails.held_until is 'London day from which it goes; 9999-12-31 until it is released';
    `,
  },
];
