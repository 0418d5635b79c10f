import { recogniseHeader } from './header.js';
import { cellReader, readSchoolRow, type CellError } from './read-row.js';

function read(row: Readonly<Record<string, string>>) {
  return readSchoolRow(recogniseHeader(Object.keys(row)), Object.values(row));
}

const school = { URN: '107245', EstablishmentName: 'Lidget Green Primary', 'LA (code)': '380' };

describe('reading a row of the register', () => {
  test('an unreadable optional value is an error of its column, and the rest of the row stands', () => {
    const { row, errors } = read({ ...school, Easting: 'west', Postcode: 'BD7 2QN' });
    expect(row?.details).toEqual({
      name: 'Lidget Green Primary',
      laCode: '380',
      laName: 'Bradford',
      postcode: 'BD7 2QN',
    });
    expect(errors).toEqual([
      { column: 'Easting', message: '"west" is not a whole number from 0 to 700000.' },
    ]);
  });

  test('only an authority that we know has a name', () => {
    const { 'LA (code)': _, ...nowhere } = school;
    expect(Object.keys(read(nowhere).row?.details ?? {})).toEqual(['name']);
    expect(Object.keys(read({ ...school, 'LA (code)': '997' }).row?.details ?? {})).toEqual([
      'name',
      'laCode',
    ]);
  });

  test('a census file says numbers, and nothing else of a school', () => {
    const census = read({ URN: '107245', SCHNAME: 'Lidget Grn', NOR: '412', PercentageFSM: '21.5' });
    expect(census.row).toMatchObject({
      details: {},
      figures: { pupils: { value: 412, source: 'census' }, fsm: { value: 21.5, source: 'census' } },
    });
    expect(census.row?.details).toEqual({});
  });

  test('a fault of ours is not put down to the file', () => {
    const errors: CellError[] = [];
    const broken = () => {
      throw new TypeError('broken');
    };
    expect(() => cellReader(['x'], errors)({ index: 0, name: 'Town' }, broken)).toThrow('broken');
    expect(errors).toEqual([]);
  });

  test('a row of totals is no school', () => {
    const { row, errors } = read({ ...school, URN: 'NAT' });
    expect(row).toBeUndefined();
    expect(errors.map(({ column }) => column)).toEqual(['URN']);
  });

  test('the code of the status counts where its name is missing', () => {
    const names = { 'EstablishmentStatus (name)': '', 'EstablishmentStatus (code)': '2' };
    expect(read({ ...school, ...names }).row?.details.status).toBe('Closed');
    const both = { 'EstablishmentStatus (name)': 'Open', 'EstablishmentStatus (code)': '2' };
    expect(read({ ...school, ...both }).row?.details.status).toBe('Open');
  });

  test('the group follows from the type where the file has no group', () => {
    const groupOf = (type: string) =>
      read({ ...school, 'Type of establishment': type }).row?.details.typeGroup;
    expect(groupOf('Community School')).toBe('Local authority maintained schools');
    expect(groupOf('Academy Special Converter')).toBe('Academies');
    expect(groupOf('Community Special School')).toBe('Special schools');
    expect(groupOf('Other Independent School')).toBe('Independent schools');
    expect(groupOf('Free Schools - 16-19')).toBe('Free Schools');
  });

  test('the trust of an academy is known by code and name', () => {
    const trust = { 'Trusts (code)': '5143', 'Trusts (name)': 'Exceed Learning Partnership' };
    expect(read({ ...school, ...trust }).row?.details).toMatchObject({
      trustCode: '5143',
      trustName: 'Exceed Learning Partnership',
    });
  });

  test("a census figure goes before the register's own, and each keeps its source", () => {
    const { row } = read({ ...school, NumberOfPupils: '410', NOR: '412', PercentageFSM: '21.5' });
    expect(row?.figures).toEqual({
      pupils: { value: 412, source: 'census' },
      fsm: { value: 21.5, source: 'register' },
    });
  });

  test("heads' names are not read", () => {
    const { row } = read({ ...school, HeadFirstName: 'Ann', HeadLastName: 'Invented' });
    expect(JSON.stringify(row)).not.toContain('Invented');
  });
});
