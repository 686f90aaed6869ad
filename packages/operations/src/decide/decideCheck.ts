import type { RequestContext } from '@policywright/conditions';
import type { Authorizer, Decision, PartialDecision, Request } from '@policywright/evaluator';
import type { Check, RequiredCheck } from '../model/check.ts';
import { accountOf } from '../model/resourcesBehind.ts';
import type { World } from '../model/world.ts';
import { relevanceOf } from '../plan/relevance.ts';
import { bearingOn, type Bearing, type Deciding } from './bearing.ts';

/** Decides a check over all that is not known of it. */
export function decideCheck(check: RequiredCheck, deciding: Deciding): Check {
  const bearing = bearingOn(check, deciding);
  const { missing } = bearing;
  const decision = decideResource(check, bearing, deciding);
  if (decision.answer === 'Denied') return decided(check, decision, NOTHING);
  const isOpen = check.resource === undefined && decision.answer === 'Depends' && dependsOnResource(decision);
  const unknown = isOpen ? [...missing, `resource of ${check.action}`] : missing;
  return decided(check, missing.length > 0 ? dependent(decision) : withoutMark(decision), unknown);
}

const NOTHING: readonly never[] = [];

/** Member by member: spreading what is made in several places costs more than deciding it. */
function decided(check: RequiredCheck, decision: PartialDecision, unknown: readonly string[]): Check {
  return {
    action: check.action,
    resource: check.resource,
    resourcePattern: check.resourcePattern,
    resourceType: check.resourceType,
    principal: check.principal,
    context: check.context,
    absent: check.absent,
    inPart: check.inPart,
    reason: check.reason,
    need: check.need,
    source: check.source,
    decision,
    unknown,
  };
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
  { under, underlying }: Bearing,
  { compiled, account, world }: Deciding,
): PartialDecision {
  const unknown = unknownKeys(check, compiled.keys(under));
  const ask = (authorizer: Authorizer, resource: string): PartialDecision => {
    const request = requestOf(check, resource, { world, underlying });
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

/** What a request is made with besides its check. */
export interface RequestSituation {
  readonly world: World;
  /** What lies behind an access point, in order. */
  readonly underlying: readonly string[];
}

/** The request of a check. */
export function requestOf(
  { action, principal, context }: RequiredCheck,
  resource: string,
  { world, underlying }: RequestSituation,
): Request {
  const request = { action, principal, context, resource, resourceAccount: accountOf(resource, world) };
  if (underlying.length === 0) return request;
  return {
    ...request,
    underlying: underlying.map((one) => ({ resource: one, resourceAccount: accountOf(one, world) })),
  };
}

/** The keys that policies ask for, that the request can have, and of which nobody knows whether and how it does. */
function unknownKeys(check: RequiredCheck, mentioned: readonly string[]): readonly string[] {
  if (mentioned.length === 0) return mentioned;
  const asked = relevanceOf(check.action, check.resourceType).among(mentioned);
  if (asked.length === 0) return asked;
  const { context, absent } = check;
  return asked.filter((key) => !hasKey(context, key) && !isAbsent(key, absent));
}

/** @param key - in lower case. */
function hasKey(context: RequestContext, key: string): boolean {
  for (const name in context) if (name.length === key.length && name.toLowerCase() === key) return true;
  return false;
}

/** @param key - in lower case. */
function isAbsent(key: string, absent: readonly string[]): boolean {
  for (const name of absent) {
    const isBeginning = name.charCodeAt(name.length - 1) === ASTERISK;
    const length = isBeginning ? name.length - 1 : name.length;
    if (isBeginning ? length > key.length : length !== key.length) continue;
    // Most names that are as long end otherwise: no text is made for those.
    if (length > 0 && (name.charCodeAt(length - 1) | LOWER) !== (key.charCodeAt(length - 1) | LOWER))
      continue;
    if (key.startsWith(name.slice(0, length).toLowerCase())) return true;
  }
  return false;
}

const ASTERISK = 42;
/** The bit that tells a small letter of ASCII from the capital. */
const LOWER = 32;
