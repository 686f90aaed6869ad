import { generate } from '@policywright/codegen';
import { OPERATOR_NAMES } from '@policywright/policy';
import { expect, test } from 'vitest';
import { OPERATORS } from './typedConditions.ts';

/** No key of the catalog is binary, so that no typed condition could have the operator. */
const COMPARING = OPERATOR_NAMES.filter((name) => name !== 'Null' && name !== 'BinaryEquals');

interface ConditionSchema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly patternProperties: Readonly<Record<string, unknown>>;
}

test('the schema for editors has every operator that the policy package reads, and no other', () => {
  const { files } = generate({ services: ['ec2', 'ecs', 'iam', 's3', 'sts'], out: 'iam', jsonSchema: true });
  const text = files.find(({ path }) => path === 'policy.schema.json')?.text ?? '';
  const { definitions } = JSON.parse(text) as { definitions: { condition: ConditionSchema } };
  const { properties, patternProperties } = definitions.condition;
  const patterns = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
  const has = (operator: string): boolean =>
    operator in properties || patterns.some((pattern) => pattern.test(operator));
  expect(OPERATOR_NAMES.filter((name) => !has(name))).toEqual(['BinaryEquals']);
  for (const name of COMPARING) {
    expect(
      [`ForAnyValue:${name}`, `ForAllValues:${name}`, `${name}IfExists`].filter((form) => !has(form)),
    ).toEqual([]);
  }
  expect(['NullIfExists', 'ForAnyValue:Null', 'StringEqual', 'NotBool', 'NumericLike'].filter(has)).toEqual(
    [],
  );
});

test('the typed statements have a function for each of them', () => {
  const functions = new Set(Object.values(OPERATORS).flat());
  expect([...functions].sort()).toEqual(
    COMPARING.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).sort(),
  );
});
