import { serviceOf } from '../../_internals/registry.ts';
import { getAction } from '../../lookup/getAction.ts';
import type { Action, ActionName } from '../../model/action.ts';
import { roleParameters } from '../../operations/roleParameters.ts';
import { serviceLinkedRoles } from '../../overlays/serviceLinkedRoles.ts';
import type { OperationOptions, RequiredPermission } from '../../model/requiredPermission.ts';

type Scope = Pick<RequiredPermission, 'resources' | 'conditions'>;

/** On what an action is needed, and what its request will carry. */
export function scopeOf(action: Action, neededBy: ActionName, options: OperationOptions): Scope {
  const service = neededBy.slice(0, neededBy.indexOf(':'));
  if (action.fullName === 'iam:PassRole') {
    const passed = roleParameters(service).filter(({ operation }) => operation === neededBy);
    const services = new Set(passed.flatMap(({ passedToServices }) => passedToServices));
    return {
      resources: options.roles ?? formatsOf(action),
      conditions: services.size === 0 ? {} : { 'iam:PassedToService': [...services] },
    };
  }
  if (action.fullName === 'iam:CreateServiceLinkedRole') return linkedRoleScope(action, service);
  if (action.service === 'kms' && service !== 'kms' && !action.wildcardOnly) {
    return { resources: options.kmsKeys ?? formatsOf(action), conditions: {} };
  }
  return { resources: formatsOf(action, taggedBy(action, neededBy)), conditions: {} };
}

/** What tags the resources of a service, where a request for an action of it can carry tags. */
export function taggingAction(action: Action): Action | undefined {
  if (!action.conditionKeys.includes('aws:TagKeys')) return undefined;
  return serviceOf(action.service)?.actionTable.get('TagResource');
}

/**
 * The resource types that a call can tag, where its need is to tag what it makes: those for which its request carries
 * tags.
 */
function taggedBy(action: Action, neededBy: ActionName): readonly string[] | undefined {
  const maker = getAction(neededBy);
  // Names of resource types are those of one service.
  if (action.service !== maker?.service || !action.accessLevels.includes('Tagging')) return undefined;
  const made = maker.resourceTypes.filter(({ conditionKeys }) =>
    conditionKeys.some((key) => key.startsWith('aws:RequestTag/')),
  );
  return made.length === 0 ? undefined : made.map(({ name }) => name);
}

function linkedRoleScope(action: Action, prefix: string): Scope {
  const roles = serviceLinkedRoles().filter((role) => role.service === prefix);
  if (roles.length === 0) return { resources: formatsOf(action), conditions: {} };
  return {
    resources: roles.map(
      (role) =>
        `arn:\${Partition}:iam::\${Account}:role/aws-service-role/${role.servicePrincipal}/${role.roleName}*`,
    ),
    conditions: { 'iam:AWSServiceName': roles.map((role) => role.servicePrincipal) },
  };
}

/** The ARN formats of the resource types of an action, or of those among them that are named. */
function formatsOf(action: Action, only?: readonly string[]): readonly string[] {
  if (action.wildcardOnly) return ['*'];
  const types = serviceOf(action.service)?.resourceTypes ?? [];
  const own = action.resourceTypes.map((resource) => resource.name);
  const some = own.filter((name) => only?.includes(name) ?? true);
  const names = new Set(some.length === 0 ? own : some);
  return types.filter((type) => names.has(type.name)).flatMap((type) => type.arnFormats);
}
