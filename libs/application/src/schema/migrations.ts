import { eventLogMigrations } from '@linking/events/postgres/schema.js';
import { clockMigration } from '@linking/platform/clock/clock-migration.js';
import type { Migration } from '@linking/platform/database/migrations.js';
import { schoolsByHandMigrations, schoolsMigrations } from '../schools/schools-schema.js';
import { accessLogMigrations } from './access-log-migrations.js';
import {
  accountChangesMigrations,
  accountsMigrations,
  checkpointMailsMigrations,
} from './accounts-migrations.js';
import { answersMigrations } from './answers-migrations.js';
import { carryingMigrations } from './carrying-migrations.js';
import { demonstrationMigrations } from './demonstration-migrations.js';
import { ledgerMigrations, ledgerSealsMigrations } from './ledger-migrations.js';
import { classClaimsMigrations } from './links-migrations.js';
import { logIdentityMigrations } from './log-identity-migrations.js';
import { mailWordingsMigrations } from './mail-wordings-migrations.js';
import {
  mailsEndedMigrations,
  mailsMergingMigrations,
  mailsMigrations,
  mailsRestMigrations,
  mailsSchoolDaysMigrations,
  mailsToUsersMigrations,
  mailsOfADayMigrations,
  mailsSentToMigrations,
  notificationMailboxMigrations,
  stoppedMailsMigrations,
} from './mails-migrations.js';
import { erasuresMigrations } from './erasures-migrations.js';
import { movingMigrations } from './moving-migrations.js';
import { operationsMigrations } from './operations-migrations.js';
import { consentsMigrations, oneAdultOnceMigrations, peopleMigrations } from './people-migrations.js';
import { projectionsMigrations } from './projections-migrations.js';
import { publicFormMigrations } from './public-form-migrations.js';
import { heldMailsMigrations, movedMailsMigrations } from './rehearsal-migrations.js';
import { todayMigrations } from './today-migrations.js';
import { tokensMigrations } from './tokens-migrations.js';

/** The whole shape of the database, in the order in which it came to be. New steps go to the end. */
export const migrations: readonly Migration[] = [
  ...eventLogMigrations,
  clockMigration,
  ...peopleMigrations,
  ...schoolsMigrations,
  ...accountsMigrations,
  ...answersMigrations,
  ...accessLogMigrations,
  ...tokensMigrations,
  ...mailsMigrations,
  ...carryingMigrations,
  ...projectionsMigrations,
  ...demonstrationMigrations,
  ...oneAdultOnceMigrations,
  ...classClaimsMigrations,
  ...mailsRestMigrations,
  ...mailsMergingMigrations,
  ...accountChangesMigrations,
  ...todayMigrations,
  ...consentsMigrations,
  ...publicFormMigrations,
  ...schoolsByHandMigrations,
  ...ledgerMigrations,
  ...logIdentityMigrations,
  ...ledgerSealsMigrations,
  ...checkpointMailsMigrations,
  ...movingMigrations,
  ...erasuresMigrations,
  ...mailsToUsersMigrations,
  ...movedMailsMigrations,
  ...mailsSentToMigrations,
  ...notificationMailboxMigrations,
  ...mailWordingsMigrations,
  ...stoppedMailsMigrations,
  ...heldMailsMigrations,
  ...mailsOfADayMigrations,
  ...operationsMigrations,
  ...mailsEndedMigrations,
  ...mailsSchoolDaysMigrations,
];
