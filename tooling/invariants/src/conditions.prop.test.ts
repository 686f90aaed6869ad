import { isArnPattern } from '@policywright/arn';
import type { ConditionDocument, ContextDocument } from '@policywright/scenario';
import { pattern } from '@policywright/testing';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applies, decide, holds, scenarioOf } from './ask.ts';
import { check } from './check.ts';
import { Chooser } from './rearrange.ts';

const string = fc.constantFrom('a', 'b', 'A', 'ab', '', 'a:b/c', '*', 'é');
const number = fc
  .oneof(
    fc.integer({ min: -20, max: 20 }),
    fc.double({ min: -2, max: 2, noNaN: true }).map((n) => Number(n.toFixed(2))),
  )
  .map(String);
const date = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter((text) => !text.includes('.')),
);
const arnValue = fc.constantFrom(
  'arn:aws:sns:us-east-1:1:t',
  'arn:aws:sns:us-east-1:1:t:u',
  'arn:aws:sns:us-east-2:1:t',
  'arn:aws:s3:::b',
);

/** Patterns of ARNs that are ARNs themselves: of anything else nothing can be told (S112). */
const arnPattern = pattern(arnValue).filter((text) => isArnPattern(text));

/** Positive operators with their negated twins, and well-formed values of request and policy. */
const TWINS = [
  ['StringEquals', 'StringNotEquals', string, string],
  ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', string, string],
  ['StringLike', 'StringNotLike', string, pattern(string)],
  ['NumericEquals', 'NumericNotEquals', number, number],
  ['DateEquals', 'DateNotEquals', date, date],
  ['IpAddress', 'NotIpAddress', address, address],
  ['ArnEquals', 'ArnNotEquals', arnValue, arnPattern],
  ['ArnLike', 'ArnNotLike', arnValue, arnPattern],
] as const;

describe.each(TWINS)('%s and %s', (positive, negated, request, policy) => {
  const values = fc.array(policy, { minLength: 1, maxLength: 3 });

  test('2: hold whatever the order of the wanted values, and however often each is there', () => {
    check(
      fc.property(request, values, fc.nat(), (value, wanted, seed) => {
        const chooser = new Chooser(seed);
        for (const operator of [positive, negated]) {
          const ask = (list: readonly string[]): boolean => holds({ [operator]: { k: list } }, { k: value });
          const list = [...wanted, value];
          expect(ask(chooser.shuffleAndRepeat(list))).toBe(ask(list));
        }
      }),
    );
  });

  test('13: are complements where the key is present', () => {
    check(
      fc.property(request, values, (value, wanted) => {
        // A value that is wanted makes matches frequent.
        for (const list of [wanted, [...wanted, value]]) {
          const context = { k: value };
          expect(holds({ [negated]: { k: list } }, context)).toBe(
            !holds({ [positive]: { k: list } }, context),
          );
        }
      }),
    );
  });

  test('13: are false and true where it is absent', () => {
    check(
      fc.property(values, (list) => {
        expect(holds({ [positive]: { k: list } }, {})).toBe(false);
        expect(holds({ [negated]: { k: list } }, {})).toBe(true);
      }),
    );
  });

  test('15: ForAnyValue of the negated is not ForAllValues', () => {
    const several = fc.array(request, { maxLength: 3 });
    check(
      fc.property(several, values, (given, list) => {
        // S83: a list of nothing but empty texts counts as no list.
        if (given.length > 0 && given.every((value) => value === '')) return;
        const context = { k: given };
        const all = holds({ [`ForAllValues:${positive}`]: { k: list } }, context);
        expect(holds({ [`ForAnyValue:${negated}`]: { k: list } }, context)).toBe(!all);
      }),
    );
  });

  test('15: another request value only falsifies ForAllValues and only satisfies ForAnyValue', () => {
    check(
      fc.property(fc.array(request, { maxLength: 3 }), request, values, (...[given, another, list]) => {
        for (const operator of [positive, negated]) {
          const all = { [`ForAllValues:${operator}`]: { k: list } };
          const any = { [`ForAnyValue:${operator}`]: { k: list } };
          const more = { k: [...given, another] };
          if (!holds(all, { k: given })) expect(holds(all, more)).toBe(false);
          if (holds(any, { k: given })) expect(holds(any, more)).toBe(true);
        }
      }),
    );
  });

  test('14: IfExists is absent or the operator', () => {
    check(
      fc.property(request, values, (value, list) => {
        for (const operator of [positive, negated]) {
          const ifExists = { [`${operator}IfExists`]: { k: list } };
          expect(holds(ifExists, {})).toBe(true);
          expect(holds(ifExists, { k: value })).toBe(holds({ [operator]: { k: list } }, { k: value }));
        }
      }),
    );
  });
});

test('14: ordering operators are complements only where the key is present', () => {
  const pairs = [
    ['NumericLessThan', 'NumericGreaterThanEquals', number],
    ['NumericGreaterThan', 'NumericLessThanEquals', number],
    ['DateLessThan', 'DateGreaterThanEquals', date],
    ['DateGreaterThan', 'DateLessThanEquals', date],
  ] as const;
  for (const [one, other, values] of pairs) {
    check(
      fc.property(values, values, (value, limit) => {
        expect(holds({ [one]: { k: limit } }, { k: value })).toBe(
          !holds({ [other]: { k: limit } }, { k: value }),
        );
        expect([one, other].map((operator) => holds({ [operator]: { k: limit } }, {}))).toEqual([
          false,
          false,
        ]);
      }),
    );
  }
});

/** Whether a condition keeps a Deny from applying: neither true nor undecided. */
function fails(Condition: ConditionDocument, context: ContextDocument): boolean {
  return decide(scenarioOf({ statement: { Effect: 'Deny', Condition }, context })) !== 'ExplicitDeny';
}

test('13: of a value that is malformed nothing can be told, so that it neither allows nor stops a Deny', () => {
  const malformed = fc.constantFrom('+5', '2020-06-31', '10.0.0.0/33', 'office', '*.', ' ', 'YQ===');
  for (const [positive, negated, request, policy] of TWINS.slice(3)) {
    check(
      fc.property(request, fc.array(policy, { maxLength: 2 }), malformed, (value, others, odd) => {
        const matched = holds({ [positive]: { k: others } }, { k: value });
        for (const operator of [positive, negated, `${positive}IfExists`, `ForAllValues:${negated}`]) {
          const besides = { [operator]: { k: [...others, odd] } };
          const isTrue = matched && !operator.includes('Not');
          const isFalse = matched && operator.includes('Not');
          expect([holds(besides, { k: value }), fails(besides, { k: value })]).toEqual([isTrue, isFalse]);
          const asked = { [operator]: { k: [...others, value] } };
          expect([holds(asked, { k: odd }), fails(asked, { k: odd })]).toEqual([false, false]);
        }
      }),
    );
  }
});

test('14: exactly one of Null true and Null false holds, but neither of nothing but empty texts', () => {
  check(
    fc.property(fc.oneof(fc.constant(undefined), string, fc.array(string, { maxLength: 2 })), (value) => {
      const context = value === undefined ? {} : { k: value };
      const texts = value === undefined ? [] : [value].flat();
      const isOpen = texts.length > 0 && texts.every((text) => text === '');
      const [isNull, isPresent] = ['true', 'false'].map((text) => holds({ Null: { k: text } }, context));
      expect(isPresent).toBe(!isOpen && !isNull);
      expect(fails({ Null: { k: 'true' } }, context)).toBe(isPresent);
    }),
  );
});

test('15: of nothing ForAllValues is true and ForAnyValue false', () => {
  for (const [positive, negated, , policy] of TWINS) {
    const [value] = fc.sample(policy, { numRuns: 1, seed: 1 });
    for (const operator of [positive, negated]) {
      for (const context of [{}, { k: [] }]) {
        expect(holds({ [`ForAllValues:${operator}`]: { k: value ?? '' } }, context)).toBe(true);
        expect(holds({ [`ForAnyValue:${operator}`]: { k: value ?? '' } }, context)).toBe(false);
      }
    }
  }
});

const special = fc.string({
  unit: fc.constantFrom('a', 'b', '*', '?', '$', '{', '}', '/', ':'),
  maxLength: 6,
});

/** Policy text that stands for a value and nothing else (S122). */
function escaped(value: string): string {
  return value.replace(/[*?$]/g, (unit) => `\${${unit}}`);
}

test('16: a variable is the escaped value in its place', () => {
  const around = fc.constantFrom('', 'a', '*', 'b?', '/');
  check(
    fc.property(fc.tuple(special, special), fc.tuple(around, around), ([value, request], [before, after]) => {
      const [variable, spelled] = ['${k}', escaped(value)].map((middle) => before + middle + after);
      for (const given of [request, value, before + value + after]) {
        for (const operator of [
          'StringEquals',
          'StringNotEquals',
          'StringEqualsIgnoreCase',
          'StringLike',
          'StringNotLike',
        ]) {
          const ask = (text = ''): boolean => holds({ [operator]: { given: text } }, { given, k: value });
          expect(ask(variable)).toBe(ask(spelled));
        }
        const ask = (text = ''): boolean =>
          applies({
            statement: { Resource: `arn:aws:s3:::${text}` },
            resource: `arn:aws:s3:::${given}`,
            context: { k: value },
          });
        if (given !== '') expect(ask(variable)).toBe(ask(spelled));
      }
    }),
  );
});

test('16: wildcards of a value are literal', () => {
  check(
    fc.property(special, special, (value, request) => {
      expect(holds({ StringLike: { given: '${k}' } }, { given: request, k: value })).toBe(request === value);
    }),
  );
});

test('16: a default stands in for an absent key only', () => {
  const fallback = fc.string({ unit: fc.constantFrom('a', 'b', '*', '/'), maxLength: 4 });
  check(
    fc.property(special, fallback, (value, text) => {
      const Condition = { StringLike: { given: `\${k, '${text}'}` } };
      expect(holds(Condition, { given: text })).toBe(true);
      expect(holds(Condition, { given: text, k: value })).toBe(text === value);
      expect(holds(Condition, { given: value, k: value })).toBe(true);
    }),
  );
});

test('16: version 2008-10-17, and none, never substitute', () => {
  const text = fc.constantFrom('${k}', 'a${k}', "${k, 'a'}", '${$}');
  check(
    fc.property(text, special, fc.constantFrom('2008-10-17' as const, null), (text, value, version) => {
      const ask = (given: string): boolean =>
        applies({
          statement: { Condition: { StringEquals: { given: text } } },
          context: { given, k: value },
          version,
        });
      expect(ask(text)).toBe(true);
      if (value !== text) expect(ask(value)).toBe(false);
      if (`a${value}` !== text) expect(ask(`a${value}`)).toBe(false);
    }),
  );
});

test('17: a shorter prefix matches more', () => {
  check(
    fc.property(fc.tuple(fc.ipV4(), fc.ipV4()), fc.nat(32), fc.nat(32), ([given, network], one, other) => {
      const [short, long] = [Math.min(one, other), Math.max(one, other)];
      const within = (range: string): boolean => holds({ IpAddress: { k: range } }, { k: given });
      if (within(`${network}/${String(long)}`)) expect(within(`${network}/${String(short)}`)).toBe(true);
      expect(within(`${given}/${String(long)}`)).toBe(true);
      expect(within('0.0.0.0/0')).toBe(true);
      expect(within('::/0')).toBe(false);
    }),
  );
});

test('17: spellings of one IPv6 address are equal', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 });
  check(
    fc.property(groups, groups, (groups, others) => {
      const plain = groups.map((group) => group.toString(16)).join(':');
      const padded = groups.map((group) => group.toString(16).padStart(4, '0').toUpperCase()).join(':');
      const short = plain.replace(/(^|:)0(:0)+(:|$)/, '::');
      const other = others.map((group) => group.toString(16)).join(':');
      const equal = (left: string, right: string): boolean => holds({ IpAddress: { k: right } }, { k: left });
      for (const spelling of [plain, padded, short]) {
        expect(equal(spelling, plain) && equal(plain, spelling)).toBe(true);
        expect(equal(spelling, other)).toBe(plain === other);
      }
    }),
  );
});

test('17: epoch seconds and ISO text of one instant are equal', () => {
  check(
    fc.property(
      fc.integer({ min: 10_000, max: 4_000_000_000 }),
      fc.integer({ min: -720, max: 720 }),
      (seconds, offset) => {
        const iso = new Date(seconds * 1000).toISOString();
        const local = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
        const zone = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
          String(part).padStart(2, '0'),
        );
        const shifted = `${local}${offset < 0 ? '-' : '+'}${zone.join(':')}`;
        const order = (operator: string, left: string, right: string): boolean =>
          holds({ [operator]: { k: right } }, { k: left });
        for (const spelling of [String(seconds), iso, shifted]) {
          expect(order('DateEquals', spelling, iso)).toBe(true);
          expect(order('DateLessThan', spelling, String(seconds + 1))).toBe(true);
          expect(order('DateGreaterThan', spelling, shifted)).toBe(false);
        }
      },
    ),
  );
});

test('17: spellings of one number are equal', () => {
  check(
    fc.property(fc.integer(), (value) => {
      for (const spelling of [String(value), `${String(value)}.0`, `${String(value)}.00`, value]) {
        expect(holds({ NumericEquals: { k: spelling } }, { k: value })).toBe(true);
        expect(holds({ NumericEquals: { k: String(value) } }, { k: spelling })).toBe(true);
        expect(holds({ NumericEquals: { k: spelling } }, { k: value + 1 })).toBe(false);
      }
    }),
  );
});
