import { isAccountId } from '@policywright/arn';
import type { Policy } from '../model/policy.ts';
import { policyFromValue } from '../read/policyFromValue.ts';

/**
 * The policy that a KMS key has by default when it is made by CreateKey: it lets the account's IAM policies
 * decide (rule S171).
 *
 * Source: "Default key policy", AWS KMS Developer Guide, read 2026-11-29.
 *
 * @param account - the account that owns the key, 12 digits; with anything else the policy lets nobody in.
 * @param partition - `aws` unless given.
 */
export function defaultKeyPolicy(account: string, partition = 'aws'): Policy {
  const root =
    isAccountId(account) && /^[a-z-]+$/.test(partition) ? `arn:${partition}:iam::${account}:root` : 'nobody';
  const result = policyFromValue(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: root },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    { type: 'resource' },
  );
  // INVARIANT: the document is a policy whatever the account.
  return { ...(result as { policy: Policy }).policy, name: 'default key policy' };
}
