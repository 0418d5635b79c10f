import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, fit for a header, a cookie or an address. Only {@link tokenHash} of it is ever kept. */
export const newToken = () => randomBytes(32).toString('base64url');

/** A plain SHA-256 is enough for a token that nobody can guess. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex');
