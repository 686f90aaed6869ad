import { parseJson } from '@policywright/policy';
import { expect, test } from 'vitest';
import { placeIn } from './placeIn.ts';

test.each([
  ['', 'a.json:1:1'],
  ['/Code/S3Key', 'a.json:2:20'],
  ['/Code/S3Bucket', 'a.json:2:9'],
  ['/Other/S3Bucket', 'a.json:1:1'], // the member of that name at the root is another
])('what stands at %j is found at %s, what is missing by what it is missing from', (pointer, place) => {
  const text = '{\n"Code": { "S3Key": "k" },\n"S3Bucket": "b" }';
  const { node: root } = parseJson(text);
  if (root === undefined) throw new Error('it is JSON');
  expect(placeIn({ name: 'a.json', text, root }, pointer)).toBe(place);
});
