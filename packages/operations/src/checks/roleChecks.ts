import type { Need, RoleParameter } from '@policywright/catalog';
import { isArn } from '../arns/readForm.ts';
import { resourcesOf } from '../arns/resourcesOf.ts';
import { roleByName } from '../arns/roleByName.ts';
import { isKnown, type NamedResource } from '../arns/scope.ts';
import { isObject, valuesAt } from '../input/valuesAt.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { PlannedAction } from '../plan/operationPlan.ts';
import { needOf } from './actionChecks.ts';
import type { CallScope } from './callScope.ts';
import { checkContext } from './checkContext.ts';
import { trustCheck } from './trustCheck.ts';

/** A role that a call passes, the services of which one will assume it, and whether the call does so for certain. */
interface PassedRole {
  readonly role: NamedResource;
  readonly services: readonly string[];
  readonly need: Need;
}

/** The checks of roles that a call passes: `iam:PassRole`, and that the service may assume them (S176, S193). */
export function roleChecks(scope: CallScope): readonly RequiredCheck[] {
  const { passRole, members } = scope.plan;
  if (passRole === undefined && members === undefined) return [];
  const passed = [...fromMembers(passRole, scope), ...fromResources(scope)];
  if (passRole !== undefined) passed.push(...unknownRoles(passRole, scope));
  return distinct(passed).flatMap((one) => {
    const check = passCheck(one, scope);
    return [check, ...assumingServices(one, passRole).map((service) => trustCheck(check, service, scope))];
  });
}

/** Who assumes a role: the service that a guide names besides AWS's table, or else one of those of the table. */
function assumingServices(
  { services, need }: PassedRole,
  passRole: PlannedAction | undefined,
): readonly { readonly service: string; readonly need: Need }[] {
  const [first] = services;
  const listed = passRole?.conditions['iam:PassedToService'] ?? [];
  if (first !== undefined && (services.length === 1 || !listed.includes(first)))
    return [{ service: first, need }];
  // Only one of several will assume it, and nobody knows which.
  return services.map((service) => ({ service, need: 'perhaps' }));
}

const ANY_ROLE: NamedResource = { type: 'role', arn: undefined, pattern: 'arn:*:iam::*:role/*' };

/** Roles for services to which no member and no resource is known to pass one, though AWS's table has them. */
function unknownRoles({ conditions, members }: PlannedAction, { plan }: CallScope): readonly PassedRole[] {
  const told = new Set([
    ...plan.roles.flatMap(({ passedToServices }) => passedToServices),
    ...(plan.members?.passedRoles.map(({ passedTo }) => passedTo) ?? []),
  ]);
  const listed = conditions['iam:PassedToService'] ?? [];
  const services = listed.filter((service) => !told.has(service));
  const nowhere = members.length === 0 && told.size === 0;
  return services.length > 0 || nowhere ? [{ role: ANY_ROLE, services, need: 'perhaps' }] : [];
}

function fromMembers(passRole: PlannedAction | undefined, scope: CallScope): PassedRole[] {
  if (passRole === undefined) return [];
  const need = needOf(passRole, scope);
  return scope.plan.roles.flatMap((parameter) => {
    const values = valuesAt(scope.input, parameter.parameter);
    const services = parameter.passedToServices;
    // A call that lacks what every call has: it stays, and is not understood.
    if (values.length === 0 && parameter.required)
      return [{ role: ANY_ROLE, services, need: 'always' as const }];
    return values.map((value) => ({
      role: roleOf(value, parameter, scope),
      services,
      need: need === 'perhaps' ? ('perhaps' as const) : (need ?? 'thisCall'),
    }));
  });
}

function roleOf(value: unknown, { parameter }: RoleParameter, scope: CallScope): NamedResource {
  const { world } = scope;
  const profiles = scope.plan.members?.instanceProfiles ?? [];
  if (profiles.includes(parameter)) {
    const named = isObject(value) ? (value['Arn'] ?? value['Name']) : value;
    const role = typeof named === 'string' && isKnown(named) ? world.roleOfProfile?.(named) : undefined;
    return role !== undefined && isArn(role) ? roleNamed(role) : ANY_ROLE;
  }
  if (typeof value !== 'string' || !isKnown(value)) return ANY_ROLE;
  if (isArn(value)) return roleNamed(value);
  return roleByName(value.startsWith('/') ? value.slice(1) : value, scope);
}

function roleNamed(arn: string): NamedResource {
  const isRole = /^arn:[^:]*:iam::\d*:role\/./.test(arn);
  return isRole ? { type: 'role', arn, pattern: arn } : ANY_ROLE;
}

/** Roles that come with a resource, such as those of a task definition. */
function fromResources(scope: CallScope): readonly PassedRole[] {
  return (scope.plan.members?.passedRoles ?? []).flatMap(({ resource, passedTo }) =>
    resourcesOf(resource, scope).flatMap(({ arn }): readonly PassedRole[] => {
      const roles = arn === undefined ? undefined : scope.world.rolesOf?.(arn);
      const services = [passedTo];
      if (roles === undefined) return [{ role: ANY_ROLE, services, need: 'perhaps' }];
      return roles.map((role) => ({ role: roleNamed(role), services, need: 'thisCall' }));
    }),
  );
}

function distinct(passed: readonly PassedRole[]): readonly PassedRole[] {
  const seen = new Set<string>();
  return passed.filter(({ role, services }) => {
    const key = `${role.pattern} ${services.join(' ')}`;
    if (role.arn !== undefined && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function passCheck({ role, services, need }: PassedRole, scope: CallScope): RequiredCheck {
  const { context, absent } = checkContext(scope, {
    action: 'iam:PassRole',
    reason: 'passRole',
    resource: role,
  });
  const [service] = services;
  return {
    action: 'iam:PassRole',
    resource: role.arn,
    resourcePattern: role.arn === undefined ? role.pattern : undefined,
    resourceType: 'role',
    principal: scope.call.principal,
    context:
      services.length === 1 && service !== undefined
        ? { ...context, 'iam:PassedToService': service }
        : context,
    absent,
    inPart: {},
    reason: 'passRole',
    need,
    source: scope.plan.passRole?.source ?? scope.plan.source,
  };
}
