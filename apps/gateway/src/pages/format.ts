/** Pages write days, moments and counts as the command line does. */
export * from '@linking/words/format.js';
