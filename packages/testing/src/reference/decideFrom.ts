import type { Decision } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import { isOwnAccount } from './accounts.ts';
import { actionParts, hasNoResourceSide, isAssumeRoot } from './actionParts.ts';
import { actsAsRole, isFederatedByRoot } from './caller.ts';
import { grantsAllow, type GrantReach } from './grants.ts';
import { hasIdentityPolicies, rcpsApply, scpsApply } from './layers.ts';
import type { LayerKind } from './placedStatement.ts';
import { policyKind } from './policyKind.ts';
import type { Grade } from './principalElement.ts';
import type { MatchedStatement, Question } from './question.ts';
import { isRefused } from './serviceRefusals.ts';

type Allows = readonly MatchedStatement[];

/** S173 and S174: two actions that no policy governs. */
export function exemption({ request, caller, policies }: Question): Decision | undefined {
  const { service, name } = actionParts(request.action);
  if (service !== 'sts') return undefined;
  if (name === 'getcalleridentity' && caller.account !== undefined) return 'Allow';
  const credentials = policies.flags?.credentials ?? 'long-term';
  const mayAskForSession =
    (caller.kind === 'user' || caller.kind === 'root') &&
    (credentials === 'long-term' || credentials === 'console');
  return name === 'getsessiontoken' && mayAskForSession ? 'Allow' : undefined;
}

/** The reference algorithm of section 7. */
export function decideFrom(matched: Allows, question: Question): Decision {
  if (matched.some(({ statement }) => statement.effect === 'Deny')) return 'ExplicitDeny'; // S147
  const allows = matched.filter(({ statement }) => statement.effect === 'Allow');
  const passes =
    isAction(question.request.action) &&
    rcpsAllow(allows, question) &&
    scpsAllow(allows, question) &&
    endpointAllows(allows, question) &&
    staysInPartition(question);
  if (!passes || !isGranted(allows, question)) return 'ImplicitDeny'; // S146
  return isRefused(question) ? 'ImplicitDeny' : 'Allow';
}

/** S61: what is no action is not allowed, whatever allows every action. */
function isAction(text: string): boolean {
  const colon = text.indexOf(':');
  return colon > 0 && colon < text.length - 1;
}

/** S168: a level without any Allow counts as if it held RCPFullAWSAccess. */
function rcpsAllow(allows: Allows, question: Question): boolean {
  if (!rcpsApply(question)) return true;
  return (question.policies.rcps ?? []).every(
    (documents, level) => !documents.some(hasAllow) || allowsAt(allows, { layer: 'rcps', level }),
  );
}

function hasAllow(policy: Policy): boolean {
  return policy.statements.some((statement) => statement.effect === 'Allow');
}

/** S165: every level must allow. */
function scpsAllow(allows: Allows, question: Question): boolean {
  if (!scpsApply(question)) return true;
  return (question.policies.scps ?? []).every((_, level) => allowsAt(allows, { layer: 'scps', level }));
}

/** S170: no policy is full access. */
function endpointAllows(allows: Allows, { policies }: Question): boolean {
  return (policies.vpcEndpoint ?? []).length === 0 || allowsIn(allows, 'vpcEndpoint');
}

/** S161: no delegation between partitions. */
function staysInPartition({ request, caller }: Question): boolean {
  const [prefix, partition] = request.resource.split(':');
  const known = prefix === 'arn' && partition !== undefined && caller.partition !== undefined;
  return !known || partition === caller.partition;
}

function isGranted(allows: Allows, question: Question): boolean {
  const grant = grantsAllow(question);
  const grades = resourceGrades(allows, question, grant);
  switch (question.caller.kind) {
    case 'anonymous':
    case 'federated':
    case 'canonicalUser':
      return grades.includes('direct'); // S162, S202
    case 'service':
      return grades.includes('direct') || grant === 'caller'; // S164, S208
    case 'root':
      return isGrantedToRoot(allows, question, grades);
    default:
      return isOwnAccount(question) || isAssumeRoot(actionParts(question.request.action))
        ? isGrantedWithin(allows, question, { grades, grant })
        : isGrantedAcross(allows, question, { grades, grant });
  }
}

/** The grades at which the resource's side allows. S176 and S204: actions of IAM and sts:AssumeRoot have no such side. */
function resourceGrades(allows: Allows, question: Question, grant: GrantReach | undefined): readonly Grade[] {
  if (hasNoResourceSide(actionParts(question.request.action))) return [];
  const fromPolicies = allows.filter(({ layer }) => layer === 'resource').flatMap(({ grades }) => grades);
  // S200: behind a federated session of root stands no user.
  const isOfRoot = isFederatedByRoot(question.caller, question.policies.flags);
  const own = isOfRoot ? fromPolicies.filter((grade) => grade !== 'user') : fromPolicies;
  return grant === 'account' ? [...own, 'account'] : own; // S208
}

/** S163, S171 and S172: in its own account root needs no policy, but for keys and roles. */
function isGrantedToRoot(allows: Allows, question: Question, grades: readonly Grade[]): boolean {
  const implied = isOwnAccount(question) && policyKind(question) === undefined;
  return sessionAllows(allows, question) && (implied || grades.length > 0);
}

/** What the resource's side gives. */
interface ResourceSide {
  readonly grades: readonly Grade[];
  readonly grant: GrantReach | undefined;
}

/** S158 and S208: both sides, or a grant, which is enough alone. */
function isGrantedAcross(allows: Allows, question: Question, { grades, grant }: ResourceSide): boolean {
  if (grant === 'caller' && isWithinLimits(allows, question)) return true;
  return grades.length > 0 && ownPoliciesAllow(allows, question);
}

/** S149 and S150: in one account either side, at the price of its grade. */
function isGrantedWithin(allows: Allows, question: Question, { grades, grant }: ResourceSide): boolean {
  const own = ownPoliciesAllow(allows, question);
  const both = needsOwnPolicies(question) ? own : true;
  if (grades.includes('direct') && both) return true;
  if (grades.includes('role') && isWithinLimits(allows, question) && both) return true;
  if (grades.includes('user') && isWithinLimits(allows, question)) return true;
  if (grant === 'caller' && isWithinLimits(allows, question)) return true;
  return own && (policyKind(question) === undefined || grades.includes('account')); // S153, S171, S172
}

/** S203: a role that sets a source identity needs it in its own policies as well. */
function needsOwnPolicies({ request, caller }: Question): boolean {
  const { service, name } = actionParts(request.action);
  return service === 'sts' && name === 'setsourceidentity' && actsAsRole(caller);
}

/** S153; S200: a federated session of root has no identity policies to intersect with. */
function ownPoliciesAllow(allows: Allows, question: Question): boolean {
  const allowed = !hasIdentityPolicies(question) || allowsIn(allows, 'identity');
  return allowed && isWithinLimits(allows, question);
}

/** The limits of boundary and session policies. */
function isWithinLimits(allows: Allows, question: Question): boolean {
  return boundaryAllows(allows, question) && sessionAllows(allows, question);
}

function boundaryAllows(allows: Allows, question: Question): boolean {
  const bounded = hasIdentityPolicies(question) && (question.policies.boundary ?? []).length > 0;
  return !bounded || allowsIn(allows, 'boundary');
}

/** S154 and S155. */
function sessionAllows(allows: Allows, { policies, caller }: Question): boolean {
  if ((policies.session ?? []).length === 0) return caller.kind !== 'federatedUser';
  return allowsIn(allows, 'session');
}

function allowsIn(allows: Allows, layer: LayerKind): boolean {
  return allows.some((statement) => statement.layer === layer);
}

function allowsAt(allows: Allows, { layer, level }: { layer: LayerKind; level: number }): boolean {
  return allows.some((statement) => statement.layer === layer && statement.level === level);
}
