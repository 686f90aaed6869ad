import { expect, test } from 'vitest';
import { parsePolicy } from './parsePolicy.ts';

/** What is found in the resources of a statement: code and place. */
function faults(...Resource: readonly string[]): readonly (readonly [string, string])[] {
  const Statement = [{ Effect: 'Allow', Action: '*', Resource }];
  const { diagnostics } = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement }), {
    type: 'identity',
  });
  return diagnostics.map(({ code, path }) => [code, path]);
}

test('S46: each faulty resource is told, also beside others that are right', () => {
  const right = 'arn:aws:s3:::b';
  expect(faults(right, '*')).toEqual([]);
  expect(faults(right, 'bucket')).toEqual([['invalid-arn-prefix', '/Statement/0/Resource/1']]);
  expect(faults('bucket', right, 'other')).toEqual([
    ['invalid-arn-prefix', '/Statement/0/Resource/0'],
    ['invalid-arn-prefix', '/Statement/0/Resource/2'],
  ]);
});
