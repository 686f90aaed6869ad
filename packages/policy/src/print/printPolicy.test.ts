import { describe, expect, test } from 'vitest';
import type { Policy } from '../model/policy.ts';
import { parsePolicy } from '../read/parsePolicy.ts';
import { PolicyError } from './policyError.ts';
import { printPolicy } from './printPolicy.ts';

function read(document: unknown): Policy {
  const result = parsePolicy(JSON.stringify(document));
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  return result.policy;
}

const STATEMENT = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

test('prints elements in the order of the documentation', () => {
  const policy = read({
    Statement: { Resource: ['*'], Action: 'a:b', Effect: 'Deny', Sid: 'x' },
    Version: '2012-10-17',
  });
  expect(printPolicy(policy)).toBe(`{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "x",
    "Effect": "Deny",
    "Action": "a:b",
    "Resource": "*"
  }
}`);
  expect(printPolicy(policy, { indent: 0 })).toBe(
    '{"Version":"2012-10-17","Statement":{"Sid":"x","Effect":"Deny","Action":"a:b","Resource":"*"}}',
  );
});

test('S18, S129: conditions become strings, everybody becomes `*`', () => {
  const Condition = { NumericEquals: { k: [1, '2'] }, Bool: { b: true } };
  const policy = read({ Statement: [{ ...STATEMENT, Principal: { AWS: '*' }, Condition }] });
  expect(JSON.parse(printPolicy(policy))).toEqual({
    Statement: [
      { ...STATEMENT, Principal: '*', Condition: { NumericEquals: { k: ['1', '2'] }, Bool: { b: 'true' } } },
    ],
  });
});

test('keeps the order of keys that look like numbers, and of __proto__', () => {
  const text =
    '{"Statement":{"Effect":"Allow","Action":"a:b","Resource":"*","Condition":{"Bool":{"b":"x","1":"x","__proto__":"x"}}}}';
  const result = parsePolicy(text);
  expect(result.ok && printPolicy(result.policy, { indent: 0 })).toBe(text);
});

test('prints the statements, not the text that they came from', () => {
  const policy = read({ Statement: [STATEMENT, { ...STATEMENT, Effect: 'Deny' }] });
  expect(JSON.parse(printPolicy({ ...policy, statements: policy.statements.slice(1) }))).toEqual({
    Statement: [{ ...STATEMENT, Effect: 'Deny' }],
  });
});

describe('canonical', () => {
  test('everybody, named twice, is everybody', () => {
    const policy = read({
      Statement: { Effect: 'Allow', Principal: { AWS: ['*', '*'] }, Action: 's3:GetObject', Resource: '*' },
    });
    expect(printPolicy(policy, { form: 'canonical', indent: 0 })).toContain('"Principal":"*"');
    expect(printPolicy(policy, { indent: 0 })).toContain('"Principal":{"AWS":["*","*"]}');
  });

  test('sorts values and keys, drops repetitions, spells operators as documented', () => {
    const policy = read({
      Version: '2012-10-17',
      Statement: {
        Effect: 'Deny',
        NotAction: ['b:c', 'a:b', 'b:c'],
        NotResource: ['*', '*'],
        NotPrincipal: { Service: ['b.amazonaws.com', 'a.amazonaws.com'], AWS: '111122223333' },
        Condition: { stringequals: { b: 'x', a: ['z', 'y'] }, 'foranyvalue:arnequalsifexists': { k: 'v' } },
      },
    });
    expect(printPolicy(policy, { form: 'canonical', indent: 0 })).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Deny",' +
        '"NotPrincipal":{"AWS":"111122223333","Service":["a.amazonaws.com","b.amazonaws.com"]},' +
        '"NotAction":["a:b","b:c"],"NotResource":"*",' +
        '"Condition":{"ForAnyValue:ArnEqualsIfExists":{"k":"v"},"StringEquals":{"a":["y","z"],"b":"x"}}}]}',
    );
  });

  test('S70: two spellings of one operator on one key both stay', () => {
    const canonical = { k: 'true', l: 'x' };
    for (const Condition of [
      { Bool: canonical, bool: { k: 'false' } },
      { bool: { k: 'false' }, Bool: canonical },
    ]) {
      const policy = read({ Statement: { ...STATEMENT, Condition } });
      const printed = JSON.parse(printPolicy(policy, { form: 'canonical' })) as {
        Statement: readonly object[];
      };
      expect(printed.Statement[0]).toMatchObject({ Condition: { Bool: canonical, bool: { k: 'false' } } });
    }
  });
});

test('refuses to lose one of two equal conditions that a program put together', () => {
  const policy = read({ Statement: { ...STATEMENT, Condition: { StringEquals: { k: 'x' } } } });
  const statements = policy.statements.map((each) => ({
    ...each,
    conditions: [...each.conditions, ...each.conditions],
  }));
  expect(() => printPolicy({ ...policy, statements })).toThrow(PolicyError);
});
