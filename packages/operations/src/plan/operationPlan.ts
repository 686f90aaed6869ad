import {
  getAction,
  getOperation,
  requestMembers,
  requiredPermissions,
  roleParameters,
  type Action,
  type ActionName,
  type Citation,
  type Need,
  type Operation,
  type RequestAction,
  type RequestMembers,
  type RequiredPermission,
  type RoleParameter,
} from '@policywright/catalog';
import type { CheckReason } from '../model/check.ts';

/** An action that calls of an operation ask for, before a request is looked at. */
export interface PlannedAction {
  readonly action: Action;
  readonly reason: CheckReason;
  readonly need: Need;
  /** Members of the request that bring the need. */
  readonly members: readonly string[];
  /** Members of the request that take it away. */
  readonly unless: readonly string[];
  readonly conditions: Readonly<Record<string, readonly string[]>>;
  /** What the facts of requests say of it; several where it is asked for on several resources. */
  readonly named: readonly RequestAction[];
  readonly source: Citation;
}

/** What is known of an operation, put together once. */
export interface OperationPlan {
  /** By prefix and name in AWS's spelling. */
  readonly name: ActionName;
  readonly operation: Operation;
  readonly actions: readonly PlannedAction[];
  readonly members: RequestMembers | undefined;
  /** The members that bring tags. */
  readonly tagMembers: readonly string[];
  /** `iam:PassRole`, where AWS may ask for it. */
  readonly passRole: PlannedAction | undefined;
  readonly roles: readonly RoleParameter[];
  /** `iam:CreateServiceLinkedRole`, where the reference has it and no fact says for which service. */
  readonly linkedRole: RequiredPermission | undefined;
  /** The citation of whatever has none of its own. */
  readonly source: Citation;
}

const plans = new Map<string, OperationPlan>();

/** Looks up an operation; `undefined` for one that the catalog does not have. */
export function operationPlan(name: string): OperationPlan | undefined {
  const known = plans.get(name);
  if (known !== undefined) return known;
  const found = findOperation(name);
  if (found === undefined) return undefined;
  const plan = makePlan(found);
  // INVARIANT: as many plans as the catalog has operations, in the spellings of `getOperation` that come up.
  if (plans.size < MOST_PLANS) plans.set(name, plan);
  return plan;
}

const MOST_PLANS = 5000;

/** An operation, or a permission-only action by its name. */
function findOperation(name: string): Operation | undefined {
  const found = getOperation(name);
  if (found !== undefined) return found;
  const action = getAction(name);
  if (action === undefined) return undefined;
  const permissions = [
    { action: action.fullName, need: 'always' as const, members: [], unless: [], conditions: {} },
  ];
  return { service: action.service, name: action.name, client: undefined, permissions, source: undefined };
}

function makePlan(operation: Operation): OperationPlan {
  const name: ActionName = `${operation.service}:${operation.name}`;
  const members = requestMembers(name);
  const source = operation.source ?? members?.source ?? UNREAD;
  const permissions = requiredPermissions(clientName(operation) ?? name, { conditional: true }) ?? [];
  const elsewhere = new Set<string>([
    'iam:PassRole',
    'iam:CreateServiceLinkedRole',
    ...(members?.never.filter((action) => !members.actions.some((one) => one.action === action)) ?? []),
    ...(members?.encryption.flatMap(({ actions }) => actions) ?? []),
  ]);
  // The version of an object says which action tags it, and not with what.
  const isOfTags = (member: string): boolean =>
    !operation.permissions.some(({ unless }) => unless.includes(member));
  const planned = permissions.map((permission) => planAction(permission, { operation, members, source }));
  const actions = planned.filter(({ action }) => !elsewhere.has(action.fullName));
  const more = (members?.actions ?? []).filter(
    (one, index, all) =>
      !permissions.some(({ action }) => action === one.action) &&
      all.findIndex(({ action }) => action === one.action) === index,
  );
  return {
    name,
    operation,
    actions: [...actions, ...more.flatMap((one) => planAdded(one, { members, source }))],
    members,
    tagMembers: planned.flatMap((one) => (isTagging(one.action) ? one.members : [])).filter(isOfTags),
    passRole: planned.find(({ action }) => action.fullName === 'iam:PassRole'),
    roles: roleParameters(operation.service).filter((parameter) => parameter.operation === name),
    linkedRole: permissions.find(({ action }) => action === 'iam:CreateServiceLinkedRole'),
    source,
  };
}

/** For operations of which no page was read: the name of the action is all that speaks for it. */
const UNREAD: Citation = {
  page: 'Service Authorization Reference',
  url: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  recorded: '2026-11-30',
  read: false,
  checked: false,
  evidence: undefined,
};

function clientName({ client, name }: Operation): string | undefined {
  return client === undefined ? undefined : `${client}:${name}`;
}

interface PlanParts {
  readonly operation: Operation;
  readonly members: RequestMembers | undefined;
  readonly source: Citation;
}

function planAction(
  permission: RequiredPermission,
  { operation, members, source }: PlanParts,
): PlannedAction {
  const own = operation.permissions.find(({ action }) => action === permission.action);
  const named = members?.actions.filter(({ action }) => action === permission.action) ?? [];
  const action = getAction(permission.action) ?? NO_ACTION;
  return {
    action,
    reason: named.some(({ forwarded }) => forwarded) ? 'forwardAccess' : reasonOf(permission, action),
    // What only words tell of a dependent action, no request can be held against.
    need:
      own === undefined && permission.need === 'thisCall' && permission.members.length === 0
        ? 'perhaps'
        : permission.need,
    members: permission.members,
    unless: own?.unless ?? [],
    conditions: permission.conditions,
    named,
    source,
  };
}

function reasonOf({ reason }: RequiredPermission, action: Action): CheckReason {
  return reason !== 'operation' && isTagging(action) ? 'tagging' : reason;
}

/** An action that only the facts of requests have. */
function planAdded(
  fact: RequestAction,
  { members, source }: Omit<PlanParts, 'operation'>,
): readonly PlannedAction[] {
  const action = getAction(fact.action);
  if (action === undefined) return [];
  const reason = fact.forwarded ? 'forwardAccess' : isTagging(action) ? 'tagging' : 'dependent';
  const named = members?.actions.filter((one) => one.action === fact.action) ?? [];
  return [
    {
      action,
      reason,
      need: fact.need ?? 'perhaps',
      members: [],
      unless: [],
      conditions: {},
      named,
      source: members?.source ?? source,
    },
  ];
}

function isTagging({ accessLevels }: Action): boolean {
  return accessLevels.includes('Tagging');
}

/** INVARIANT: what `requiredPermissions` lists, the catalog has. */
const NO_ACTION: Action = {
  service: '',
  name: '',
  fullName: ':',
  accessLevels: [],
  resourceTypes: [],
  conditionKeys: [],
  dependentActions: undefined,
  permissionOnly: undefined,
  wildcardOnly: true,
  scenarios: [],
};
