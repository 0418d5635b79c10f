import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2.2, as the RFC does', () => {
    const example = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\u0022\u002f",
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by their UTF-16 code units, as section 3.2.3 of the RFC asks', () => {
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(names)) as object)).toHaveLength(7);
    expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('gives the same bytes whatever the order in which a value was put together', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
      }),
    );
  });

  it('writes what the library of the RFC writes, names that look like numbers included', () => {
    const names = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat().map(String), fc.constant('__proto__'));
    const values = fc.dictionary(
      names,
      fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.dictionary(names, values), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
    expect(canonicalJson({ '-': 1, '10': 2, '9': 3 })).toBe('{"-":1,"10":2,"9":3}');
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
  });

  it('writes a Date as its instant', () => {
    expect(canonicalJson([new Date(0)])).toBe('["1970-01-01T00:00:00.000Z"]');
  });

  it('leaves out what is undefined and writes minus zero as zero', () => {
    expect(canonicalJson({ b: -0, a: undefined })).toBe('{"b":0}');
  });

  it.each([
    ['NaN', { a: NaN }],
    ['Infinity', { a: [Infinity] }],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a function', { a: () => 1 }],
    ['a symbol', { a: Symbol('a') }],
    ['a bigint', { a: 1n }],
    ['a Map', { a: new Map() }],
    ['half a surrogate pair', { a: '\ud83d' }],
  ])('refuses %s', (_what, value) => {
    expect(() => canonicalJson(value)).toThrow(/no canonical JSON/);
  });

  it('refuses a circle', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(() => canonicalJson(circle)).toThrow(/a circle/);
  });
});
