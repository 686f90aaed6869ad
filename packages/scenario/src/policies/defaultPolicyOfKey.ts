import { isAccountId, parseArn } from '@policywright/arn';
import type { UnderlyingResource } from '@policywright/evaluator';
import { defaultKeyPolicy, type Policy } from '@policywright/policy';

/** The default policy of a KMS key; `undefined` where the resource is none or its account is not known. */
export function defaultPolicyOfKey({ resource, resourceAccount }: UnderlyingResource): Policy | undefined {
  const arn = parseArn(resource);
  const account = resourceAccount ?? arn?.account ?? '';
  if (arn?.service !== 'kms' || !isAccountId(account)) return undefined;
  return defaultKeyPolicy(account, arn.partition);
}

const NAME = defaultKeyPolicy('').name;

/** Whether a policy was given by name: nobody wrote a document that tests could cover. */
export function isDefaultPolicy({ name }: Policy): boolean {
  return name !== undefined && name === NAME;
}
