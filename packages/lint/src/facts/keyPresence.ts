import {
  federationPresence,
  findGlobalKey,
  getService,
  services,
  type Action,
  type Service,
} from '@policywright/catalog';
import type { PolicyType } from '@policywright/policy';
import { keyDefinition } from './keyDefinition.ts';
import { isLooseKey, isNeededByAws } from '../data/looseKeys.ts';
import type { ActionFacts } from './actionFacts.ts';
import { BESIDE_ASSUMING, keyStem, keysOf } from './actionFit.ts';
import { catalogActions } from './catalogActions.ts';
import type { ConditionFacts } from './conditionFacts.ts';
import type { LintContext } from './lintContext.ts';
import { principalsOf } from './principalsOf.ts';
import type { StatementFacts } from './statementFacts.ts';

/** Whether a key is of the tags that a request or its resource has (rule S182). */
export function isTagKey({ key }: ConditionFacts): boolean {
  return key === 'aws:tagkeys' || key.startsWith('aws:resourcetag/') || key.startsWith('aws:requesttag/');
}

/**
 * Whether a request for an action can have a condition key.
 *
 * @returns `undefined` where nothing tells: keys that the catalog does not have, or that it gives to no action at
 * all; and keys that come with the caller or the network, whatever the action is.
 */
export function canHaveKey(action: Action, facts: ConditionFacts): boolean | undefined {
  const { key } = facts;
  const definition = keyDefinition(facts);
  if (definition === undefined || isLooseKey(key) || isNeededByAws(action.fullName, key)) return undefined;
  const stem = keyStem(definition.name);
  if (keysOf(action).has(stem)) return true;
  if (isTagKey(facts)) return mayHaveTags(action, stem) ? undefined : false;
  if (findGlobalKey(key) !== undefined) return undefined;
  const claim = federationPresence(key);
  if (claim !== undefined) return claim === 'session' ? undefined : signsIn(action, key);
  return isKeyOfActions(stem) ? false : undefined;
}

/** Whether an entry of `Action` matches actions of the catalog, and no request for any of them has a key. */
export function neverHasKey(entry: ActionFacts, condition: ConditionFacts): boolean {
  const actions = catalogActions(entry);
  return actions.length > 0 && actions.every((action) => canHaveKey(action, condition) === false);
}

/**
 * Whether requests for an action may have a tag key that the reference does not give it: some services take the tags
 * that a new resource is made with for those of the resource (rule S182), and what tags is sent tags.
 */
function mayHaveTags(action: Action, stem: string): boolean {
  if (isIdleKey(getService(action.service), stem)) return true;
  return stem === RESOURCE_TAG
    ? keysOf(action).has('aws:requesttag/')
    : action.accessLevels.includes('Tagging');
}

const RESOURCE_TAG = 'aws:resourcetag/';

/** Whether a service lists a key that none of its actions has: which do, the catalog then does not tell. */
function isIdleKey(service: Service | undefined, stem: string): boolean {
  if (service === undefined || !service.conditionKeys.some(({ name }) => keyStem(name) === stem))
    return false;
  return !service.actions.some((action) => keysOf(action).has(stem));
}

// Keys of the catalog, of which there are so many.
const ofActions = new Map<string, boolean>();

function isKeyOfActions(stem: string): boolean {
  let answer = ofActions.get(stem);
  if (answer === undefined) {
    const own = getService(stem.slice(0, stem.indexOf(':')));
    answer = isUsed(own, stem) || services().some((service) => isUsed(service, stem));
    ofActions.set(stem, answer);
  }
  return answer;
}

function isUsed(service: Service | undefined, stem: string): boolean {
  return (
    service?.conditionKeys.some(({ name }) => keyStem(name) === stem) === true && !isIdleKey(service, stem)
  );
}

/** Whether an action is that of a sign-in with a token or an assertion, or one decided with it. */
function signsIn({ fullName }: Action, claim: string): boolean {
  if (BESIDE_ASSUMING.has(fullName)) return true;
  return (
    fullName === (claim.startsWith('saml:') ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity')
  );
}

/** The types of policy that bind users, roles and sessions of accounts, and no services or anonymous callers. */
const BINDS_PRINCIPALS: ReadonlySet<PolicyType> = new Set(['identity', 'boundary', 'session', 'scp']);

/** Whether a policy only ever decides requests that are signed with credentials of an account. */
export function bindsPrincipals(type: PolicyType): boolean {
  return BINDS_PRINCIPALS.has(type);
}

/**
 * Whether every request that a statement decides has a global condition key (rules S125, S178).
 *
 * @param key - in any letter case.
 */
export function isAlwaysThere(key: string, statement: StatementFacts, context: LintContext): boolean {
  const global = findGlobalKey(key);
  if (global === undefined) return false;
  return global.always || (global.signed && bindsSigned(statement, context));
}

/** Whether a statement is about callers of accounts only, whose requests are signed. */
function bindsSigned(statement: StatementFacts, context: LintContext): boolean {
  if (bindsPrincipals(context.type)) return true;
  const places = principalsOf(context, statement);
  return (
    places.length > 0 &&
    places.every(({ entry, negated }) => !negated && entry.kind === 'AWS' && !/[*?]|\$\{/.test(entry.value))
  );
}
