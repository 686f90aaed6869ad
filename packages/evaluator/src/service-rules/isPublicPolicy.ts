import type { Condition, Policy, PrincipalElement, Statement } from '@policywright/policy';

/** Context keys that make a statement for everyone non-public when they are held to fixed values. */
const FIXING_KEYS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);
const FIXING_OPERATORS: ReadonlySet<string> = new Set([
  'ArnEquals',
  'ArnLike',
  'IpAddress',
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
]);

/**
 * Whether a bucket policy is public: it allows everyone something, and no condition holds the statement to
 * fixed values of a key that tells who or where the caller is.
 *
 * Source: "Blocking public access to your Amazon S3 storage", the meaning of "public"; rule S195. Where the
 * page leaves a doubt, the policy counts as public.
 *
 * @param policy - the bucket policy.
 */
export function isPublicPolicy(policy: Policy): boolean {
  return policy.statements.some(isPublicStatement);
}

function isPublicStatement({ effect, principal, conditions }: Statement): boolean {
  return (
    effect === 'Allow' && principal !== undefined && coversEveryone(principal) && !conditions.some(isFixing)
  );
}

function coversEveryone({ negated, entries }: PrincipalElement): boolean {
  return negated || entries.some(({ kind, value }) => kind === 'AWS' && value === '*');
}

function isFixing({ operator, key, values }: Condition): boolean {
  if (operator.ifExists || operator.qualifier === 'ForAllValues' || values.length === 0) return false;
  if (!FIXING_OPERATORS.has(operator.name) || !FIXING_KEYS.has(key.toLowerCase())) return false;
  return values.every((value) => !/[*?]|\$\{/.test(value) && !value.endsWith('/0'));
}
