import { parseArn } from '@policywright/arn';
import { resourcePolicies } from '@policywright/catalog';
import type { Authorizer, Decision, PartialDecision, PolicySet, Request } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { Check, RequiredCheck } from '../model/check.ts';
import { resourcesBehind } from '../model/resourcesBehind.ts';
import type { World } from '../model/world.ts';
import { relevanceOf } from '../plan/relevance.ts';
import { dropCertain } from '../policies/dropCertain.ts';
import { policyOfAnything, type CompiledPolicies, type Under } from '../policies/compiledPolicies.ts';

/** What a check is decided with. */
export interface Deciding {
  readonly compiled: CompiledPolicies;
  readonly policies: PolicySet;
  readonly world: World;
  /** The account of the call. */
  readonly account: string;
}

/** The policies that bear on a check, and whether one of them is not known. */
export interface Bearing {
  readonly under: Under;
  /** The policy of the resource decides, and nobody tells it: the widest stands in its place. */
  readonly isMissing: boolean;
}

/** Tells which policies bear on a check. */
export function underOf(check: RequiredCheck, deciding: Deciding): Bearing {
  const policy = policyOfResource(check, deciding);
  const isMissing = policy === undefined && needsPolicy(check, deciding);
  const known = policy === undefined || isEmpty(check.inPart) ? policy : dropCertain(policy, check.inPart);
  const resourcePolicy = isMissing ? policyOfAnything() : known;
  return { under: { resourcePolicy, side: sideOf(check) }, isMissing };
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

function sideOf({ reason }: RequiredCheck): Under['side'] {
  if (reason === 'trust') return 'service';
  return reason === 'forwardAccess' ? 'forwarded' : 'caller';
}

/** Decides a check over all that is not known of it. */
export function decideCheck(check: RequiredCheck, deciding: Deciding): Check {
  const { under, isMissing } = underOf(check, deciding);
  const decision = decideResource(check, under, deciding);
  const unknown: string[] = [];
  if (decision.answer === 'Denied') return { ...check, decision, unknown };
  if (isMissing) unknown.push(wordsForPolicy(check));
  if (check.resource === undefined && decision.answer === 'Depends' && dependsOnResource(decision))
    unknown.push(`resource of ${check.action}`);
  return { ...check, decision: isMissing ? dependent(decision) : withoutMark(decision), unknown };
}

/** Stands among the keys for the resource. */
const RESOURCE = ' resource';

function dependsOnResource({ dependsOn }: PartialDecision): boolean {
  return dependsOn.includes(RESOURCE);
}

function withoutMark(decision: PartialDecision): PartialDecision {
  const { dependsOn } = decision;
  if (!dependsOn.includes(RESOURCE)) return decision;
  return { ...decision, dependsOn: dependsOn.filter((key) => key !== RESOURCE) };
}

/** What the widest policy allows, the real one may deny. */
function dependent(decision: PartialDecision): PartialDecision {
  const possible = [...new Set([...decision.possible, 'ImplicitDeny' as const])];
  return { ...withoutMark(decision), answer: 'Depends', possible };
}

function decideResource(
  check: RequiredCheck,
  under: Under,
  { compiled, account }: Deciding,
): PartialDecision {
  const unknown = unknownKeys(check, compiled.keys(under));
  const ask = (authorizer: Authorizer, resource: string): PartialDecision => {
    const request = requestOf(check, resource);
    return unknown.length === 0
      ? definite(authorizer.decide(request))
      : authorizer.decidePartial(request, unknown);
  };
  if (check.resource !== undefined) return ask(compiled.authorizer(under), check.resource);
  const pattern = check.resourcePattern ?? '*';
  const resource = inAccount(pattern, account);
  const least = ask(compiled.bound(under, pattern, 'least'), resource);
  if (least.answer === 'Allow') return least;
  const most = ask(compiled.bound(under, pattern, 'most'), resource);
  if (most.answer === 'Denied') return most;
  const dependsOn = [...new Set([...least.dependsOn, ...most.dependsOn])];
  const isSame = least.answer === most.answer && least.possible.includes('Allow');
  return {
    answer: 'Depends',
    possible: [...new Set([...least.possible, ...most.possible])],
    dependsOn: isSame ? dependsOn : [...dependsOn, RESOURCE],
    residual: most.residual,
  };
}

function definite(decision: Decision): PartialDecision {
  const answer = decision === 'Allow' ? 'Allow' : 'Denied';
  return { answer, possible: [decision], dependsOn: [], residual: [] };
}

/** What a call does not tell is looked for in its own account. */
export function inAccount(pattern: string, own: string): string {
  if (!pattern.startsWith('arn:')) return pattern;
  const [arn = '', partition = '', service = '', region = '', account = '', ...rest] = pattern.split(':');
  const known = [
    partition === '*' ? 'aws' : partition,
    service,
    region,
    account.includes('*') ? own : account,
  ];
  return [arn, ...known, ...rest].join(':');
}

/** The request of a check. */
export function requestOf({ action, principal, context }: RequiredCheck, resource: string): Request {
  return { action, principal, context, resource };
}

/** The keys that policies ask for, that the request can have, and of which nobody knows whether and how it does. */
function unknownKeys(check: RequiredCheck, mentioned: readonly string[]): readonly string[] {
  if (mentioned.length === 0) return [];
  const relevance = relevanceOf(check.action, check.resourceType);
  const names = Object.keys(check.context);
  return mentioned.filter(
    (key) =>
      relevance.find(key) !== undefined &&
      !names.some((name) => name.length === key.length && name.toLowerCase() === key) &&
      !isAbsent(key, check.absent),
  );
}

function isAbsent(key: string, absent: readonly string[]): boolean {
  return absent.some((name) =>
    name.endsWith('*')
      ? key.startsWith(name.slice(0, -1).toLowerCase())
      : name.length === key.length && name.toLowerCase() === key,
  );
}

function policyOfResource(check: RequiredCheck, { world, policies }: Deciding): Policy | undefined {
  const { resource, action } = check;
  if (action === 'iam:PassRole' || resource === undefined) return undefined;
  if (action.startsWith('sts:')) return world.trustOf?.(resource) ?? singlePolicy(check, policies);
  for (const one of resourcesBehind(resource)) {
    const policy = world.policyOf?.(one);
    if (policy !== undefined) return policy;
  }
  return singlePolicy(check, policies);
}

/** The resource policy of the set is that of what the operation is about. */
function singlePolicy({ reason }: RequiredCheck, { resource }: PolicySet): Policy | undefined {
  if (reason !== 'operation' || resource === undefined) return undefined;
  return 'statements' in resource ? resource : resource[0];
}

/** Whether nothing can be allowed without the policy of the resource: keys, roles, and what is of another account. */
function needsPolicy(check: RequiredCheck, { account }: Deciding): boolean {
  const { action, resource, resourcePattern } = check;
  if (action.startsWith('sts:')) return check.resourceType === 'role';
  if (action.startsWith('kms:') && check.resourceType === 'key') return true;
  if (action === 'iam:PassRole') return false;
  const owner = parseArn(resource ?? resourcePattern ?? '')?.account ?? '';
  // Where a service has no resource policies, nobody of another account is let in.
  return /^\d{12}$/.test(owner) && owner !== account && hasResourcePolicies(action);
}

let withPolicies: ReadonlySet<string> | undefined;

function hasResourcePolicies(action: string): boolean {
  withPolicies ??= new Set(resourcePolicies().map(({ service }) => service));
  return withPolicies.has(action.slice(0, action.indexOf(':')));
}

function wordsForPolicy({ reason, action, resource }: RequiredCheck): string {
  const kind =
    reason === 'trust' || action.startsWith('sts:')
      ? 'trust policy'
      : action.startsWith('kms:')
        ? 'key policy'
        : 'policy';
  return resource === undefined ? `${kind} of the resource of ${action}` : `${kind} of ${resource}`;
}
