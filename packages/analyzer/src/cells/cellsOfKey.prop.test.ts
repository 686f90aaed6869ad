import {
  compileConditions,
  CONDITION_OPTIONS,
  ContextReader,
  KeyTable,
  type CompiledConditions,
  type ConditionOptions,
  type Truth,
} from '@policywright/conditions';
import { describeConditions, type KeyValues } from '@policywright/conditions/engine';
import { OPERATOR_NAMES, parseConditionOperator, type Condition } from '@policywright/policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY_KEY, type KeyFacts } from '../universe/universe.ts';
import type { KeyCell } from './cell.ts';
import { cellsOfKey } from './cellsOfKey.ts';

/** Values by what operators read them as, so that conditions on one key mostly have to do with each other. */
const VALUES = {
  text: ['a', 'ab', 'A', 'a*', '*b', '?', '*', '', 'k', 'a?*', 'b', 'ab*b'],
  variable: [
    '${v}',
    '${v}a',
    '${v}*',
    'a${v}b*',
    '${v}${w}',
    'a${v}',
    "${w, 'b'}*",
    '${*}',
    'a*',
    'ab',
    '*${v}',
  ],
  arn: ['arn:aws:s3:::a', 'arn:aws:s3:::*', 'arn:*:s3:*::a?', '*', 'arn:aws:s3', 'arn:aws:s3:::${v}'],
  arnVariable: [
    'arn:aws:s3:::${v}',
    'arn:*:s3:*::${v}*',
    'arn:aws:s3:::a${v}',
    "arn:aws:s3:::${w, 'b'}${v}",
    'arn:aws:s3::${v}:a',
    'arn:aws:s3:::*',
    '${v}a',
    '*:${w}',
  ],
  bool: ['true', 'FALSE', 'False', 'no'],
  number: [
    '1',
    '1.0',
    '2',
    '10',
    '-1',
    '0.5',
    '0.51',
    '1e3',
    '1e-7',
    '12345678901234567890',
    '-0.5e40',
    '0',
    'x',
  ],
  date: [
    '2020-01-01',
    '2010-06-01',
    '2030',
    '2020-01-01T00:00:00.25Z',
    '2020',
    '1577836800',
    '1577836800000',
    '2020-01-01T00:00:00.5Z',
    '-1.5',
    '0100',
    '1969',
    'x',
    '99999999999',
    '100000000000',
    '1970-01-01T00:33:40.000001Z',
  ],
  address: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '10.1.0.0/16',
    '10.1.2.3',
    '0.0.0.0/0',
    '255.0.0.0/8',
    '2001:db8::/32',
    '::/0',
    '::1',
    'x',
  ],
  binary: ['YQ==', 'Yg==', 'x'],
} as const;
type Family = keyof typeof VALUES;

function familiesOf(name: string): readonly Family[] {
  if (name.startsWith('String')) return ['text', 'text', 'variable'];
  if (name.startsWith('Arn')) return ['arn', 'arnVariable'];
  if (name.startsWith('Numeric')) return ['number'];
  if (name.startsWith('Date')) return ['date'];
  if (name.endsWith('IpAddress')) return ['address'];
  return name === 'BinaryEquals' ? ['binary'] : ['bool'];
}

const REQUESTS: Readonly<Record<Family, fc.Arbitrary<string>>> = {
  text: fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'k', '\u212a', 'x'), maxLength: 4 }),
  variable: fc.string({ unit: fc.constantFrom('a', 'b', 'v', '*'), maxLength: 3 }),
  arn: fc.constantFrom(
    'arn:aws:s3:::a',
    'arn:x:s3:y::ab',
    'arn:aws:s3:::',
    'arn:aws:s3:::b',
    'arn:aws:ec2:::a',
    'a',
  ),
  arnVariable: fc
    .tuple(
      fc.constantFrom('arn:aws:s3:::', 'arn:x:s3:y::', 'arn:aws:s3::x:y:', 'arn:aws:s3:x:y', ''),
      fc.constantFrom('', 'a', 'b', 'ab', 'aab', 'x:y', 'ba', 'b:a'),
    )
    .map((parts) => parts.join('')),
  bool: fc.constantFrom('true', 'false', 'TRUE', 'False', 'yes'),
  number: fc.oneof(
    fc.constantFrom(
      ...VALUES.number,
      '1e30',
      '-1e41',
      '12345678901234567889.5',
      '0.505',
      '1e-8',
      '0.00000009',
    ),
    fc.integer({ min: -3, max: 1200 }).map(String),
  ),
  date: fc.oneof(
    fc.constantFrom(
      ...VALUES.date,
      '2020-01-01T00:00:00.3Z',
      '9999',
      '0000',
      '9999-12-31T23:59:59Z',
      '0000-01-01',
      '-99999999999.5',
    ),
    fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
    fc.integer({ min: 1_577_836_798, max: 1_577_836_802 }).map(String),
    fc.integer({ min: 1_577_836_799_998, max: 1_577_836_800_502 }).map(String),
    fc.integer({ min: 99_999_999_998, max: 100_000_000_002 }).map((number) => String(number)),
    fc.integer({ min: -3, max: 2500 }).map((number) => `${number}.5`),
  ),
  address: fc.constantFrom(
    '10.0.0.1',
    '10.1.2.3',
    '10.1.2.4',
    '11.0.0.0',
    '9.1.1.1',
    '255.1.1.1',
    '2001:db8::5',
    '::1',
    '::2',
    'ffff::',
    'x',
  ),
  binary: fc.constantFrom('YQ==', 'Yg==', 'Yw==', '?'),
};

interface Written {
  readonly operator: string;
  readonly values: readonly string[];
}
const written = (families: readonly Family[]): fc.Arbitrary<Written> =>
  fc
    .tuple(
      fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
      fc.constantFrom(...OPERATOR_NAMES),
      fc.constantFrom('', 'IfExists'),
    )
    .filter(([, name]) => name === 'Null' || familiesOf(name).some((family) => families.includes(family)))
    .chain(([qualifier, name, ifExists]) =>
      fc
        .constantFrom(...familiesOf(name).filter((family) => name === 'Null' || families.includes(family)))
        .chain((family) => fc.array(fc.constantFrom<string>(...VALUES[family]), { maxLength: 3 }))
        .map((values) => ({ operator: qualifier + name + (name === 'Null' ? '' : ifExists), values })),
    );

const FAMILIES: readonly (readonly Family[])[] = [
  ['text'],
  ['text', 'arn', 'bool'],
  ['variable', 'text'],
  ['arn'],
  ['arnVariable', 'variable'],
  ['number'],
  ['date'],
  ['address'],
  ['number', 'text'],
  ['binary', 'date'],
];
const options: fc.Arbitrary<ConditionOptions> = fc.record(
  Object.fromEntries(CONDITION_OPTIONS.map(({ name, values }) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
);
const facts: fc.Arbitrary<KeyFacts> = fc.oneof(
  fc.constant(ANY_KEY),
  fc.record({
    presence: fc.constantFrom('always', 'sometimes', 'never'),
    values: fc.constantFrom('single', 'several', 'either'),
  }),
);
const variable = fc.option(fc.constantFrom('a', 'b', '', 'ab', 'x:y', 'arn:aws:s3:::'), { nil: undefined });

interface Case {
  readonly conditions: readonly Written[];
  readonly requests: readonly KeyValues[];
  readonly chosen: ConditionOptions;
  readonly facts: KeyFacts;
  readonly v: string | undefined;
  readonly w: string | undefined;
}
const cases: fc.Arbitrary<Case> = fc.constantFrom(...FAMILIES).chain((families) => {
  const one = fc.oneof(...families.map((family) => REQUESTS[family]), fc.constantFrom('', 'other'));
  return fc.record({
    conditions: fc.array(written(families), { minLength: 1, maxLength: 4 }),
    requests: fc.array(fc.oneof(one, one, fc.array(one, { maxLength: 3 })), { minLength: 10, maxLength: 20 }),
    chosen: options,
    facts,
    v: variable,
    w: variable,
  });
});

function compile({ conditions, chosen }: Case, keys: KeyTable): readonly CompiledConditions[] {
  return conditions.map(({ operator, values }) => {
    const parsed = parseConditionOperator(operator);
    if (parsed === undefined) throw new Error(`no operator ${operator}`);
    const condition: Condition = { operator: parsed, key: 'k', values, pointer: '' };
    return compileConditions([condition], { keys, variables: true, options: chosen });
  });
}

function isPossible(values: KeyValues, { presence, values: kind }: KeyFacts): boolean {
  if (values === undefined) return presence !== 'always';
  if (presence === 'never') return false;
  if (typeof values === 'string') return kind !== 'several';
  return kind !== 'single' && (values.length > 0 || presence !== 'always');
}

function truthsOf(
  values: KeyValues,
  one: Case,
  compiled: readonly CompiledConditions[],
  keys: KeyTable,
): readonly Truth[] {
  const reader = new ContextReader(keys);
  reader.load({
    ...(values === undefined ? {} : { k: values }),
    ...(one.v === undefined ? {} : { v: one.v }),
    ...(one.w === undefined ? {} : { w: one.w }),
  });
  return compiled.map((conditions) => conditions.evaluate(reader));
}

describe('INVARIANT 22', () => {
  test('whatever the values of a key, a cell has the truths that they give, and each witness has those of its cell', () => {
    let cellCount = 0;
    let witnessed = 0;
    const check = (one: Case): void => {
      const keys = new KeyTable();
      const compiled = compile(one, keys);
      const conditions = compiled.flatMap((conditions) => describeConditions(conditions));
      const result = cellsOfKey({ conditions, facts: one.facts, limits: {} });
      if (result.outcome === 'limit') return;
      const classes = new Map<string, KeyCell>(result.cells.map((cell) => [cell.truths.join(), cell]));
      expect(classes.size).toBe(result.cells.length);
      for (const { truths, witness } of result.cells) {
        cellCount++;
        if (witness === undefined) continue;
        witnessed++;
        expect([witness.values, isPossible(witness.values, one.facts)]).toEqual([witness.values, true]);
        expect([witness.values, truthsOf(witness.values, one, compiled, keys)]).toEqual([
          witness.values,
          truths,
        ]);
      }
      for (const values of [undefined, [], [''], ['', ''], ...one.requests]) {
        if (!isPossible(values, one.facts)) continue;
        const truths = truthsOf(values, one, compiled, keys);
        expect([values, truths, classes.has(truths.join())]).toEqual([values, truths, true]);
      }
    };
    fc.assert(fc.property(cases, check), { numRuns: 3000 });
    expect(cellCount).toBeGreaterThan(5_000);
    expect(witnessed / cellCount).toBeGreaterThan(0.5);
  });
});
