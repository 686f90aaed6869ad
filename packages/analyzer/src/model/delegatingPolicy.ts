import { parsePolicy, type Policy } from '@policywright/policy';
import { EXAMPLE_ACCOUNT } from '../universe/exampleValues.ts';

/** The user in witnesses where no caller is given. */
export const ANYONE: string = `arn:aws:iam::${EXAMPLE_ACCOUNT}:user/someone`;

let policy: Policy | undefined;

/** The policy of a resource that leaves everything to the policies of the account, as that of every KMS key does at first. */
export function delegatingPolicy(): Policy {
  if (policy !== undefined) return policy;
  const result = parsePolicy(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: EXAMPLE_ACCOUNT }, Action: '*', Resource: '*' },
    }),
  );
  // INVARIANT: the text is a policy.
  if (!result.ok) throw new TypeError('the policy of a resource that delegates cannot be read');
  return (policy = result.policy);
}
