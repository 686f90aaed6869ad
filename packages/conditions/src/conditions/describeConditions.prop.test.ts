import { compileArnPattern, isArnPattern, type GlobTokens } from '@policywright/arn';
import { findText, patternOf, patternOfTokens, type FamilyPattern } from '@policywright/arn/family';
import { OPERATOR_NAMES } from '@policywright/policy';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { condition } from '../_testing/holds.ts';
import { foldCode, spellingsOf } from '../_internals/foldCase.ts';
import { CONDITION_OPTIONS, ContextReader, KeyTable, type ConditionOptions } from '../index.ts';
import { accepts } from '../operators/order.ts';
import { type TextTemplate, type ValueDescription, literalTokens } from '../operators/valueDescription.ts';
import { FALSE, TRUE, UNDECIDED, type Truth } from '../truth.ts';
import { readAddressRange } from '../values/addressRange.ts';
import { compareDecimals, parseDecimal } from '../values/decimal.ts';
import { compareFractions, instantFraction, instantSeconds } from '../values/instant.ts';
import { resolveVariable } from '../variables/variable.ts';
import { compileConditions } from './compileConditions.ts';
import type { ConditionDescription, KeyValues } from './describeCheck.ts';
import { describeConditions } from './describeConditions.ts';

const policyValue = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'k', '*', '?', '\u00e5'), maxLength: 3 }),
  fc.constantFrom(
    '*',
    '',
    'true',
    'False',
    '${v}',
    'a${v}',
    '${v}*',
    "${w, 'b'}",
    '${*}',
    'arn:aws:s3:::${v}',
    '${v}:x',
  ),
  fc.constantFrom(
    'arn:aws:s3:::*',
    'arn:*:s3:*::a',
    'arn:aws:s3:::a',
    'arn:aws',
    '1',
    '1.50',
    '-2',
    '1e2',
    '.5',
  ),
  fc.constantFrom('2020', '2020-01-01', '1577836800', '1577836800000', '2020-13', '1970-01-01T00:33:40Z'),
  fc.constantFrom('10.0.0.0/8', '10.0.0.1', '0.0.0.0/0', '2001:db8::/32', '10.0.0', '::/0', 'YQ=='),
);
const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'A',
    'b',
    'ab',
    'k',
    'K',
    '\u212a',
    '\u00c5',
    '\u212b',
    '*',
    'true',
    'TRUE',
    'false',
    'x:x',
  ),
  fc.constantFrom(
    'arn:aws:s3:::a',
    'arn:aws:s3:::ab',
    'arn:x:s3:y::a',
    'arn:aws:s3',
    '1',
    '1.5',
    '2',
    '-3',
    '100',
    '0.2',
  ),
  fc.constantFrom(
    '2020',
    '2020-01-01T00:00:00Z',
    '2019-12-31',
    '1577836800',
    '1577836801',
    '1577836800000',
    '2021-01-01',
  ),
  fc.constantFrom('10.0.0.1', '10.255.0.1', '11.0.0.1', '2001:db8::1', '2001:db9::1', 'YQ==', 'Yg=='),
);
const given: fc.Arbitrary<KeyValues> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: text },
  { weight: 3, arbitrary: fc.array(fc.oneof(text, fc.constant('')), { maxLength: 3 }) },
);
const operator = fc
  .tuple(
    fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(...OPERATOR_NAMES),
    fc.constantFrom('', 'IfExists'),
  )
  .map(([qualifier, name, ifExists]) => qualifier + name + (name === 'Null' ? '' : ifExists));
const options: fc.Arbitrary<ConditionOptions> = fc.record(
  Object.fromEntries(CONDITION_OPTIONS.map(({ name, values }) => [name, fc.constantFrom(...values)])),
  { requiredKeys: [] },
);
const variable = fc.option(fc.constantFrom('a', 'b', 'K', 'k', '', 'x:y', 'arn:aws:s3::'), {
  nil: undefined,
});

function isMatched(patterns: readonly FamilyPattern[], value: string): boolean {
  const universe = [{ codes: literalTokens(value) }];
  return findText([{ patterns, wanted: true }], { universe }).outcome === 'text';
}

/** What a template says of a text: its variables are put in as literal text. */
function truthOfTemplate(template: TextTemplate, value: string, reader: ContextReader): Truth {
  const tokens: number[] = [];
  for (const part of template.parts) {
    const own: GlobTokens | string | symbol | undefined =
      part instanceof Int32Array ? part : resolveVariable(part, reader);
    if (own === undefined || typeof own === 'symbol') return FALSE;
    tokens.push(...(typeof own === 'string' ? literalTokens(own) : own));
  }
  const whole = Int32Array.from(tokens);
  if (template.dialect === 'glob') {
    const folded = patternOfTokens(
      whole.map((token) => (token < 0 ? token : foldCode(token))),
      spellingsOf,
    );
    return isMatched([template.ignoreCase ? folded : patternOfTokens(whole)], value) ? TRUE : FALSE;
  }
  if (!isArnPattern({ tokens: whole, length: whole.length })) return UNDECIDED;
  const pattern = patternOf(compileArnPattern(whole, { dialect: 'operator' }));
  return pattern !== undefined && isMatched([pattern], value) ? TRUE : FALSE;
}

type Theory<Name> = ValueDescription & { readonly theory: Name };

function dateVerdict({ mask, limits, readings, otherwise }: Theory<'date'>, value: string): Truth {
  if (Number.isNaN(instantSeconds(value, readings[0]))) return UNDECIDED;
  const outcomes = limits.map((limit) => {
    const accepted = readings.map((reading) => {
      const seconds = instantSeconds(value, reading) - instantSeconds(limit, reading);
      const order =
        seconds || compareFractions(instantFraction(value, reading), instantFraction(limit, reading));
      return accepts(mask, order);
    });
    return accepted.every(Boolean) ? TRUE : accepted.some(Boolean) ? UNDECIDED : FALSE;
  });
  return (
    outcomes.find((outcome) => outcome === TRUE) ??
    outcomes.find((outcome) => outcome === UNDECIDED) ??
    otherwise
  );
}

/** What the values say of one text, by their description alone; `undefined` where they are not taken apart. */
function verdictOf(values: ValueDescription, value: string, reader: ContextReader): Truth | undefined {
  switch (values.theory) {
    case 'text': {
      if (isMatched(values.matches, value)) return TRUE;
      if (values.readable !== undefined && !isMatched(values.readable, value)) return UNDECIDED;
      const truths = values.templates.map((template) => truthOfTemplate(template, value, reader));
      return truths.includes(TRUE) ? TRUE : truths.includes(UNDECIDED) ? UNDECIDED : values.otherwise;
    }
    case 'number': {
      const number = parseDecimal(value);
      if (number === undefined) return UNDECIDED;
      const met = values.limits.some((limit) => accepts(values.mask, compareDecimals(number, limit)));
      return met ? TRUE : values.otherwise;
    }
    case 'date':
      return dateVerdict(values, value);
    case 'address': {
      const range = value.includes('/') ? undefined : readAddressRange(value);
      if (range === undefined) return UNDECIDED;
      const met = values.ranges.some(({ bits, address, prefix }) => {
        const rest = BigInt(bits - prefix);
        return bits === range.bits && address >> rest === range.address >> rest;
      });
      return met ? TRUE : values.otherwise;
    }
    case 'opaque':
      return undefined;
  }
}

/** The truth of a condition by its description alone. */
function truthBy(
  described: ConditionDescription,
  values: KeyValues,
  reader: ContextReader,
): Truth | undefined {
  const { kind, truths, absent, multivalued } = described;
  if (kind === 'unknown-operator' || kind === 'qualified-null') return absent;
  const list = typeof values === 'string' ? [values] : values;
  if (list === undefined || list.length === 0) return absent;
  const onlyEmpty = list.every((value) => value === '');
  if (kind === 'Null') return truths[onlyEmpty ? UNDECIDED : TRUE];
  const verdicts = list.map((value) => verdictOf(described.values, value, reader));
  if (verdicts.includes(undefined)) return undefined;
  const each = verdicts.map((verdict) => truths[verdict ?? UNDECIDED]);
  const all = each.includes(FALSE) ? FALSE : each.includes(UNDECIDED) ? UNDECIDED : TRUE;
  const any = each.includes(TRUE) ? TRUE : each.includes(UNDECIDED) ? UNDECIDED : FALSE;
  if (kind === 'ForAllValues') return onlyEmpty ? TRUE : all;
  if (kind === 'ForAnyValue' || typeof values === 'string' || multivalued === 'ForAnyValue') return any;
  return multivalued === 'never' ? FALSE : UNDECIDED;
}

describe('describeConditions', () => {
  test('a condition is what its description says, for one value, several and none', () => {
    let described = 0;
    const check = (
      name: string,
      values: readonly string[],
      request: KeyValues,
      [v, w, chosen]: readonly [string | undefined, string | undefined, ConditionOptions],
    ): void => {
      const keys = new KeyTable();
      const compiled = compileConditions([condition(name, 'k', values)], {
        keys,
        variables: true,
        options: chosen,
      });
      const reader = new ContextReader(keys);
      reader.load({
        ...(request === undefined ? {} : { k: request }),
        ...(v === undefined ? {} : { v }),
        ...(w === undefined ? {} : { w }),
      });
      const [description] = describeConditions(compiled);
      if (description === undefined) throw new Error('each condition has a description');
      expect(description.truthOf(request, reader)).toBe(compiled.evaluate(reader));
      const truth = truthBy(description, request, reader);
      if (truth === undefined) return;
      described++;
      expect(truth).toBe(compiled.evaluate(reader));
    };
    const list = fc.array(policyValue, { maxLength: 3 });
    fc.assert(fc.property(operator, list, given, fc.tuple(variable, variable, options), check), {
      numRuns: 20_000,
    });
    expect(described).toBeGreaterThan(15_000);
  });
});

describe('spellingsOf', () => {
  test('S91: gives all code units that fold to one', () => {
    const spellings = new Map<number, number[]>();
    for (let unit = 0; unit < 0x10000; unit++) {
      const folded = foldCode(unit);
      spellings.set(folded, [...(spellings.get(folded) ?? []), unit]);
    }
    const wrong = [...spellings].filter(
      ([folded, units]) =>
        spellingsOf(folded)
          .toSorted((a, b) => a - b)
          .join() !== units.join(),
    );
    expect(wrong).toEqual([]);
  });
});
