import type { Need } from '@policywright/catalog';
import type { ContextValue } from '@policywright/conditions';
import type { RequiredCheck } from '../model/check.ts';
import type { CallScope } from './callScope.ts';

/**
 * Services that say in their guides that `aws:SourceAccount` is there when they assume a role: what others send is not
 * known. "IAM roles for Amazon ECS tasks" (read 2026-11-30).
 */
const SEND_ACCOUNT: ReadonlySet<string> = new Set(['ecs-tasks.amazonaws.com']);

/** That a service may assume a role that is passed to it, by the role's trust policy. */
export function trustCheck(
  passed: RequiredCheck,
  { service, need }: { readonly service: string; readonly need: Need },
  scope: CallScope,
): RequiredCheck {
  const context: Record<string, ContextValue> = {
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': service,
    'aws:PrincipalServiceNamesList': [service],
    'aws:ViaAWSService': 'false',
    'aws:SecureTransport': 'true',
    ...(SEND_ACCOUNT.has(service) && { 'aws:SourceAccount': scope.account }),
  };
  return {
    ...passed,
    action: 'sts:AssumeRole',
    principal: { service },
    context,
    absent: ['sts:ExternalId', 'aws:CalledVia', 'aws:RequestTag/*', 'aws:TagKeys'],
    reason: 'trust',
    need,
  };
}
