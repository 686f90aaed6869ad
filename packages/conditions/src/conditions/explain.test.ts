import { describe, expect, it } from 'vitest';
import { condition, outcome, readerOf } from '../../test/holds.ts';
import type { Case } from '../../test/holds.ts';
import { compileConditions, CONDITION_REASONS, KeyTable } from '../index.ts';
import { FALSE, TRUE, UNDECIDED } from '../truth.ts';

const GARBAGE = null as unknown as string;

const CASES: readonly (readonly [string, Case, string, number])[] = [
  ['StringEquals', { policy: 'a', request: 'a' }, 'value-matches', TRUE],
  ['StringNotEquals', { policy: 'a', request: 'a' }, 'value-matches', FALSE],
  ['StringEquals', { policy: 'a', request: 'b' }, 'value-differs', FALSE],
  ['StringEquals', { policy: [], request: 'b' }, 'no-policy-values', UNDECIDED],
  ['StringEquals', { policy: [] }, 'no-policy-values', UNDECIDED],
  ['StringEquals', { policy: [], request: [] }, 'no-policy-values', UNDECIDED],
  ['StringEqualsIfExists', { policy: [], request: 'b' }, 'no-policy-values', FALSE],
  ['Null', { policy: [], request: 'b' }, 'no-policy-values', UNDECIDED],
  ['StringEquals', { policy: 'a' }, 'key-absent', FALSE],
  ['StringNotEquals', { policy: 'a' }, 'key-absent', TRUE],
  ['Null', { policy: 'true' }, 'key-absent', TRUE],
  ['Null', { policy: 'true', request: 'x' }, 'key-present', FALSE],
  ['Null', { policy: 'true', request: [] }, 'empty-set', TRUE],
  ['Null', { policy: 'true', request: '', options: { emptyStringIsNull: 'true' } }, 'empty-set', TRUE],
  ['Null', { policy: 'true', request: '', options: { emptyStringIsNull: 'false' } }, 'key-present', FALSE],
  ['Null', { policy: 'true', request: '' }, 'empty-string', UNDECIDED],
  ['Null', { policy: 'false', request: [''] }, 'empty-string', UNDECIDED],
  ['Null', { policy: ['true', 'false'], request: '' }, 'key-present', TRUE],
  ['Null', { policy: 'x' }, 'malformed-policy-value', UNDECIDED],
  ['Null', { policy: 'x', request: '' }, 'malformed-policy-value', UNDECIDED],
  ['Null', { policy: ['x', 'true'], request: ['y'] }, 'malformed-policy-value', UNDECIDED],
  ['Null', { policy: 'true', request: 'x', unknown: ['k'] }, 'key-unknown', UNDECIDED],
  ['ForAllValues:Null', { policy: 'true', request: 'x' }, 'null-with-set-qualifier', TRUE],
  ['ForAnyValue:Null', { policy: 'true' }, 'null-with-set-qualifier', FALSE],
  ['ForAnyValue:StringEqualsIfExists', { policy: 'a' }, 'any-value-if-exists', UNDECIDED],
  ['ForAnyValue:StringEqualsIfExists', { policy: 'a', request: [] }, 'any-value-if-exists', UNDECIDED],
  ['ForAllValues:StringEquals', { policy: 'a', request: [''] }, 'empty-set', TRUE],
  ['ForAnyValue:StringEquals', { policy: 'a', request: [] }, 'empty-set', FALSE],
  ['ForAllValues:StringEquals', { policy: 'a', request: ['a', 'b'] }, 'value-differs', FALSE],
  ['ForAllValues:StringEquals', { policy: 'a', request: ['a', 'a'] }, 'value-matches', TRUE],
  ['ForAnyValue:StringEquals', { policy: 'a', request: ['b', 'a'] }, 'value-matches', TRUE],
  ['ForAnyValue:StringNotEquals', { policy: 'a', request: ['a', 'b'] }, 'value-differs', TRUE],
  ['StringEquals', { policy: 'a', request: ['a'] }, 'multivalued-without-set-operator', UNDECIDED],
  ['NumericEquals', { policy: '1', request: 'x' }, 'malformed-request-value', UNDECIDED],
  ['NumericEquals', { policy: 'x', request: '1' }, 'malformed-policy-value', UNDECIDED],
  ['NumericNotEquals', { policy: ['x', '2'], request: '1' }, 'malformed-policy-value', UNDECIDED],
  ['NumericNotEquals', { policy: ['x', '1'], request: '1' }, 'value-matches', FALSE],
  ['ForAnyValue:NumericEquals', { policy: '1', request: ['2', 'x'] }, 'malformed-request-value', UNDECIDED],
  ['DateEquals', { policy: '2020-01-01', request: 'x' }, 'malformed-request-value', UNDECIDED],
  ['DateEquals', { policy: ['x', '2020'], request: '2020-01-01' }, 'ambiguous-date', UNDECIDED],
  ['DateLessThan', { policy: '2020-01-01', request: '1577836700000' }, 'ambiguous-date', UNDECIDED],
  ['NotIpAddress', { policy: '1.2.3.4', request: 'x' }, 'malformed-request-value', UNDECIDED],
  ['Bool', { policy: 'true', request: 'x' }, 'malformed-request-value', UNDECIDED],
  ['Bool', { policy: '${v}', request: 'true', context: { v: 'true' } }, 'malformed-policy-value', UNDECIDED],
  ['BinaryEquals', { policy: 'QQ==', request: '!' }, 'malformed-request-value', UNDECIDED],
  ['ArnLike', { policy: 'role', request: 'arn:aws:s3:::b' }, 'malformed-policy-value', UNDECIDED],
  ['ArnNotLike', { policy: '*', request: 'arn:aws:s3:::b' }, 'lone-star-arn', UNDECIDED],
  ['ArnNotLike', { policy: 'arn:aws:s3:::b', request: 'b' }, 'malformed-request-value', UNDECIDED],
  ['StringEquals', { policy: '${v}', request: 'x' }, 'variable-unresolved', FALSE],
  ['StringNotLike', { policy: '*${v}', request: 'x' }, 'variable-unresolved', TRUE],
  [
    'StringEquals',
    { policy: '${v}', request: 'x', context: { v: GARBAGE } },
    'variable-undecided',
    UNDECIDED,
  ],
  ['StringEquals', { policy: 'x', unknown: ['k'] }, 'key-unknown', UNDECIDED],
  ['StringEquals', { policy: 'x', request: 'x', context: { K: 'y' } }, 'key-ambiguous', UNDECIDED],
  ['StringEquals', { policy: 'x', request: GARBAGE }, 'key-unreadable', UNDECIDED],
];

describe('explain', () => {
  it.each(CASES)('%s %j: %s', (operator, one, reason, result) => {
    expect(outcome(operator, one)).toMatchObject({ reason, result });
  });

  it('has a case for every reason', () => {
    const covered = new Set([...CASES.map(([, , reason]) => reason), 'unknown-operator']);
    expect([...covered].sort()).toEqual(Object.keys(CONDITION_REASONS).sort());
  });

  it('gives operator, key and values as written, what the request has, and where', () => {
    const keys = new KeyTable();
    const compiled = compileConditions(
      [
        condition('stringlike', 'AWS:username', ['${aws:userid}', 'b*']),
        condition('ForAnyValue:StringEquals', 'aws:TagKeys', ['x']),
      ],
      { keys, variables: true },
    );
    expect(compiled.explain(readerOf(keys, { 'aws:username': 'bob', 'aws:TagKeys': ['a', 'b'] }))).toEqual([
      {
        operator: 'stringlike',
        key: 'AWS:username',
        policyValues: ['${aws:userid}', 'b*'],
        requestValues: ['bob'],
        result: TRUE,
        reason: 'value-matches',
        pointer: '/Statement/0/Condition/stringlike/AWS:username',
      },
      {
        operator: 'ForAnyValue:StringEquals',
        key: 'aws:TagKeys',
        policyValues: ['x'],
        requestValues: ['a', 'b'],
        result: FALSE,
        reason: 'value-differs',
        pointer: '/Statement/0/Condition/ForAnyValue:StringEquals/aws:TagKeys',
      },
    ]);
  });

  it('keeps the order of the statement, though cheap conditions are evaluated first', () => {
    const keys = new KeyTable();
    const written = ['DateEquals', 'StringLike', 'Null', 'StringEquals'];
    const compiled = compileConditions(
      written.map((operator) => condition(operator, 'k', ['a*'])),
      { keys, variables: true },
    );
    expect(compiled.explain(readerOf(keys, {})).map(({ operator }) => operator)).toEqual(written);
  });

  it('S23: names an operator that does not exist', () => {
    const keys = new KeyTable();
    const real = condition('StringEquals', 'k', ['x']);
    const invented = { ...real, operator: { ...real.operator, name: 'Magic' as 'Bool', text: 'Magic' } };
    const compiled = compileConditions([invented], { keys, variables: true });
    expect(compiled.explain(readerOf(keys, { k: 'x' }))).toMatchObject([
      { operator: 'Magic', reason: 'unknown-operator', result: UNDECIDED },
    ]);
  });

  it('lists the slots of keys and variables once', () => {
    const keys = new KeyTable();
    keys.slot('other');
    const compiled = compileConditions(
      [
        condition('StringEquals', 'a', ['${b}', '${A}*']),
        condition('StringLike', 'B', ['*${c}', "${d, 'x'}"]),
      ],
      { keys, variables: true },
    );
    expect(compiled.slots.map((slot) => keys.name(slot)).sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
