import { distanceKm, milesText } from './distance.js';

describe('the distance of two schools', () => {
  test('is the straight line in km, to one decimal', () => {
    expect(distanceKm({ easting: 410_000, northing: 430_000 }, { easting: 413_000, northing: 434_000 })).toBe(
      5,
    );
    expect(distanceKm({ easting: 0, northing: 0 }, { easting: 0, northing: 1_260 })).toBe(1.3);
  });

  test('is not known when the place of one of them is not', () => {
    const known = { easting: 413_000, northing: 434_000 };
    for (const half of [{ easting: 410_000 }, { northing: 430_000 }, {}]) {
      expect(distanceKm(half, known)).toBeUndefined();
      expect(distanceKm(known, half)).toBeUndefined();
    }
  });

  test('is read in miles', () => {
    expect(milesText(30.6)).toBe('19 miles');
    expect(milesText(1.6)).toBe('1 mile');
    expect(milesText(0.3)).toBe('less than a mile');
  });
});
