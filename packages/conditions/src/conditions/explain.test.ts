import { describe, expect, test } from 'vitest';
import { condition, outcome, readerOf, type Case } from '../_testing/holds.ts';
import { compileConditions, CONDITION_REASONS, KeyTable } from '../index.ts';
import type { TruthWord } from '../truth.ts';

const GARBAGE = null as unknown as string;

const CASES: readonly (readonly [string, Case, string, TruthWord])[] = [
  ['StringEquals', { policy: 'a', request: 'a' }, 'value-matches', 'true'],
  ['StringNotEquals', { policy: 'a', request: 'a' }, 'value-matches', 'false'],
  ['StringEquals', { policy: 'a', request: 'b' }, 'value-differs', 'false'],
  ['StringEquals', { policy: [], request: 'b' }, 'no-policy-values', 'undecided'],
  ['StringEquals', { policy: [] }, 'no-policy-values', 'undecided'],
  ['StringEquals', { policy: [], request: [] }, 'no-policy-values', 'undecided'],
  ['StringEqualsIfExists', { policy: [], request: 'b' }, 'no-policy-values', 'false'],
  ['Null', { policy: [], request: 'b' }, 'no-policy-values', 'undecided'],
  ['StringEquals', { policy: 'a' }, 'key-absent', 'false'],
  ['StringNotEquals', { policy: 'a' }, 'key-absent', 'true'],
  ['Null', { policy: 'true' }, 'key-absent', 'true'],
  ['Null', { policy: 'true', request: 'x' }, 'key-present', 'false'],
  ['Null', { policy: 'true', request: [] }, 'empty-set', 'true'],
  ['Null', { policy: 'true', request: '', options: { emptyStringIsNull: 'true' } }, 'empty-set', 'true'],
  ['Null', { policy: 'true', request: '', options: { emptyStringIsNull: 'false' } }, 'key-present', 'false'],
  ['Null', { policy: 'true', request: '' }, 'empty-string', 'undecided'],
  ['Null', { policy: 'false', request: [''] }, 'empty-string', 'undecided'],
  ['Null', { policy: ['true', 'false'], request: '' }, 'key-present', 'true'],
  ['Null', { policy: 'x' }, 'malformed-policy-value', 'undecided'],
  ['Null', { policy: 'x', request: '' }, 'malformed-policy-value', 'undecided'],
  ['Null', { policy: ['x', 'true'], request: ['y'] }, 'malformed-policy-value', 'undecided'],
  ['Null', { policy: 'true', request: 'x', unknown: ['k'] }, 'key-unknown', 'undecided'],
  ['ForAllValues:Null', { policy: 'true', request: 'x' }, 'null-with-set-qualifier', 'true'],
  ['ForAnyValue:Null', { policy: 'true' }, 'null-with-set-qualifier', 'false'],
  ['ForAnyValue:StringEqualsIfExists', { policy: 'a' }, 'any-value-if-exists', 'undecided'],
  ['ForAnyValue:StringEqualsIfExists', { policy: 'a', request: [] }, 'any-value-if-exists', 'undecided'],
  ['ForAllValues:StringEquals', { policy: 'a', request: [''] }, 'empty-set', 'true'],
  ['ForAnyValue:StringEquals', { policy: 'a', request: [] }, 'empty-set', 'false'],
  ['ForAllValues:StringEquals', { policy: 'a', request: ['a', 'b'] }, 'value-differs', 'false'],
  ['ForAllValues:StringEquals', { policy: 'a', request: ['a', 'a'] }, 'value-matches', 'true'],
  ['ForAnyValue:StringEquals', { policy: 'a', request: ['b', 'a'] }, 'value-matches', 'true'],
  ['ForAnyValue:StringNotEquals', { policy: 'a', request: ['a', 'b'] }, 'value-differs', 'true'],
  ['StringEquals', { policy: 'a', request: ['a'] }, 'multivalued-without-set-operator', 'undecided'],
  ['NumericEquals', { policy: '1', request: 'x' }, 'malformed-request-value', 'undecided'],
  ['NumericEquals', { policy: 'x', request: '1' }, 'malformed-policy-value', 'undecided'],
  ['NumericNotEquals', { policy: ['x', '2'], request: '1' }, 'malformed-policy-value', 'undecided'],
  ['NumericNotEquals', { policy: ['x', '1'], request: '1' }, 'value-matches', 'false'],
  ['ForAnyValue:NumericEquals', { policy: '1', request: ['2', 'x'] }, 'malformed-request-value', 'undecided'],
  ['DateEquals', { policy: '2020-01-01', request: 'x' }, 'malformed-request-value', 'undecided'],
  ['DateEquals', { policy: ['x', '2020'], request: '2020-01-01' }, 'ambiguous-date', 'undecided'],
  ['DateLessThan', { policy: '2020-01-01', request: '1577836700000' }, 'ambiguous-date', 'undecided'],
  ['NotIpAddress', { policy: '1.2.3.4', request: 'x' }, 'malformed-request-value', 'undecided'],
  ['Bool', { policy: 'true', request: 'x' }, 'malformed-request-value', 'undecided'],
  [
    'Bool',
    { policy: '${v}', request: 'true', context: { v: 'true' } },
    'malformed-policy-value',
    'undecided',
  ],
  ['BinaryEquals', { policy: 'QQ==', request: '!' }, 'malformed-request-value', 'undecided'],
  ['ArnLike', { policy: 'role', request: 'arn:aws:s3:::b' }, 'malformed-policy-value', 'undecided'],
  ['ArnNotLike', { policy: '*', request: 'arn:aws:s3:::b' }, 'lone-star-arn', 'undecided'],
  ['ArnNotLike', { policy: 'arn:aws:s3:::b', request: 'b' }, 'malformed-request-value', 'undecided'],
  ['StringEquals', { policy: '${v}', request: 'x' }, 'variable-unresolved', 'false'],
  ['StringNotLike', { policy: '*${v}', request: 'x' }, 'variable-unresolved', 'true'],
  [
    'StringEquals',
    { policy: '${v}', request: 'x', context: { v: GARBAGE } },
    'variable-undecided',
    'undecided',
  ],
  ['StringEquals', { policy: 'x', unknown: ['k'] }, 'key-unknown', 'undecided'],
  ['StringEquals', { policy: 'x', request: 'x', context: { K: 'y' } }, 'key-ambiguous', 'undecided'],
  ['StringEquals', { policy: 'x', request: GARBAGE }, 'key-unreadable', 'undecided'],
];

describe('explain', () => {
  test.each(CASES)('%s %j: %s', (operator, one, reason, result) => {
    expect(outcome(operator, one)).toMatchObject({ reason, result });
  });

  test('has a case for every reason', () => {
    const covered = new Set([...CASES.map(([, , reason]) => reason), 'unknown-operator']);
    expect([...covered].sort()).toEqual(Object.keys(CONDITION_REASONS).sort());
  });

  test('has a clause for every reason, and the rule where nothing can be told', () => {
    for (const [code, text] of Object.entries(CONDITION_REASONS)) {
      expect([code, text]).toEqual([code, expect.stringMatching(/^[a-z`][^.]{15,}$/)]);
      const undecided = CASES.some(([, , reason, result]) => reason === code && result === 'undecided');
      const plain = ['variable-undecided', 'key-unknown', 'key-unreadable'].includes(code);
      if (undecided && !plain)
        expect([code, text]).toEqual([code, expect.stringMatching(/\(S\d+(?:, S\d+)*\)$/)]);
    }
  });

  test('gives operator, key and values as written, what the request has, and where', () => {
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
        variables: [{ key: 'aws:userid', value: undefined }],
        result: 'true',
        reason: 'value-matches',
        pointer: '/Statement/0/Condition/stringlike/AWS:username',
      },
      {
        operator: 'ForAnyValue:StringEquals',
        key: 'aws:TagKeys',
        policyValues: ['x'],
        requestValues: ['a', 'b'],
        variables: [],
        result: 'false',
        reason: 'value-differs',
        pointer: '/Statement/0/Condition/ForAnyValue:StringEquals/aws:TagKeys',
      },
    ]);
  });

  test('S116, S117: says what each variable stands for, and of none where the document has none', () => {
    const policy = ['${v}', "${w, 'x'}", '${v}-${gone}', '${list}'];
    const context = { v: 'one', list: ['a', 'b'] };
    expect(outcome('StringEquals', { policy, request: 'y', context }).variables).toEqual([
      { key: 'v', value: 'one' },
      { key: 'w', value: 'x' },
      { key: 'gone', value: undefined },
      { key: 'list', value: undefined },
    ]);
    expect(outcome('StringEquals', { policy, request: 'y', variables: false }).variables).toEqual([]);
  });

  test('keeps the order of the statement, though cheap conditions are evaluated first', () => {
    const keys = new KeyTable();
    const written = ['DateEquals', 'StringLike', 'Null', 'StringEquals'];
    const compiled = compileConditions(
      written.map((operator) => condition(operator, 'k', ['a*'])),
      { keys, variables: true },
    );
    expect(compiled.explain(readerOf(keys, {})).map(({ operator }) => operator)).toEqual(written);
  });

  test('S23: names an operator that does not exist', () => {
    const keys = new KeyTable();
    const real = condition('StringEquals', 'k', ['x']);
    const invented = { ...real, operator: { ...real.operator, name: 'Magic' as 'Bool', text: 'Magic' } };
    const compiled = compileConditions([invented], { keys, variables: true });
    expect(compiled.explain(readerOf(keys, { k: 'x' }))).toMatchObject([
      { operator: 'Magic', reason: 'unknown-operator', result: 'undecided' },
    ]);
  });

  test('lists the slots of keys and variables once', () => {
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
