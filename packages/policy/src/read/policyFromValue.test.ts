import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePolicy } from './parsePolicy.ts';
import { policyFromValue } from './policyFromValue.ts';

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

function findings(value: unknown): readonly string[] {
  return policyFromValue(value).diagnostics.map(({ code, path, range }) => {
    expect(range).toBeUndefined();
    return `${code} ${path}`;
  });
}

test('reads what JSON.parse gives', () => {
  const result = policyFromValue(
    { Version: '2012-10-17', Statement: [STATEMENT] },
    { type: 'identity', name: 'x' },
  );
  expect(result.ok && result.policy).toMatchObject({
    type: 'identity',
    name: 'x',
    version: '2012-10-17',
    statements: [
      { effect: 'Allow', action: { negated: false, values: ['s3:GetObject'] }, pointer: '/Statement/0' },
    ],
  });
});

test('S18: numbers and bigints become their shortest text', () => {
  const result = policyFromValue({
    Statement: { ...STATEMENT, Condition: { NumericEquals: { k: [1, 0.5, 1e21, 12n] } } },
  });
  expect(result.ok && result.policy.statements[0]?.conditions[0]?.values).toEqual([
    '1',
    '0.5',
    '1e+21',
    '12',
  ]);
});

test('leaves undefined members out, but not undefined items', () => {
  expect(findings({ Id: undefined, Statement: { ...STATEMENT, Sid: undefined } })).toEqual([]);
  expect(findings({ Statement: [STATEMENT, undefined] })).toEqual(['unsupported-value /Statement/1']);
});

test('reports what JSON cannot hold', () => {
  expect(findings({ Statement: { Effect: () => 1, Action: Symbol('x'), Resource: Number.NaN } })).toEqual([
    'unsupported-value /Statement/Effect',
    'unsupported-value /Statement/Action',
    'unsupported-value /Statement/Resource',
  ]);
  for (const value of [undefined, Symbol.iterator, Infinity, parsePolicy])
    expect(findings(value)).toEqual(['unsupported-value ']);
});

test('survives cycles', () => {
  const cyclic: Record<string, unknown> = { Version: '2012-10-17' };
  cyclic['Statement'] = [cyclic];
  expect(findings(cyclic)).toEqual(['unsupported-value /Statement/0']);
});

test('a value that occurs twice is no cycle', () => {
  expect(findings({ Statement: [STATEMENT, STATEMENT] })).toEqual([]);
});

test('survives accessors and proxies that throw', () => {
  const throwing = (): never => {
    throw new Error('no');
  };
  expect(
    findings({
      get Version() {
        return throwing();
      },
      Statement: [],
    })[0],
  ).toBe('unsupported-value /Version');
  const proxy = new Proxy({}, { ownKeys: throwing });
  expect(findings({ Statement: proxy })).toEqual(['unsupported-value /Statement']);
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  expect(findings({ Statement: [revoked] })).toEqual(['unsupported-value /Statement/0']);
});

test('takes as many levels as the limit, as a text of the same value may have', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 'x' : [nested(levels - 1)]);
  const limits = { maxDepth: 4 };
  for (const [levels, isTooDeep] of [
    [3, false],
    [4, false],
    [5, true],
  ] as const) {
    const value = nested(levels);
    const found = [policyFromValue(value, { limits }), parsePolicy(JSON.stringify(value), { limits })];
    for (const { diagnostics } of found)
      expect(diagnostics.some(({ code }) => code === 'json-too-deep')).toBe(isTooDeep);
  }
});

test('survives depth, breadth and endless values', () => {
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(findings(deep).map((each) => each.split(' ')[0])).toEqual(['json-too-deep']);

  let wide: unknown[] = [];
  for (let level = 0; level < 100; level += 1) wide = [wide, wide];
  expect(findings(wide).map((each) => each.split(' ')[0])).toEqual(['json-too-large']);

  expect(findings({ Statement: Array.from({ length: 3 }) }).length).toBe(3);
  const sparse: unknown[] = [];
  sparse.length = 2 ** 32 - 1;
  expect(findings(sparse).length).toBe(20);

  const endless: object = new Proxy(
    {},
    {
      ownKeys: () => ['Statement'],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
      get: () => endless,
    },
  );
  expect(findings(endless).map((each) => each.split(' ')[0])).toEqual(['unsupported-value']);
});

test('takes only own enumerable members, and does not pollute prototypes', () => {
  expect(findings(Object.assign(Object.create({ Statement: [] }), { Version: '2012-10-17' }))).toEqual([
    'missing-statement ',
  ]);
  expect(findings(Object.assign(Object.create(null), { Statement: [] }))).toEqual([
    'missing-statement /Statement',
  ]);
  expect(findings(JSON.parse('{"__proto__":{"Statement":[]},"Statement":[]}'))).toEqual([
    'invalid-policy-element /__proto__',
    'missing-statement /Statement',
  ]);
  expect(({} as Record<string, unknown>)['Statement']).toBeUndefined();
});

test('does not call toJSON, and sees no members in exotic objects', () => {
  expect(findings({ Statement: new Date(0) })).toEqual([
    'missing-effect /Statement',
    'missing-action /Statement',
    'missing-resource /Statement',
  ]);
});

test('never throws, and finds what parsePolicy finds in the same text', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withNullPrototype: true,
  });
  fc.assert(fc.property(anything, (value) => void policyFromValue(value)));
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      const codes = ({ diagnostics }: ReturnType<typeof parsePolicy>): readonly string[] =>
        diagnostics.map(({ code, path }) => `${code} ${path}`).sort();
      expect(codes(policyFromValue(JSON.parse(text)))).toEqual(codes(parsePolicy(text)));
    }),
  );
});
