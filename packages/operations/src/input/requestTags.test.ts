import { describe, expect, test } from 'vitest';
import { requestTags } from './requestTags.ts';
import { valuesAt } from './valuesAt.ts';

describe('requestTags', () => {
  test.each([
    ['a list', { tags: [{ key: 'a', value: 'b' }] }, 'tags'],
    ['a list with capitals', { Tags: [{ Key: 'a', Value: 'b' }] }, 'Tags'],
    ['a list of AWS KMS', { Tags: [{ TagKey: 'a', TagValue: 'b' }] }, 'Tags'],
    ['a map', { Tags: { a: 'b' } }, 'Tags'],
    ['a query of Amazon S3', { Tagging: 'a=b' }, 'Tagging'],
    [
      'specifications of Amazon EC2',
      { TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'a', Value: 'b' }] }] },
      'TagSpecifications',
    ],
  ])('reads %s', (_, input, member) => {
    expect(requestTags(input, member)).toEqual({ a: 'b' });
  });

  test('reads the tags of one resource type', () => {
    const input = {
      TagSpecifications: [
        { ResourceType: 'volume', Tags: [{ Key: 'a', Value: 'b' }] },
        { ResourceType: 'instance', Tags: [] },
      ],
    };
    expect(requestTags(input, 'TagSpecifications', 'instance')).toEqual({});
  });

  test('reads nothing where something is no tag', () => {
    expect(requestTags({ tags: [7] }, 'tags')).toBeUndefined();
    expect(requestTags({ tags: [{ key: 'a', value: {} }] }, 'tags')).toBeUndefined();
  });
});

describe('valuesAt', () => {
  test('goes through lists, and through maps whose values have the member', () => {
    const input = {
      nodes: { first: { source: { roleArn: 'r1' } }, second: { source: { roleArn: 'r2' } } },
      list: [{ a: [1, 2] }, { a: 3 }],
    };
    expect(valuesAt(input, 'nodes.source.roleArn')).toEqual(['r1', 'r2']);
    expect(valuesAt(input, 'list.a')).toEqual([1, 2, 3]);
    expect(valuesAt(input, 'nodes.%')).toEqual(['first', 'second']);
  });

  test('does not take members of the prototype, nor `null`, for values', () => {
    expect(valuesAt({ a: null }, 'a')).toEqual([]);
    expect(valuesAt({}, 'constructor')).toEqual([]);
    expect(valuesAt({ a: 'text' }, 'a.length')).toEqual([]);
  });
});
