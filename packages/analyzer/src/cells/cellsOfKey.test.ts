import { compileConditions, KeyTable } from '@policywright/conditions';
import { describeConditions, type ConditionDescription } from '@policywright/conditions/engine';
import { parseConditionOperator } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { ANY_KEY, type KeyFacts } from '../universe/universe.ts';
import { cellsOfKey } from './cellsOfKey.ts';

const SINGLE: KeyFacts = { presence: 'sometimes', values: 'single' };

/** Each line an operator and its values, on one key. */
function described(...lines: readonly string[]): readonly ConditionDescription[] {
  const keys = new KeyTable();
  return lines.flatMap((line) => {
    const [name = '', ...values] = line.split(' ');
    const operator = parseConditionOperator(name);
    if (operator === undefined) throw new Error(`no operator ${name}`);
    const conditions = [{ operator, key: 'k', values, pointer: '' }];
    return describeConditions(compileConditions(conditions, { keys, variables: true }));
  });
}

/** Each cell as its truths and its witness. */
function cells(facts: KeyFacts, ...lines: readonly string[]): readonly string[] {
  const result = cellsOfKey({ conditions: described(...lines), facts, limits: {} });
  if (result.outcome === 'limit') return ['limit'];
  return result.cells.map(({ truths, witness }) => {
    return `${truths.join('')} ${witness === undefined ? '-' : JSON.stringify(witness.values ?? 'absent')}`;
  });
}

describe('cellsOfKey', () => {
  test('texts: absence, and one text for each class of prefixes', () => {
    expect(cells(SINGLE, 'StringLike a*', 'StringNotEquals ab')).toEqual([
      '01 "absent"',
      '11 "a"',
      '10 "ab"',
    ]);
  });

  test('a key that is always there is not absent, and one that never is is nothing else', () => {
    expect(cells({ presence: 'always', values: 'single' }, 'StringEquals a')).toEqual(['1 "a"', '0 "x"']);
    expect(cells({ presence: 'never', values: 'either' }, 'StringEquals a')).toEqual(['0 "absent"']);
  });

  test('S94: a number between two limits, whole where one fits', () => {
    const between = (low: string, high: string): string | undefined =>
      cells(SINGLE, `NumericGreaterThan ${low}`, `NumericLessThan ${high}`).find((cell) =>
        cell.startsWith('11'),
      );
    expect(between('1', '10')).toBe('11 "2"');
    expect(between('1', '2')).toMatch(/^11 "1\.0+1"$/);
    expect(between('-0.5', '1')).toBe('11 "0"');
    expect(between('12345678901234567890', '12345678901234567891')).toMatch(/^11 "/);
    expect(between('2', '1')).toBeUndefined();
  });

  test('S97: an instant between two within one second', () => {
    expect(
      cells(SINGLE, 'DateGreaterThan 2020-01-01T00:00:00.25Z', 'DateLessThan 2020-01-01T00:00:00.5Z'),
    ).toContain('11 "2020-01-01T00:00:00.2505Z"');
  });

  test('S106: where one range lies within another, there is an address beside it', () => {
    expect(cells(SINGLE, 'IpAddress 10.0.0.0/8', 'NotIpAddress 10.0.0.0/9')).toContain('11 "10.128.0.0"');
    expect(
      cells(SINGLE, 'IpAddress 10.0.0.0/9', 'NotIpAddress 10.0.0.0/8').map((cell) => cell.slice(0, 2)),
    ).not.toContain('11');
  });

  test('S83, S84: lists of which some values match, and lists of empty texts', () => {
    const several: KeyFacts = { presence: 'sometimes', values: 'several' };
    expect(cells(several, 'ForAllValues:StringEquals a b', 'ForAnyValue:StringEquals a')).toEqual([
      '10 "absent"',
      '11 ["a"]',
      '00 ["x"]',
      '01 ["a","x"]',
    ]);
  });

  test('S87: with several values and no set qualifier nothing can be told', () => {
    expect(cells(ANY_KEY, 'StringEquals a')).toEqual(['0 "absent"', '1 "a"', '2 [""]']);
  });

  test('S76, S79: a condition and its key are told apart from absence', () => {
    expect(cells(SINGLE, 'StringEqualsIfExists a', 'Null true')).toEqual([
      '11 "absent"',
      '10 "a"',
      '00 "x"',
      '02 ""',
    ]);
  });

  test('S113: what a policy variable decides is a cell without witness', () => {
    expect(cells(SINGLE, 'StringLike home/${v}/*', 'StringLike home/*')).toEqual([
      '00 "absent"',
      '01 "home/"',
      '11 -',
    ]);
  });

  test('S113: what lies below a variable lies within it, whatever it stands for', () => {
    const found = cells(SINGLE, 'StringLike home/${v}/docs/*', 'StringLike home/${v}/*', 'StringLike home/*');
    expect(found.map((cell) => cell.slice(0, 3)).toSorted()).toEqual(['000', '001', '011', '111']);
    const other = cells(SINGLE, 'StringLike home/${v}/docs/*', 'StringLike home/${w}/*');
    expect(other.map((cell) => cell.slice(0, 2))).toContain('10');
  });

  test('S111, S114: in the resource part of an ARN a variable lies within what is wider, elsewhere it may be anything', () => {
    const task = 'ArnLike arn:aws:ecs:*:*:task/${v}';
    const within = ['StringLike *task/${v}', 'ArnLike arn:aws:ecs:*:*:task/*', 'ArnEquals arn:*:*:*:*:*${v}'];
    const truthsOf = (...conditions: readonly string[]): readonly string[] =>
      cells(SINGLE, ...conditions).map((cell) => cell.slice(0, 2));
    for (const wide of within) {
      expect([wide, truthsOf(task, wide)]).toEqual([wide, expect.arrayContaining(['11'])]);
      expect([wide, truthsOf(task, wide)]).not.toEqual([wide, expect.arrayContaining(['10'])]);
    }
    expect(truthsOf(task, 'ArnLike arn:aws:ecs:*:*:task/${w}')).toContain('10');
    expect(truthsOf('ArnLike arn:aws:ecs:*:${v}:task/a', 'ArnLike arn:aws:ecs:*:*:task/*')).toContain('10');
  });

  test('S91: without regard to case a text need not have the value as it is', () => {
    const found = cells(SINGLE, 'StringEqualsIgnoreCase ${v}', 'StringEquals ${v}');
    expect(found.map((cell) => cell.slice(0, 2))).toContain('10');
  });

  test('conditions with the same variable are true together', () => {
    expect(cells(SINGLE, 'StringLike ${v}*', 'StringNotLike ${v}*').map((cell) => cell.slice(0, 2))).toEqual([
      '01',
      '10',
    ]);
  });

  test('two theories on one key: values that are both, and what may be', () => {
    const found = cells(SINGLE, 'NumericLessThan 5', 'StringLike 4*');
    expect(found).toEqual(expect.arrayContaining(['11 "4"', '20 "other"', '01 -']));
  });

  test('S104: base64 is not taken apart, so that either may be', () => {
    expect(cells(SINGLE, 'BinaryEquals YQ==')).toEqual(['0 "absent"', '1 -', '2 -']);
  });

  test('says where there are too many', () => {
    const letters = Array.from('abcdefghij', (letter) => `ForAnyValue:StringLike *${letter}*`);
    expect(
      cellsOfKey({ conditions: described(...letters), facts: ANY_KEY, limits: { cells: 50 } }),
    ).toMatchObject({
      outcome: 'limit',
    });
  });
});
