/**
 * How schools of an area differ. Polarised: few or many languages, little between. Diverse: many languages nearly
 * everywhere. Mixed: a few schools with many. Shire: few languages everywhere; there free school meals tell schools apart.
 */
export type AreaProfile = 'polarised' | 'diverse' | 'mixed' | 'shire';

export interface AreaFigures {
  readonly pupils: readonly number[];
  readonly fsm: readonly number[];
  readonly eal: readonly number[];
  readonly sen: readonly number[];
}

const pupils = [96, 209, 235, 278, 336, 402, 437, 458, 490, 650, 811];
const sen = [4.2, 7.3, 9.1, 10.8, 12.1, 13.6, 15.1, 16.5, 18.6, 25.9, 39.9];

/** Deciles in per cent. Polarised: Bradford's primary schools in public register and census files (OGL v3.0). */
export const areaFigures: Readonly<Record<AreaProfile, AreaFigures>> = {
  polarised: {
    pupils,
    fsm: [1.4, 7.7, 12.8, 18.3, 22.5, 26, 29.3, 32.6, 37.8, 48.9, 60.9],
    eal: [0, 1.6, 4.9, 7, 11.1, 16, 33.7, 56.9, 71.2, 87.1, 99.1],
    sen,
  },
  diverse: {
    pupils,
    fsm: [3.5, 12, 18, 23, 27.5, 31.5, 35.4, 39.2, 44, 51.5, 64],
    eal: [6.5, 19, 28, 36.5, 44, 51.5, 59, 66.5, 75, 84, 96.5],
    sen,
  },
  mixed: {
    pupils,
    fsm: [1.2, 5.4, 9.6, 14.2, 18.9, 24.1, 29.4, 35, 42.3, 51.8, 66],
    eal: [0.3, 1.8, 3.4, 5.6, 8.5, 12.7, 18.9, 28.4, 41.5, 60.2, 90.5],
    sen,
  },
  shire: {
    pupils: [62, 104, 158, 198, 209, 236, 289, 356, 412, 428, 655],
    fsm: [0.9, 3.6, 6.1, 8.7, 11.8, 15.2, 19.4, 25.1, 32.6, 42, 58.5],
    eal: [0, 0.6, 1.3, 2.1, 3.2, 4.5, 6.3, 8.8, 12.4, 18.9, 37],
    sen,
  },
};
