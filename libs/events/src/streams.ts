/** Names of streams; the prefix up to the first `-` says whose facts they are. */
export const linkStream = (ref: string) => `link-${ref}`;
export const interestStream = (id: string) => `interest-${id}`;
export const trainingStream = (id: string) => `training-${id}`;
export const venueStream = (id: string) => `venue-${id}`;
export const grantStream = (id: string) => `grant-${id}`;
export const programmeStream = (slug: string) => `programme-${slug}`;
export const personStream = (id: string) => `person-${id}`;
export const userStream = (id: string) => `user-${id}`;
export const schoolStream = (key: string) => `school-${key}`;
export const importStream = (id: string) => `import-${id}`;
/** The one stream that says which log this is. */
export const LOG_STREAM = 'log-identity';
export const correspondenceStream = (subject: string) => `correspondence-${subject}`;
/** The one stream of what the national office decides about the mails of every programme. */
export const RULES_STREAM = 'rules-mails';
/** The one stream of the ledger itself: which keys sign it. */
export const LEDGER_STREAM = 'ledger-keys';
