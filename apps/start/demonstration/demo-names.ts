/** The moment at which people meet the demonstration: a Monday, 09:00. */
export const DEMO_NOW = '2026-11-23T09:00:00.000Z';
