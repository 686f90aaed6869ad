import { resourcePolicies } from '../given/resourcePolicies.ts';
import type { Request } from '@policywright/evaluator';
import type { Condition, Policy, Statement } from '@policywright/policy';
import type { Question } from './question.ts';

/** S195 to S197: what AWS refuses though every policy allows it. */
export function isRefused(question: Question, ownAccount: boolean): boolean {
  return (
    isPublicAccessBlocked(question, ownAccount) ||
    changesReservedEntity(question) ||
    assumesRoleAsRoot(question)
  );
}

/** S195: a public bucket serves its owner's account and AWS services only. */
function isPublicAccessBlocked({ policies, request, caller }: Question, ownAccount: boolean): boolean {
  if (policies.flags?.restrictPublicBuckets !== true || serviceOf(request) !== 's3') return false;
  if (!resourcePolicies(policies).some(isPublic)) return false;
  const isServed = caller.kind === 'service' || (ownAccount && caller.account !== undefined);
  return !isServed;
}

/** S195: public is a policy in which a statement allows everyone without holding it to fixed values. */
function isPublic(policy: Policy): boolean {
  return policy.statements.some(
    (statement) =>
      statement.effect === 'Allow' && isForEveryone(statement) && !statement.conditions.some(isFixed),
  );
}

function isForEveryone({ principal }: Statement): boolean {
  if (principal === undefined) return false;
  return principal.negated || principal.entries.some(({ kind, value }) => kind === 'AWS' && value === '*');
}

/** The keys that tell who or where a caller is. */
const TELLING_KEYS = [
  'aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgPaths aws:userid',
  'aws:SourceAccount aws:SourceArn aws:SourceIp aws:SourceOrgID aws:SourceOwner aws:SourceVpc aws:SourceVpce',
  's3:DataAccessPointAccount s3:DataAccessPointArn s3:x-amz-server-side-encryption-aws-kms-key-id',
]
  .join(' ')
  .toLowerCase()
  .split(' ');

/** Whether a condition lets through nothing but fixed values of a telling key. */
function isFixed({ operator, key, values }: Condition): boolean {
  const compares = [
    'StringEquals',
    'StringEqualsIgnoreCase',
    'StringLike',
    'ArnEquals',
    'ArnLike',
    'IpAddress',
  ];
  return (
    compares.includes(operator.name) &&
    !operator.ifExists &&
    operator.qualifier !== 'ForAllValues' &&
    TELLING_KEYS.includes(key.toLowerCase()) &&
    values.length > 0 &&
    values.every(
      (value) =>
        !value.includes('*') && !value.includes('?') && !value.includes('${') && !value.endsWith('/0'),
    )
  );
}

/** S196: customers do not change what AWS manages in their accounts. */
function changesReservedEntity({ policies, request, caller }: Question): boolean {
  if (caller.kind === 'service' || policies.flags?.serviceLinkedRole === true) return false;
  if (serviceOf(request) !== 'iam') return false;
  return isReserved(request.resource) && isChange(request.action.slice('iam:'.length).toLowerCase());
}

function isReserved(resource: string): boolean {
  return (
    resource.includes(':iam::aws:policy/') ||
    resource.includes(':role/aws-service-role/') ||
    resource.includes(':role/aws-reserved/')
  );
}

/** Changes of a managed policy, and of a role beyond its description, tags and use. */
function isChange(name: string): boolean {
  return (
    /^(?:createpolicyversion|deletepolicy|deletepolicyversion|setdefaultpolicyversion|tagpolicy|untagpolicy)$/.test(
      name,
    ) ||
    /^(?:attach|detach|put|delete)rolepolicy$/.test(name) ||
    /^(?:put|delete)rolepermissionsboundary$/.test(name) ||
    name === 'deleterole' ||
    name === 'updateassumerolepolicy'
  );
}

/** S197: the root user of an account cannot assume a role. */
function assumesRoleAsRoot({ request, caller }: Question): boolean {
  return caller.kind === 'root' && request.action.toLowerCase() === 'sts:assumerole';
}

function serviceOf({ action }: Request): string {
  return action.slice(0, action.indexOf(':')).toLowerCase();
}
