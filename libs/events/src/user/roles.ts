/** What a user may be; stored names are for ever. */
export type Role = 'coordinator' | 'national' | 'auditor' | 'admin';
