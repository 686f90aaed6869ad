import type { ActionName } from '../../model/action.ts';
import type { Service } from '../../model/service.ts';
import type { Support } from '../../overlays/serviceFeatures.ts';

/** Resource-level permissions: partial where some actions take only `*` (rule S47). */
export function policyResources(service: Service): Support {
  return part(service.actions, (action) => !action.wildcardOnly);
}

/** Service-specific condition keys: keys with the prefix of the service. */
export function ownConditionKeys(service: Service): Support {
  return service.conditionKeys.some((key) => key.name.startsWith(`${service.prefix}:`)) ? 'yes' : 'no';
}

/** Tags in policies: partial where only some resource types have `aws:ResourceTag`, or where tags only come with requests. */
export function tagsInPolicies(service: Service): Support {
  const byResource = part(service.resourceTypes, (type) =>
    type.conditionKeys.includes('aws:ResourceTag/${TagKey}'),
  );
  const byRequest = service.conditionKeys.some((key) => key.name === 'aws:RequestTag/${TagKey}');
  if (byResource === 'no') return byRequest ? 'partial' : 'no';
  return byResource === 'yes' && byRequest ? 'yes' : 'partial';
}

/** Whether some action of the service needs another one besides. */
export function hasDependent(service: Service, name: ActionName): boolean {
  return service.actions.some(
    (action) =>
      action.dependentActions?.includes(name) === true ||
      action.resourceTypes.some((resource) => resource.dependentActions.includes(name)),
  );
}

function part<T>(items: readonly T[], holds: (item: T) => boolean): Support {
  const count = items.filter(holds).length;
  if (count === 0) return 'no';
  return count === items.length ? 'yes' : 'partial';
}
