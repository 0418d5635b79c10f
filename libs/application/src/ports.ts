/** Tokens under which an application is given its outside world; whoever starts it provides them and closes what it opened. */
export const POOL = Symbol('POOL');
export const EVENT_STORE = Symbol('EVENT_STORE');
export const CLOCK = Symbol('CLOCK');
export const SETTINGS = Symbol('SETTINGS');
