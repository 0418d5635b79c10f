import { recogniseHeader } from './header.js';
import { readLinkRow, SuccessionGraph } from './successors.js';

const header = recogniseHeader(['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate']);

describe('who goes on as whom', () => {
  test('both schools tell the same succession, each from its side', () => {
    const old = readLinkRow(header, ['107245', '149210', "St Mary's Academy", 'Successor', '01-09-2025']).row;
    const young = readLinkRow(header, ['149210', '107245', "St Mary's", 'Predecessor - merged', '']).row;
    expect(old).toMatchObject({ from: '107245', to: '149210', toldBy: '107245', on: '2025-09-01' });
    expect(young).toMatchObject({ from: '107245', to: '149210', toldBy: '149210' });
  });

  test('a row of which one school cannot be read tells nothing, and says which column is wrong', () => {
    const errorsOf = (cells: readonly string[]) => {
      const { row, errors } = readLinkRow(header, cells);
      return [row, ...errors.map(({ column }) => column)];
    };
    expect(errorsOf(['NAT', '149210', 'Academy', 'Successor', ''])).toEqual([undefined, 'URN']);
    expect(errorsOf(['107245', 'new', 'Academy', 'Successor', ''])).toEqual([undefined, 'LinkURN']);
    expect(errorsOf(['NAT', 'new', 'Academy', 'Successor', ''])).toEqual([undefined, 'URN', 'LinkURN']);
  });

  test('a row of the register tells of no link', () => {
    expect(readLinkRow(recogniseHeader(['URN', 'EstablishmentName']), ['107245', 'Ash'])).toEqual({
      errors: [],
    });
  });

  test('a sixth-form centre is no succession and no mistake', () => {
    const read = readLinkRow(header, ['107245', '149210', 'Centre', 'Sixth Form Centre Link', '']);
    expect(read).toEqual({ errors: [] });
  });

  test('a school that splits and two that merge close no circle', () => {
    const graph = new SuccessionGraph();
    graph.add('100001', '100002');
    expect(graph.wouldCircle('100001', '100003')).toBe(false);
    graph.add('100001', '100003');
    expect(graph.wouldCircle('100004', '100002')).toBe(false);
    graph.add('100004', '100002');
    expect(graph.wouldCircle('100002', '100005')).toBe(false);
    graph.add('100002', '100005');
    expect(['100001', '100004'].map((urn) => graph.wouldCircle('100005', urn))).toEqual([true, true]);
    expect(graph.wouldCircle('100003', '100005')).toBe(false);
  });

  test('no school becomes its own successor, however long the way round', () => {
    const graph = new SuccessionGraph();
    graph.add('100001', '100002');
    graph.add('100002', '100003');
    expect(graph.wouldCircle('100003', '100001')).toBe(true);
    expect(graph.wouldCircle('100001', '100001')).toBe(true);
    expect(graph.wouldCircle('100001', '100003')).toBe(false);
  });
});
