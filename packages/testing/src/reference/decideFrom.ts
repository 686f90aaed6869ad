import type { Decision, Request } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { Caller } from './caller.ts';
import { rcpsApply, scpsApply, type LayerKind } from './layers.ts';
import type { Grade } from './principalElement.ts';
import type { MatchedStatement, Question } from './question.ts';
import { isRefused } from './serviceRefusals.ts';

/** S173 and S174: two actions that no policy governs. */
export function exemption(request: Request, caller: Caller): Decision | undefined {
  const action = request.action.toLowerCase();
  const authenticated = caller.account !== undefined;
  if (action === 'sts:getcalleridentity' && authenticated) return 'Allow';
  if (action === 'sts:getsessiontoken' && (caller.kind === 'user' || caller.kind === 'root')) return 'Allow';
  return undefined;
}

/** The reference algorithm of section 7. */
export function decideFrom(matched: readonly MatchedStatement[], question: Question): Decision {
  if (matched.some(({ statement }) => statement.effect === 'Deny')) return 'ExplicitDeny'; // S147
  const allows = matched.filter(({ statement }) => statement.effect === 'Allow');
  const passes =
    isAction(question.request.action) &&
    rcpsAllow(allows, question) &&
    scpsAllow(allows, question) &&
    endpointAllows(allows, question) &&
    staysInPartition(question);
  if (!passes || !isGranted(allows, question)) return 'ImplicitDeny'; // S146
  return isRefused(question, isSameAccount(question.request, question.caller)) ? 'ImplicitDeny' : 'Allow';
}

/** S61: what is no action is not allowed, whatever allows every action. */
function isAction(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && colon < text.length - 1;
}

/** S168: a level without any Allow counts as if it held RCPFullAWSAccess. */
function rcpsAllow(allows: readonly MatchedStatement[], question: Question): boolean {
  if (!rcpsApply(question)) return true;
  return (question.policies.rcps ?? []).every(
    (documents, level) => !documents.some(hasAllow) || allowsAt(allows, { layer: 'rcps', level }),
  );
}

function hasAllow(policy: Policy): boolean {
  return policy.statements.some((statement) => statement.effect === 'Allow');
}

/** S165: every level must allow. */
function scpsAllow(allows: readonly MatchedStatement[], { policies, caller }: Question): boolean {
  if (!scpsApply(policies, caller)) return true;
  return (policies.scps ?? []).every((_, level) => allowsAt(allows, { layer: 'scps', level }));
}

/** S170: no policy is full access. */
function endpointAllows(allows: readonly MatchedStatement[], { policies }: Question): boolean {
  return (policies.vpcEndpoint ?? []).length === 0 || allowsIn(allows, 'vpcEndpoint');
}

/** S161: no delegation between partitions. */
function staysInPartition({ request, caller }: Question): boolean {
  const [prefix, partition] = request.resource.split(':');
  const known = prefix === 'arn' && partition !== undefined && caller.partition !== undefined;
  return !known || partition === caller.partition;
}

function isGranted(allows: readonly MatchedStatement[], question: Question): boolean {
  const { request, caller } = question;
  const grades = allows.filter(({ layer }) => layer === 'resource').flatMap((statement) => statement.grades);
  const sameAccount = isSameAccount(request, caller);
  const strict = isStrict(question);
  switch (caller.kind) {
    case 'anonymous':
    case 'service':
    case 'federated':
    case 'canonicalUser':
      return grades.includes('direct'); // S162, S164
    case 'root':
      return sessionAllows(allows, question) && ((sameAccount && !strict) || grades.length > 0); // S163
    default:
      if (!sameAccount) return grades.length > 0 && identityAllows(allows, question); // S158
      return resourceGrants(grades, allows, question) || sideAllows({ grades, strict }, allows, question);
  }
}

/** S171 and S172: the policy of a KMS key, and the trust policy of a role that is to be assumed. */
function isStrict({ policies, request }: Question): boolean {
  if (policies.flags?.resourcePolicyKind !== undefined) return true;
  if (policies.resource === undefined) return false;
  const action = request.action.toLowerCase();
  return (
    (action.startsWith('kms:') && request.resource.includes(':key/')) ||
    (action.startsWith('sts:assumerole') && request.resource.includes(':role/'))
  );
}

/** S150: what a resource policy grants alone in the same account. */
function resourceGrants(
  grades: readonly Grade[],
  allows: readonly MatchedStatement[],
  question: Question,
): boolean {
  if (grades.includes('direct')) return true;
  if (!grades.includes('role') && !grades.includes('user')) return false;
  return boundaryAllows(allows, question) && sessionAllows(allows, question);
}

/** S149, S153, S171 and S172: what identity policies grant; for keys and roles only if the account is named. */
function sideAllows(
  { grades, strict }: { grades: readonly Grade[]; strict: boolean },
  allows: readonly MatchedStatement[],
  question: Question,
): boolean {
  return (!strict || grades.includes('account')) && identityAllows(allows, question);
}

function identityAllows(allows: readonly MatchedStatement[], question: Question): boolean {
  return allowsIn(allows, 'identity') && boundaryAllows(allows, question) && sessionAllows(allows, question);
}

function boundaryAllows(allows: readonly MatchedStatement[], { policies }: Question): boolean {
  return (policies.boundary ?? []).length === 0 || allowsIn(allows, 'boundary');
}

/** S154 and S155. */
function sessionAllows(allows: readonly MatchedStatement[], { policies, caller }: Question): boolean {
  if ((policies.session ?? []).length === 0) return caller.kind !== 'federatedUser';
  return allowsIn(allows, 'session');
}

/**
 * S45: an ARN without an account belongs to the caller's, unless the request says whose it is. So does
 * what AWS owns and shares with every account, such as managed policies.
 */
function isSameAccount(request: Request, caller: Caller): boolean {
  const inArn = request.resource.split(':')[4] ?? '';
  const owner = request.resourceAccount ?? (inArn === '' || inArn === 'aws' ? caller.account : inArn);
  return owner === caller.account;
}

function allowsIn(allows: readonly MatchedStatement[], layer: LayerKind): boolean {
  return allows.some((statement) => statement.layer === layer);
}

function allowsAt(
  allows: readonly MatchedStatement[],
  { layer, level }: { layer: LayerKind; level: number },
): boolean {
  return allows.some((statement) => statement.layer === layer && statement.level === level);
}
