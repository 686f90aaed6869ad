import { getService, type Service } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { generate } from '../emit/generate.ts';
import { conditionSchemas } from './conditionSchemas.ts';
import { policySchema } from './policySchema.ts';

const chosen = ['ecs', 's3'].flatMap((prefix): readonly Service[] => {
  const service = getService(prefix);
  return service === undefined ? [] : [service];
});
const schema = policySchema(chosen);
const text = JSON.stringify(schema);

/** Reads a member at a path of an object that JSON made. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((node, key) => new Map(Object.entries(node ?? {})).get(String(key)), value);

describe('the schema of policy documents', () => {
  test('names the actions of the services and no others', () => {
    const names = at(schema, 'definitions', 'action', 'anyOf', 0, 'enum');
    expect(names).toEqual(
      chosen.flatMap(({ actions }) => actions.map(({ fullName }) => fullName)).toSorted(),
    );
  });

  test.each([
    ['*', true],
    ['ecs:*', true],
    ['s3:Get*', true],
    ['s3:?etObject', true],
    ['sqs:*', false],
    ['ecs:RunTsak', false],
    ['*:RunTask', false],
    ['ecs:Run*\n', false],
  ])('the pattern for wildcards: `%s` %s', (action, expected) => {
    const pattern = String(at(schema, 'definitions', 'action', 'anyOf', 1, 'pattern'));
    expect(new RegExp(pattern).test(action)).toBe(expected);
  });

  test('every reference leads to a definition', () => {
    const names = [...text.matchAll(/"#\/definitions\/(\w+)"/g)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) expect(at(schema, 'definitions', name ?? ''), name).toBeDefined();
  });

  test('each operator takes the keys of its types', () => {
    expect(at(schema, 'definitions', 'keysNumeric', 'properties')).toHaveProperty('ecs:task-cpu');
    expect(at(schema, 'definitions', 'keysNumeric', 'properties')).not.toHaveProperty('s3:prefix');
    expect(at(schema, 'definitions', 'keysString', 'properties')).toHaveProperty('ecs:cluster');
    expect(at(schema, 'definitions', 'keysArn', 'properties')).toHaveProperty('aws:SourceArn');
    expect(at(schema, 'definitions', 'keysString', 'patternProperties')).toHaveProperty(
      '^aws:ResourceTag/.+$',
    );
  });

  test.each([
    ['StringEquals', 'keysString'],
    ['ForAnyValue:StringNotLikeIfExists', 'keysString'],
    ['ArnNotEquals', 'keysArn'],
    ['NumericLessThanEquals', 'keysNumeric'],
    ['DateGreaterThan', 'keysDate'],
    ['BoolIfExists', 'keysBool'],
    ['NotIpAddress', 'keysIpAddress'],
    ['StringNotEqualsIgnoreCase', 'keysString'],
    ['NullIfExists', undefined],
    ['stringequals', undefined],
    ['NumericLike', undefined],
  ])('the operator %s takes %s', (operator, definition) => {
    const patterns = Object.entries(at(schema, 'definitions', 'condition', 'patternProperties') ?? {});
    const found = patterns
      .filter(([pattern]) => new RegExp(pattern).test(operator))
      .map(([, value]) => at(value, '$ref'));
    expect(found).toEqual(definition === undefined ? [] : [`#/definitions/${definition}`]);
  });

  test('templates of keys match the keys that are written', () => {
    const { keysString } = conditionSchemas([{ name: 'a:b.c/${Key}.d', type: 'String', multivalued: false }]);
    const [pattern = ''] = Object.keys(at(keysString, 'patternProperties') ?? {});
    expect(new RegExp(pattern).test('a:b.c/x.d')).toBe(true);
    expect(new RegExp(pattern).test('a:b-c/x.d')).toBe(false);
    expect(new RegExp(pattern).test('a:b.c/.d')).toBe(false);
  });

  test('is emitted with a header when asked for', () => {
    const { files } = generate({ services: ['ecs'], out: 'iam', jsonSchema: true });
    const emitted: unknown = JSON.parse(files.find(({ path }) => path === 'policy.schema.json')?.text ?? '');
    expect(at(emitted, '$comment2')).toBe('policywright generate --services ecs --out iam --json-schema');
    expect(at(emitted, '$schema')).toBe('http://json-schema.org/draft-07/schema#');
  });
});
