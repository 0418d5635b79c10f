/** Of fewer answers nothing is kept but that the survey was done: a child could be told from them. */
const SMALLEST_GROUP = 5;
export const mostAnswers = 200;

export const enoughAnswers = (n: number) => n >= SMALLEST_GROUP;

/** A mean from 1 to 5 with at most two decimals. */
export const isScore = (score: number) => score >= 1 && score <= 5 && Number(score.toFixed(2)) === score;

/** What may stand in a result that is kept. */
export const isKeptCount = (n: number) => Number.isInteger(n) && enoughAnswers(n) && n <= mostAnswers;
