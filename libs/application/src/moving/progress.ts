/** Told again and again how many of all are done. */
export type Tell = (done: number, total: number) => void;
