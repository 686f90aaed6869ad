import type { Service } from '../../model/service.ts';
import { operationsOf } from '../../operations/getOperation.ts';
import { linkedRolePolicies } from '../../overlays/linkedRolePolicies.ts';
import { serviceLinkedRoles } from '../../overlays/serviceLinkedRoles.ts';
import { dependentsOf } from './dependentsOf.ts';
import type { Shown } from './shown.ts';

/**
 * The operations that can take a role. They do not tell what AWS says: of 137 services that have some and whose pages speak
 * of service roles, they say yes for 113.
 */
export function serviceRoles({ prefix }: Service): Shown | undefined {
  const taking = operationsOf(prefix).filter(({ permissions }) =>
    permissions.some(({ action }) => action === 'iam:PassRole'),
  );
  if (taking.length === 0) return undefined;
  const names = new Set(taking.map(({ name }) => `${prefix}:${name}`));
  return {
    data: { kind: 'operations', names: [...names].sort() },
    support: 'unknown',
    from: 'operations',
  };
}

/**
 * Of known roles, one that can be shown is cited; else a policy for some. Operations that have one made are named where
 * that is all that is known: AWS's table says no of most such services.
 */
export function linkedRoles(service: Service): Shown | undefined {
  const roles = serviceLinkedRoles().filter((role) => role.service === service.prefix);
  const shown = roles.find(({ source }) => source.checked) ?? roles[0];
  if (shown !== undefined) {
    const names = roles.map(({ roleName }) => roleName).sort();
    return { data: { kind: 'roles', names }, support: 'yes', from: shown.source };
  }
  const policy = linkedRolePolicies().find((fact) => fact.service === service.prefix);
  if (policy !== undefined)
    return { data: { kind: 'policies', names: [policy.policyName] }, support: 'yes', from: policy.source };
  const making = service.actions.filter((action) =>
    dependentsOf(action).includes('iam:CreateServiceLinkedRole'),
  );
  if (making.length === 0) return undefined;
  const names = making.map(({ fullName }) => fullName);
  return { data: { kind: 'operations', names }, support: 'unknown', from: 'dependentActions' };
}
