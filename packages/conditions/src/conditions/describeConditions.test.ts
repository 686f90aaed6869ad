import { describe, expect, test } from 'vitest';
import { condition } from '../_testing/holds.ts';
import { KeyTable } from '../context/keyTable.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';
import { compileConditions } from './compileConditions.ts';
import type { ConditionDescription } from './describeCheck.ts';
import { describeConditions } from './describeConditions.ts';

function described(operator: string, ...values: readonly string[]): ConditionDescription {
  const keys = new KeyTable();
  const [only] = describeConditions(
    compileConditions([condition(operator, 'aws:k', values)], { keys, variables: true }),
  );
  if (only === undefined) throw new Error('each condition has a description');
  return only;
}

describe('describeConditions', () => {
  test('S71, S77: negation is in the truths, and what absence is stands apart', () => {
    expect(described('StringNotLike', 'a*')).toMatchObject({
      key: 'aws:k',
      slot: 0,
      kind: 'single',
      truths: [TRUE, FALSE, UNDECIDED],
      absent: TRUE,
    });
    expect(described('ForAnyValue:StringLike', 'a*')).toMatchObject({ kind: 'ForAnyValue', absent: FALSE });
  });

  test('S91: whether case matters is said of values with variables, too', () => {
    const templateOf = (operator: string): object => described(operator, 'A${aws:v}');
    expect(templateOf('StringEqualsIgnoreCase')).toMatchObject({
      values: { theory: 'text', templates: [{ ignoreCase: true, dialect: 'glob' }] },
    });
    expect(templateOf('StringEquals')).toMatchObject({ values: { templates: [{ ignoreCase: false }] } });
    expect(templateOf('ArnEquals')).toMatchObject({ values: { templates: [{ dialect: 'arn' }] } });
  });

  test('the patterns are the same objects each time', () => {
    const compiled = compileConditions([condition('StringLike', 'k', ['a*'])], {
      keys: new KeyTable(),
      variables: true,
    });
    expect(describeConditions(compiled)).toBe(describeConditions(compiled));
  });

  test('S83: one value counts for what it is, of all values an empty one for nothing', () => {
    const all = described('ForAllValues:StringEquals', 'a');
    expect([all.truthOf(''), all.truthOfOne('')]).toEqual([TRUE, FALSE]);
  });

  test('S117: without a reader, variables have their defaults or no value', () => {
    expect(described('StringEquals', "${aws:v, 'x'}").truthOf('x')).toBe(TRUE);
    expect(described('StringNotEquals', '${aws:v}').truthOf('x')).toBe(TRUE);
  });

  test('S104: base64 is not taken apart', () => {
    expect(described('BinaryEquals', 'YQ==').values).toEqual({ theory: 'opaque' });
  });
});
