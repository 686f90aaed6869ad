import { type Action, type Need, type RequestAction } from '@policywright/catalog';
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
  return scope.plan.actions.flatMap((planned) => checksOf(planned, scope));
}

function checksOf(planned: PlannedAction, scope: CallScope): readonly RequiredCheck[] {
  const { named } = planned;
  if (named.length > 0) {
    return named.flatMap((fact) => {
      const need = needOfFact(fact, planned, scope);
      return need === undefined ? [] : makeChecks(planned, { need, resources: onFact(fact, scope), scope });
    });
  }
  const need = needOf(planned, scope);
  if (need === undefined) return [];
  const { resources, optional } = onAction(planned, scope);
  const checks = makeChecks(planned, { need, resources, scope });
  if (!optional) return checks;
  return [...checks, ...makeChecks(planned, { need: 'perhaps', resources: [NOTHING_KNOWN], scope })];
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

function onAction({ action, reason }: PlannedAction, scope: CallScope): OnAction {
  const { members } = scope.plan;
  if (action.wildcardOnly) return { resources: [ANYTHING], optional: false };
  const isNamed = reason === 'operation' && members !== undefined;
  if (isNamed && members.unnamed) return { resources: [ANYTHING], optional: false };
  const taken = new Set(action.resourceTypes.map(({ name }) => name));
  const rules = isNamed
    ? members.resources.filter(({ types }) => types.length === 0 || types.some((type) => taken.has(type)))
    : [];
  const named = rules.flatMap((rule) => resourcesOf(rule, scope));
  const covered = new Set(rules.flatMap(({ types }) => types));
  const coversAll = rules.some(({ types }) => types.length === 0);
  const missing = action.resourceTypes.filter(
    ({ name, required }) => required && !coversAll && !covered.has(name),
  );
  const resources = [...named, ...missing.map(({ name }) => unknownResource(action, name))];
  if (resources.length > 0) return { resources, optional: rules.length === 0 && hasOptional(action) };
  if (rules.length > 0) return { resources: [NOTHING_KNOWN], optional: false };
  const [only] = action.resourceTypes;
  const single = action.resourceTypes.length === 1 && only !== undefined;
  return { resources: [single ? unknownResource(action, only.name) : NOTHING_KNOWN], optional: false };
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

interface Making {
  readonly need: Need;
  readonly resources: readonly NamedResource[];
  readonly scope: CallScope;
}

function makeChecks(planned: PlannedAction, { need, resources, scope }: Making): readonly RequiredCheck[] {
  const { action, reason, source } = planned;
  return resources.map((resource) => {
    const of = { action: action.fullName, reason, resource };
    const keys = reason === 'forwardAccess' ? forwardedContext(scope, of) : checkContext(scope, of);
    return {
      action: action.fullName,
      resource: resource.arn,
      resourcePattern: resource.arn === undefined ? resource.pattern : undefined,
      resourceType: resource.type,
      principal: scope.call.principal,
      ...keys,
      inPart: {},
      reason,
      need,
      source,
    };
  });
}
