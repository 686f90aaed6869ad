import { serviceLinkedRoles, type ServiceLinkedRole } from '@policywright/catalog';
import { passes } from '../input/hasMember.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { CallScope } from './callScope.ts';
import { checkContext } from './checkContext.ts';

const ACTION = 'iam:CreateServiceLinkedRole';

/** The checks of service-linked roles that a call has made where there is none yet (rule S177). */
export function linkedRoleChecks(scope: CallScope): readonly RequiredCheck[] {
  const { members, linkedRole, operation } = scope.plan;
  const facts = (members?.linkedRoles ?? []).filter(
    ({ when }) => when.length === 0 || passes(scope.input, when),
  );
  const listed = (members?.linkedRoles.length ?? 0) > 0 ? [] : (linkedRole?.conditions[AWS_SERVICE] ?? []);
  const principals = [...new Set([...facts.map(({ servicePrincipal }) => servicePrincipal), ...listed])];
  if (principals.length > 0) return principals.flatMap((principal) => checkOf(principal, scope));
  // The reference has the role, and no list knows it by name.
  return linkedRole === undefined || members !== undefined ? [] : checkOf(operation.service, scope);
}

const AWS_SERVICE = 'iam:AWSServiceName';

function checkOf(principal: string, scope: CallScope): readonly RequiredCheck[] {
  const { world, partition, account, plan } = scope;
  const role = serviceLinkedRoles().find((one) => one.servicePrincipal === principal);
  const arn = role === undefined ? undefined : arnOf(role, `arn:${partition}:iam::${account}:role`);
  if (arn !== undefined && world.trustOf?.(arn) !== undefined) return [];
  const pattern = `arn:${partition}:iam::${account}:role/aws-service-role/*`;
  const resource = { type: 'role', arn, pattern: arn ?? pattern };
  const { context, absent } = checkContext(scope, { action: ACTION, reason: 'serviceLinkedRole', resource });
  return [
    {
      action: ACTION,
      resource: arn,
      resourcePattern: arn === undefined ? pattern : undefined,
      resourceType: 'role',
      principal: scope.call.principal,
      context: role === undefined ? context : { ...context, [AWS_SERVICE]: principal },
      absent,
      inPart: {},
      reason: 'serviceLinkedRole',
      need: 'perhaps',
      source: role?.source ?? plan.source,
    },
  ];
}

/** Services that add a suffix of their own have only the beginning of the name. */
function arnOf({ servicePrincipal, roleName }: ServiceLinkedRole, start: string): string | undefined {
  return roleName.endsWith('_') ? undefined : `${start}/aws-service-role/${servicePrincipal}/${roleName}`;
}
