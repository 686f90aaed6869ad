import * as fc from 'fast-check';
import { ACCOUNTS, RESOURCES } from './_internals/alphabet.ts';

/**
 * ARNs of six parts, some of them with an empty region or account, with colons and slashes in the
 * resource part.
 *
 * @returns an arbitrary that shrinks to `arn:aws:s3:::b`.
 */
export function arn(): fc.Arbitrary<string> {
  const made = fc
    .record({
      partition: fc.constantFrom('aws', 'aws-cn'),
      service: fc.constantFrom('s3', 'sqs', 'ecs', 'iam'),
      region: fc.constantFrom('', 'us-east-1', 'us-west-1'),
      account: fc.constantFrom('', ...ACCOUNTS),
      resource: fc.string({ unit: fc.constantFrom('b', 'k', '/', ':', 'B'), minLength: 1, maxLength: 8 }),
    })
    .map(
      ({ partition, service, region, account, resource }) =>
        `arn:${partition}:${service}:${region}:${account}:${resource}`,
    );
  const known = RESOURCES.filter((resource) => resource !== '*');
  return fc.oneof({ arbitrary: made, weight: 1 }, { arbitrary: fc.constantFrom(...known), weight: 3 });
}
