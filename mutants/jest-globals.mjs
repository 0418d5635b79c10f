// In place of '@jest/globals' for the specs that import it.
export const { describe, expect, it, test } = globalThis;
