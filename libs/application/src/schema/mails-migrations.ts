import type { Migration } from '@linking/platform/database/migrations.js';

/** Every mail that was ever wanted, as ids: texts and addresses are made when it is sent or shown. */
export const mailsMigrations: readonly Migration[] = [
  {
    id: 'mails-001-mails',
    sql: `
      create table mails (
        id          text primary key check (id not like '%:%'),
        rule        text not null,
        subject     text not null,
        programme   text not null,
        step        text not null,
        anchor_date text not null,
        person_id   uuid not null,
        kind        text not null check (kind in ('immediate', 'scheduled')),
        asked_by    text not null check (asked_by in ('plan', 'person')),
        due_at      timestamptz not null,
        status      text not null
                    check (status in ('planned', 'queued', 'sending', 'sent', 'skipped', 'failed', 'cancelled')),
        content     jsonb not null,
        message_id  text not null unique,
        lease_until timestamptz,
        attempt     int not null default 0,
        sent_at     timestamptz,
        reason      text,
        created_at  timestamptz not null
      );
      create index mails_waiting on mails (due_at) where status in ('planned', 'queued', 'sending');
      create index mails_subject on mails (subject);
      create index mails_list on mails (due_at desc, id desc);
      comment on column mails.due_at is 'By the clock port, as sent_at and created_at; lease_until is real time';

      create table outbox_deliveries (
        id           bigint generated always as identity primary key,
        mail_id      text not null references mails,
        message_id   text not null,
        attempt      int not null,
        delivered_at timestamptz not null default now()
      );
      create index outbox_deliveries_mail on outbox_deliveries (mail_id);
    `,
  },
];

/** What the mail server did not take is tried again some time later. */
export const mailsRestMigrations: readonly Migration[] = [
  {
    id: 'mails-002-rest',
    sql: `
      alter table mails add column rest_until timestamptz;
      comment on column mails.rest_until is 'Real time, as lease_until: until then the sweep does not try again';
    `,
  },
];

/** Which mails left as one, and mails to a mailbox instead of a person. */
export const mailsMergingMigrations: readonly Migration[] = [
  {
    id: 'mails-003-merging',
    sql: `
      alter table mails add column merged_into text references mails;
      alter table mails add column mailbox text check (mailbox in ('programme', 'venue'));
      comment on column mails.merged_into is 'The first of the mails that this one leaves with, as one mail';
      comment on column mails.mailbox is 'Absent for a person; person_id is then a key of the programme or the venue';
      create index mails_merged on mails (merged_into) where merged_into is not null;
      create index mails_person on mails (person_id, due_at) where status in ('planned', 'queued', 'sending');
      create index mails_of_links on mails using gin ((content -> 'linkRefs')) where content ? 'linkRefs';
    `,
  },
];

/** Mails to people with an account. */
export const mailsToUsersMigrations: readonly Migration[] = [
  {
    id: 'mails-004-users',
    sql: `
      alter table mails drop constraint mails_mailbox_check;
      alter table mails add constraint mails_mailbox_check check (mailbox in ('programme', 'venue', 'user'));
      comment on column mails.mailbox is 'Absent for a person of a school; person_id is otherwise a key of the programme or the venue, or the id of an account';
    `,
  },
];

/** To which address a mail went, as a key: what comes back later is told by it from mails to a newer address. */
export const mailsSentToMigrations: readonly Migration[] = [
  { id: 'mails-006-sent-to', sql: 'alter table mails add column sent_to text' },
];

/** How far the mailbox was read to which mails come back, and what was found there, as numbers. */
export const notificationMailboxMigrations: readonly Migration[] = [
  {
    id: 'mails-007-notification-mailboxes',
    sql: `
      create table notification_mailboxes (
        mailbox      text primary key,
        uid_validity text not null,
        last_uid     bigint not null,
        bounced      bigint not null,
        noted        bigint not null,
        not_ours     bigint not null,
        others       bigint not null
      );
      comment on column notification_mailboxes.mailbox is 'A hash of its address';
    `,
  },
];

/** Which optional mails their readers have stopped. */
export const stoppedMailsMigrations: readonly Migration[] = [
  {
    id: 'mails-008-stopped',
    sql: `
      create table stopped_mails (
        person_id  uuid not null,
        rule       text not null,
        stopped_at timestamptz not null,
        primary key (person_id, rule)
      );
      comment on table stopped_mails is 'Optional mails only; person_id as in mails';
    `,
  },
];

/** What went to somebody on a day, for `once-a-day.ts`. */
export const mailsOfADayMigrations: readonly Migration[] = [
  {
    id: 'mails-009-of-a-day',
    sql: `
      create index mails_of_a_day on mails (person_id, sent_at) where kind = 'scheduled' and status = 'sent';
    `,
  },
];

/**
 * Being put on the queue and being claimed change nothing that an index looks at, unless a mail leaves within another one:
 * such a change stays on the page of its row (PostgreSQL's heap-only tuples) instead of writing to nine indexes.
 */
export const mailsEndedMigrations: readonly Migration[] = [
  {
    id: 'mails-010-ended',
    sql: `
      alter table mails add column ended text
        generated always as (case when status in ('sent', 'skipped', 'failed', 'cancelled') then status end) stored;
      comment on column mails.ended is 'How it ended, absent until then; indexes ask for it instead of status';
      alter table mails set (fillfactor = 70);

      drop index mails_waiting, mails_person, mails_in_trouble, mails_reached, mails_of_a_day;
      create index mails_waiting on mails (due_at) where ended is null;
      create index mails_person on mails (person_id, due_at) where ended is null;
      create index mails_in_trouble on mails (due_at) where ended in ('failed', 'skipped');
      create index mails_reached on mails (person_id, sent_at) where ended = 'sent';
    `,
  },
];

/** Mails of a link across programmes, read at a school that has other school days. */
export const mailsSchoolDaysMigrations: readonly Migration[] = [
  {
    id: 'mails-011-school-days',
    sql: `
      alter table mails add column school_days_of text;
      comment on column mails.school_days_of is 'Programme whose school days its reader keeps, when that is another one';
    `,
  },
];
