/** A point of the British national grid in metres. */
export interface GridPoint {
  readonly easting?: number;
  readonly northing?: number;
}

const METRES_A_MILE = 1609.344;

/** Straight line in km to one decimal; undefined when either point is not known. */
export function distanceKm(a: GridPoint, b: GridPoint): number | undefined {
  if (a.easting === undefined || a.northing === undefined) return undefined;
  if (b.easting === undefined || b.northing === undefined) return undefined;
  return Math.round(Math.hypot(a.easting - b.easting, a.northing - b.northing) / 100) / 10;
}

/** What people read: `less than a mile`, `1 mile`, `19 miles`. */
export function milesText(km: number): string {
  const miles = Math.round((km * 1000) / METRES_A_MILE);
  if (miles === 0) return 'less than a mile';
  return miles === 1 ? '1 mile' : `${miles} miles`;
}

/** `3.2 miles` below ten, `19 miles` above: near schools are told apart by tenths. */
export function milesToATenth(km: number): string {
  const miles = (km * 1000) / METRES_A_MILE;
  if (miles >= 9.95) return milesText(km);
  const tenths = miles.toFixed(1);
  return tenths === '1.0' ? '1 mile' : `${tenths} miles`;
}
