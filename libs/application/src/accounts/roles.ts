import type { Role } from '@linking/events/user/roles.js';

export type { Role };

export const ROLES = ['coordinator', 'national', 'auditor', 'admin'] as const satisfies readonly Role[];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
