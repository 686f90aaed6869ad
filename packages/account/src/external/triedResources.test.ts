import { expect, test } from 'vitest';
import { triedResources } from './externalRequests.ts';

const BUCKET = 'arn:aws:s3:::reports';

test('what statements name of a resource is tried, with words for wildcards; what has a variable is not', () => {
  const named = [`${BUCKET}/2026/*`, `${BUCKET}/\${aws:username}/*`, 'arn:aws:s3:::other/*'];
  const [first, ...others] = triedResources('s3:GetObject', BUCKET, named);
  expect(first).toMatch(/^arn:aws:s3:::reports\/2026\/[^*?]+$/);
  expect(others).toEqual([expect.stringMatching(/^arn:aws:s3:::reports\/[^*?]+$/)]);
});

test('the resource itself is tried for actions on it', () => {
  expect(triedResources('s3:ListBucket', BUCKET, [])).toEqual([BUCKET]);
});
