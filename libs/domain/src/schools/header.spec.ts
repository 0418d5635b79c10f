import { ImportRefused } from './import-refused.js';
import { recogniseHeader } from './header.js';

function refusalOf(names: readonly string[]): string {
  try {
    recogniseHeader(names);
  } catch (error) {
    if (error instanceof ImportRefused) return error.sentence;
    throw error;
  }
  throw new Error('The header was accepted.');
}

describe('recognising a file by its header', () => {
  test('the register of today, of 2017, and joined with census figures', () => {
    expect(recogniseHeader(['URN', 'LA (code)', 'EstablishmentName', 'NumberOfPupils']).kind).toBe(
      'register',
    );
    expect(recogniseHeader(['URN', 'Local authority (code)', 'Establishment name']).kind).toBe('register');
    expect(recogniseHeader(['URN', 'EstablishmentName', 'PhaseOfEducation (name)', 'PNUMEAL']).kind).toBe(
      'register',
    );
  });

  test('census figures by URN, with or without the name of the school', () => {
    expect(recogniseHeader(['URN', 'LEA', 'NOR', 'PNUMEAL']).kind).toBe('census');
    expect(recogniseHeader(['urn', 'SCHNAME', 'PNUMFSMEVER']).kind).toBe('census');
  });

  test('links between schools', () => {
    const names = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
    expect(recogniseHeader(names).kind).toBe('links');
  });

  test('a file we do not know is refused with the name of what is missing', () => {
    expect(refusalOf(['Name', 'Postcode'])).toContain('The column URN is missing');
    expect(refusalOf(['URN', 'LinkURN'])).toContain('LinkType');
    expect(refusalOf(['URN', 'Postcode'])).toContain('EstablishmentName');
  });
});
