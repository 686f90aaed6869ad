import { OPERATOR_NAMES, type Condition, type OperatorName } from '@policywright/policy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { condition, holds, truthOf } from '../_testing/holds.ts';
import { CONDITION_OPTIONS, type ConditionOptions, type RequestContext } from '../index.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';

/** Few letters, so that values often match or nearly do. */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', 'A', '*', '?', ':', '/', '$', '{', '}'),
  maxLength: 6,
});
const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(String),
  fc.constantFrom('1.0', '1', '0.5', '1e1', '10'),
);
const date = fc.oneof(
  fc.constantFrom('2020-01', '2020-01-01', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00.5Z', '1577836800'),
  fc.integer({ min: -100_000, max: 100_000 }).map((seconds) => String(1_577_836_800 + seconds)),
);
const address = fc.oneof(
  fc.constantFrom('::1', '2001:db8::1', '10.0.0.1', '10.0.0.2', '10.0.1.1'),
  fc.ipV4(),
  fc.ipV6(),
);
const range = fc.oneof(
  address,
  fc.tuple(fc.ipV4(), fc.nat(32)).map(([ip, bits]) => `${ip}/${bits}`),
  fc.constantFrom('10.0.0.0/24', '10.0.0.0/8', '2001:db8::/32', '0.0.0.0/0', '::/0'),
);
const arn = fc.constantFrom(
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/b:c',
  'arn:aws:s3:::*',
  'arn:aws:s3:*:*:a*',
  'arn:*:*:*:*:*',
  'arn:aws:iam::111122223333:role/a',
  'arn:aws:iam::*:role/?',
);
const bool = fc.constantFrom('true', 'false', 'True', 'FALSE');
const binary = fc.uint8Array({ maxLength: 3 }).map((bytes) => Buffer.from(bytes).toString('base64'));

/** Values that an operator understands: of a policy, and of a request. */
function wellFormed(name: OperatorName): { policy: fc.Arbitrary<string>; request: fc.Arbitrary<string> } {
  const both = (values: fc.Arbitrary<string>) => ({ policy: values, request: values });
  if (name.startsWith('String')) return both(text);
  if (name.startsWith('Numeric')) return both(number);
  if (name.startsWith('Date')) return both(date);
  if (name.startsWith('Arn')) return both(arn);
  if (name.endsWith('IpAddress')) return { policy: range, request: address };
  return both(name === 'BinaryEquals' ? binary : bool);
}

const anyText = fc.oneof(
  text,
  number,
  date,
  range,
  arn,
  bool,
  binary,
  fc.constantFrom('', '${v}', "${v, 'a'}", '*${v}', '*', '2020', '1577836800000', '+5', '2020-06-31'),
);
const scalar = fc.oneof(anyText, fc.double(), fc.boolean());
const contextValue = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const context: fc.Arbitrary<RequestContext> = fc.dictionary(
  fc.constantFrom('k', 'K', 'l', 'v', 'V', 'w'),
  contextValue,
  {
    maxKeys: 4,
    noNullPrototype: false,
  },
);
const qualifiers = ['', 'ForAllValues:', 'ForAnyValue:'] as const;
const operator = fc
  .tuple(fc.constantFrom(...qualifiers), fc.constantFrom(...OPERATOR_NAMES), fc.constantFrom('', 'IfExists'))
  .map(([qualifier, name, ifExists]) => qualifier + name + (name === 'Null' ? '' : ifExists));
const anyCondition: fc.Arbitrary<Condition> = fc
  .tuple(operator, fc.constantFrom('k', 'l', 'v'), fc.array(anyText, { maxLength: 3 }))
  .map(([name, key, values]) => condition(name, key, values));
const conditions = fc.array(anyCondition, { maxLength: 4 });
/** Every option with every listed value. */
const options = fc.record(
  Object.fromEntries(CONDITION_OPTIONS.map(({ name, values }) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
) as fc.Arbitrary<ConditionOptions>;

const PAIRS = [
  ['StringEquals', 'StringNotEquals'],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'],
  ['StringLike', 'StringNotLike'],
  ['NumericEquals', 'NumericNotEquals'],
  ['DateEquals', 'DateNotEquals'],
  ['IpAddress', 'NotIpAddress'],
  ['ArnEquals', 'ArnNotEquals'],
  ['ArnLike', 'ArnNotLike'],
] as const;
const COMPARISONS = OPERATOR_NAMES.filter((name) => name !== 'Null');

function list(values: fc.Arbitrary<string>): fc.Arbitrary<string[]> {
  return fc.array(values, { minLength: 1, maxLength: 3 });
}

describe('conditions', () => {
  test.each(PAIRS)(
    'invariant 13: %s and %s are complements when the key is present',
    (positive, negative) => {
      const { policy, request } = wellFormed(positive);
      fc.assert(
        fc.property(list(policy), request, (policy, request) => {
          expect(holds(positive, { policy, request })).toBe(!holds(negative, { policy, request }));
          expect(holds(positive, { policy })).toBe(false);
          expect(holds(negative, { policy })).toBe(true);
        }),
      );
    },
  );

  test.each(COMPARISONS)('invariant 14: %sIfExists = absent or %s', (name) => {
    const { policy, request } = wellFormed(name);
    fc.assert(
      fc.property(list(policy), fc.option(request, { nil: undefined }), (policy, request) => {
        const expected = request === undefined || holds(name, { policy, request });
        expect(holds(`${name}IfExists`, { policy, request })).toBe(expected);
      }),
    );
  });

  test('invariant 14: Null true xor Null false', () => {
    fc.assert(
      fc.property(context, (context) => {
        const [isNull, isPresent] = ['true', 'false'].map((value) =>
          holds('Null', { policy: value, context }),
        );
        expect(isNull === 'undecided' ? isPresent : !isPresent).toBe(isNull);
      }),
    );
  });

  test.each(PAIRS)('invariant 15: ForAnyValue:%2$s = not ForAllValues:%1$s', (positive, negative) => {
    const { policy, request } = wellFormed(positive);
    // S83 calls a list of nothing but empty strings empty; S84 does not.
    const lists = fc
      .array(request, { maxLength: 3 })
      .filter((values) => values.length === 0 || values.some(Boolean));
    fc.assert(
      fc.property(list(policy), lists, (policy, request) => {
        expect(holds(`ForAnyValue:${negative}`, { policy, request })).toBe(
          !holds(`ForAllValues:${positive}`, { policy, request }),
        );
      }),
    );
  });

  test.each(COMPARISONS)(
    'invariant 15: another value only falsifies ForAllValues:%s, only satisfies ForAnyValue',
    (name) => {
      const { policy, request } = wellFormed(name);
      fc.assert(
        fc.property(list(policy), fc.array(request, { maxLength: 3 }), request, (policy, values, more) => {
          const grown = [...values, more];
          if (holds(`ForAllValues:${name}`, { policy, request: grown })) {
            expect(holds(`ForAllValues:${name}`, { policy, request: values })).toBe(true);
          }
          if (holds(`ForAnyValue:${name}`, { policy, request: values })) {
            expect(holds(`ForAnyValue:${name}`, { policy, request: grown })).toBe(true);
          }
          expect(holds(`ForAllValues:${name}`, { policy, request: [] })).toBe(true);
          expect(holds(`ForAnyValue:${name}`, { policy, request: [] })).toBe(false);
        }),
      );
    },
  );

  test.each(COMPARISONS)('invariant 6: several values of %s are OR, negated NOR', (name) => {
    const { policy, request } = wellFormed(name);
    fc.assert(
      fc.property(list(policy), list(policy), request, (some, others, request) => {
        const [left, right] = [some, others].map((policy) => holds(name, { policy, request }));
        const expected = name.includes('Not') ? left && right : left || right;
        expect(holds(name, { policy: [...some, ...others], request })).toBe(expected);
      }),
    );
  });

  test('invariant 7: what holds still holds when a condition is removed', () => {
    fc.assert(
      fc.property(conditions, fc.nat(3), context, (all, index, context) => {
        if (truthOf(all, { context }) !== TRUE) return;
        expect(truthOf(all.toSpliced(index, 1), { context })).toBe(TRUE);
      }),
    );
  });

  test('invariant 8: keys that no condition mentions, and the case of keys, make no difference', () => {
    fc.assert(
      fc.property(conditions, fc.dictionary(fc.constantFrom('k', 'l', 'v'), contextValue), (all, context) => {
        const truth = truthOf(all, { context });
        expect(truthOf(all, { context: { x: 'a', ...context, '': ['b'] } })).toBe(truth);
        const upper = Object.fromEntries(
          Object.entries(context).map(([key, value]) => [key.toUpperCase(), value]),
        );
        expect(truthOf(all, { context: upper })).toBe(truth);
      }),
    );
  });

  test('S70: the order of conditions and of their values makes no difference', () => {
    fc.assert(
      fc.property(conditions, context, options, (all, context, options) => {
        const turned = all.map((one) => ({ ...one, values: one.values.toReversed() })).toReversed();
        expect(truthOf(turned, { context, options })).toBe(truthOf(all, { context, options }));
      }),
    );
  });

  test('never throws, and explain agrees with evaluate, whatever the context holds', () => {
    const key = fc.constantFrom('k', 'K', 'v', 'V', '__proto__');
    const garbage = fc.oneof(
      fc.dictionary(key, fc.anything()),
      fc.anything(),
    ) as fc.Arbitrary<RequestContext>;
    fc.assert(
      fc.property(conditions, garbage, options, (all, context, options) => {
        expect([FALSE, TRUE, UNDECIDED]).toContain(truthOf(all, { context, options }));
      }),
      { numRuns: 500 },
    );
  });

  test('never throws on hand-built conditions with any operator name, which never hold', () => {
    fc.assert(
      fc.property(anyCondition, fc.string(), context, (one, name, context) => {
        fc.pre(!(OPERATOR_NAMES as readonly string[]).includes(name));
        const invented = { ...one, operator: { ...one.operator, name: name as OperatorName } };
        expect(truthOf([invented], { context })).toBe(UNDECIDED);
      }),
    );
  });

  test('what is definite with unknown keys is so for every completion', () => {
    const completion = fc.dictionary(
      fc.constantFrom('k', 'v'),
      fc.oneof(anyText, fc.array(anyText, { maxLength: 2 })),
    );
    fc.assert(
      fc.property(conditions, completion, options, (all, context, options) => {
        const before = truthOf(all, { unknown: ['k', 'v'], options, context: { l: 'a' } });
        if (before === UNDECIDED) return;
        expect(truthOf(all, { context: { ...context, l: 'a' }, options })).toBe(before);
      }),
      { numRuns: 3000 },
    );
  });
});
