import type { ActionName } from '@policywright/catalog';
import type { OperationPlan } from '../plan/operationPlan.ts';

/** Of an operation that nobody knows, an action of its name is what is asked for at least. */
export function planWithoutFacts(name: ActionName): OperationPlan {
  const colon = name.indexOf(':');
  const service = name.slice(0, Math.max(colon, 0));
  const source = {
    page: 'none',
    url: '',
    recorded: '',
    read: false,
    checked: false,
    evidence: undefined,
  };
  const operation = { service, name: name.slice(colon + 1), client: undefined, permissions: [], source };
  const action = {
    service,
    name: operation.name,
    fullName: name,
    accessLevels: [],
    resourceTypes: [],
    conditionKeys: [],
    dependentActions: undefined,
    permissionOnly: undefined,
    wildcardOnly: false,
    scenarios: [],
  };
  const planned = {
    action,
    reason: 'operation' as const,
    need: 'always' as const,
    members: [],
    unless: [],
    conditions: {},
    named: [],
    source,
  };
  return {
    name,
    operation,
    actions: [planned],
    members: undefined,
    tagMembers: [],
    passRole: undefined,
    roles: [],
    linkedRole: undefined,
    source,
  };
}
