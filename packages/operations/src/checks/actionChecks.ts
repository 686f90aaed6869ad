import type { Action, Need, RequestAction, RequestResource } from '@policywright/catalog';
import { arnFormats, fillArn } from '../arns/arnFormat.ts';
import { resourcesOf } from '../arns/resourcesOf.ts';
import { patternOf, SOME, type NamedResource } from '../arns/scope.ts';
import { hasMember, passes } from '../input/hasMember.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { PlannedAction } from '../plan/operationPlan.ts';
import type { CallScope } from './callScope.ts';
import { checkContext } from './checkContext.ts';
import { forwardedContext } from './forwardedContext.ts';

/** The checks of the actions that a call asks for by itself, each on each of its resources. */
export function actionChecks(scope: CallScope): readonly RequiredCheck[] {
  const checks: RequiredCheck[] = [];
  for (const planned of scope.plan.actions) addChecks(planned, scope, checks);
  return checks;
}

function addChecks(planned: PlannedAction, scope: CallScope, checks: RequiredCheck[]): void {
  const { named } = planned;
  if (named.length > 0) {
    for (const fact of named) {
      const need = needOfFact(fact, planned, scope);
      if (need !== undefined) makeChecks(planned, onFact(fact, scope), { need, scope, checks });
    }
    return;
  }
  const need = needOf(planned, scope);
  if (need === undefined) return;
  const { resources, optional } = onAction(planned, scope);
  makeChecks(planned, resources, { need, scope, checks });
  if (optional) makeChecks(planned, [NOTHING_KNOWN], { need: 'perhaps', scope, checks });
}

/** When a call asks for an action; `undefined` where this one does not. */
export function needOf({ need, members, unless }: PlannedAction, { input }: CallScope): Need | undefined {
  if (unless.some((member) => hasMember(input, member))) return undefined;
  if (members.length > 0 && need !== 'always' && !members.some((member) => hasMember(input, member)))
    return undefined;
  // Something of which no member tells.
  return need === 'thisCall' && members.length === 0 && unless.length === 0 ? 'perhaps' : need;
}

function needOfFact(fact: RequestAction, planned: PlannedAction, scope: CallScope): Need | undefined {
  if (passes(scope.input, fact.unless)) return undefined;
  if (fact.when.length > 0 && !passes(scope.input, fact.when)) return undefined;
  return fact.need ?? needOf(planned, scope);
}

/** Of the resource of a fact; none where the request does not name it and need not. */
function onFact({ resource }: RequestAction, scope: CallScope): readonly NamedResource[] {
  return resource === undefined ? [ANYTHING] : resourcesOf(resource, scope);
}

/** An action without resources is asked for on `*`. */
const ANYTHING: NamedResource = { type: undefined, arn: '*', pattern: '*' };
const NOTHING_KNOWN: NamedResource = { type: undefined, arn: undefined, pattern: '*' };

interface OnAction {
  readonly resources: readonly NamedResource[];
  /** Whether the action takes more resources, of which nobody knows whether the request names some. */
  readonly optional: boolean;
}

function onAction(planned: PlannedAction, scope: CallScope): OnAction {
  const { isAlone, rules, missing, unruled } = takenBy(planned, scope);
  if (isAlone) return { resources: [ANYTHING], optional: false };
  const resources: NamedResource[] = [];
  for (const rule of rules) resources.push(...resourcesOf(rule, scope));
  resources.push(...missing);
  if (resources.length > 0) return { resources, optional: rules.length === 0 && hasOptional(planned.action) };
  return { resources: [unruled], optional: false };
}

/** What an action takes, whatever the request is. */
interface TakenResources {
  /** Whether it is asked for on `*`. */
  readonly isAlone: boolean;
  /** Where requests name resources of types that it takes. */
  readonly rules: readonly RequestResource[];
  /** Of the types that it has to have, those that no request names. */
  readonly missing: readonly NamedResource[];
  /** What there is where nothing is named. */
  readonly unruled: NamedResource;
}

// A planned action is of one plan, which the cache of plans bounds.
const taken = new WeakMap<PlannedAction, TakenResources>();

function takenBy(planned: PlannedAction, scope: CallScope): TakenResources {
  let found = taken.get(planned);
  if (found === undefined) taken.set(planned, (found = findTaken(planned, scope)));
  return found;
}

function findTaken({ action, reason }: PlannedAction, { plan: { members } }: CallScope): TakenResources {
  const isNamed = reason === 'operation' && members !== undefined;
  const isAlone = action.wildcardOnly || (isNamed && members.unnamed);
  const types = new Set(action.resourceTypes.map(({ name }) => name));
  const rules = isNamed
    ? members.resources.filter((one) => one.types.length === 0 || one.types.some((type) => types.has(type)))
    : [];
  const covered = new Set(rules.flatMap((rule) => rule.types));
  const coversAll = rules.some((rule) => rule.types.length === 0);
  const missing = action.resourceTypes.filter(
    ({ name, required }) => required && !coversAll && !covered.has(name),
  );
  const [only] = action.resourceTypes;
  const isSingle = rules.length === 0 && action.resourceTypes.length === 1 && only !== undefined;
  return {
    isAlone,
    rules,
    missing: missing.map(({ name }) => unknownResource(action, name)),
    unruled: isSingle ? unknownResource(action, only.name) : NOTHING_KNOWN,
  };
}

function hasOptional({ resourceTypes }: Action): boolean {
  return resourceTypes.some(({ required }) => !required);
}

/** A resource of which only the type is known, in whichever account and Region. */
function unknownResource({ service }: Action, type: string): NamedResource {
  const formats = arnFormats(service, type);
  const [format] = formats;
  if (format === undefined || formats.length > 1) return { type, arn: undefined, pattern: '*' };
  const anywhere = { account: SOME, region: SOME, partition: SOME };
  return { type, arn: undefined, pattern: patternOf(fillArn(format, {}, anywhere)) };
}

const NOTHING_IN_PART: RequiredCheck['inPart'] = {};

interface Making {
  readonly need: Need;
  readonly scope: CallScope;
  /** What is made is added to. */
  readonly checks: RequiredCheck[];
}

function makeChecks(
  planned: PlannedAction,
  resources: readonly NamedResource[],
  { need, scope, checks }: Making,
): void {
  const { action, reason, source } = planned;
  for (const resource of resources) {
    const of = { action: action.fullName, reason, resource };
    const keys = reason === 'forwardAccess' ? forwardedContext(scope, of) : checkContext(scope, of);
    checks.push({
      action: action.fullName,
      resource: resource.arn,
      resourcePattern: resource.arn === undefined ? resource.pattern : undefined,
      resourceType: resource.type,
      principal: scope.call.principal,
      context: keys.context,
      absent: keys.absent,
      inPart: NOTHING_IN_PART,
      reason,
      need,
      source,
    });
  }
}
