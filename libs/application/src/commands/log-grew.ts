/** A nudge that something was appended; losing one is harmless, because every consumer looks for itself as well. */
export class LogGrew {}
