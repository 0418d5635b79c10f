import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUrl, Matches, Max, Min, MinLength, ValidateBy } from 'class-validator';
import { readImapUrl } from '../mail/imap-url.js';
import { readSmtpUrl } from '../mail/smtp-url.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const SWITCH: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };
const REDIS =
  'REDIS_URL must look like redis://127.0.0.1:6379 or rediss://user:password@host:6379/0 (a number at the end).';
/** The message never quotes the value: it may hold a password. */
const IsSmtpUrl = (options: { readonly message: string }) =>
  ValidateBy(
    {
      name: 'isSmtpUrl',
      validator: { validate: (value: unknown) => typeof value === 'string' && !!readSmtpUrl(value) },
    },
    options,
  );
/** Neither does this one. */
const IsImapUrl = (options: { readonly message: string }) =>
  ValidateBy(
    {
      name: 'isImapUrl',
      validator: { validate: (value: unknown) => typeof value === 'string' && !!readImapUrl(value) },
    },
    options,
  );
const SECRET = 'Leave it out to have one made in DATA_DIR, or use at least 32 random characters.';

/** The environment variables this version knows, as they are checked at start. */
export class Environment {
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'PORT must be a whole number from 1 to 65535, such as 3000.' })
  @Min(1, { message: 'PORT must be a whole number from 1 to 65535, such as 3000.' })
  @Max(65_535, { message: 'PORT must be a whole number from 1 to 65535, such as 3000.' })
  PORT = 3000;

  DATA_DIR = '.data';

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/[^/]+\/.+/, {
    message: 'DATABASE_URL must look like postgresql://user:password@host:5432/database.',
  })
  DATABASE_URL?: string;

  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/[^/]+\/.+/, {
    message: 'DATABASE_OWNER_URL must look like postgresql://owner:password@host:5432/database.',
  })
  DATABASE_OWNER_URL?: string;

  @IsOptional()
  @Matches(/^(kurrentdb|kurrent|kdb)(\+discover)?:\/\/[^/?\s]+\/?(\?\S*)?$/, {
    message:
      'KURRENTDB_URL must look like kurrentdb://user:password@host:2113?tls=true, with signs such as @ and / in user and password written as %40 and %2F.',
  })
  KURRENTDB_URL?: string;

  @IsOptional()
  @IsUrl(
    {
      require_tld: false,
      require_protocol: true,
      protocols: ['redis', 'rediss'],
      allow_underscores: true,
      allow_query_components: false,
      allow_fragments: false,
    },
    { message: REDIS },
  )
  @Matches(/^[^/]+\/\/[^/]+(\/\d{0,4})?$/, { message: REDIS })
  REDIS_URL?: string;

  @IsOptional()
  @IsUrl(
    {
      require_tld: false,
      require_protocol: true,
      protocols: ['http', 'https'],
      allow_query_components: false,
    },
    { message: 'PUBLIC_URL must be the full address people type, such as https://linking.example.org.' },
  )
  PUBLIC_URL?: string;

  @IsOptional()
  @MinLength(32, { message: `SESSION_SECRET is too short. ${SECRET}` })
  SESSION_SECRET?: string;

  @IsOptional()
  @MinLength(32, { message: `TOKEN_SECRET is too short. ${SECRET}` })
  TOKEN_SECRET?: string;

  @IsOptional()
  LEDGER_KEY_FILE?: string;

  @Matches(/^([^<>@]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
    message: 'MAIL_FROM must be a mail address, such as Schools Linking <linking@example.org>.',
  })
  MAIL_FROM = 'Schools Linking <linking@localhost>';

  @IsOptional()
  @Matches(/^[^\s<>@]+@[^\s<>@]+$/, {
    message: 'NATIONAL_OFFICE must be the mail address people write to, such as office@example.org.',
  })
  NATIONAL_OFFICE?: string;

  @IsOptional()
  @IsSmtpUrl({
    message:
      'SMTP_URL must look like smtps://user:password@mail.example.org or smtp://mail.example.org:587, with signs such as @ and / in user and password written as %40 and %2F.',
  })
  SMTP_URL?: string;

  @IsOptional()
  @IsImapUrl({
    message:
      'BOUNCE_IMAP_URL must look like imaps://user:password@mail.example.org/INBOX, with signs such as @ and / in user and password written as %40 and %2F.',
  })
  BOUNCE_IMAP_URL?: string;

  @Transform(({ value }) => SWITCH[String(value)] ?? value)
  @IsOptional()
  @IsIn([true, false, 'small'], { message: 'DEMO must be 1 (on), small (one programme) or 0 (off).' })
  DEMO?: boolean | 'small';

  @IsIn(LOG_LEVELS, { message: `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.` })
  @IsOptional()
  LOG_LEVEL?: LogLevel;

  @IsIn(['development', 'test', 'production'], {
    message: 'NODE_ENV must be development, test or production, or be left out.',
  })
  NODE_ENV = 'development';
}
