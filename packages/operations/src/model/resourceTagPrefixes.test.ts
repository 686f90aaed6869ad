import { expect, test } from 'vitest';
import { tagPrefixesFor } from './resourceTagPrefixes.ts';

test.each([
  ['s3:GetObject', 'object', ['aws:ResourceTag/', 's3:ResourceTag/', 's3:ExistingObjectTag/']],
  ['s3:ListBucket', 'bucket', ['aws:ResourceTag/', 's3:ResourceTag/']],
  ['s3-outposts:GetObject', 'object', ['aws:ResourceTag/', 's3-outposts:ResourceTag/']],
  ['ec2:StopInstances', 'instance', ['aws:ResourceTag/', 'ec2:ResourceTag/']],
  ['ec2:StopInstances', undefined, ['aws:ResourceTag/', 'ec2:ResourceTag/']],
])('tags that %s asks for on a resource of type %s are under %j', (action, type, prefixes) => {
  expect(tagPrefixesFor(action, type)).toEqual(prefixes);
});
