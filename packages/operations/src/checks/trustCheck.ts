import type { Need } from '@policywright/catalog';
import type { ContextValue } from '@policywright/conditions';
import { patternOf } from '../arns/scope.ts';
import type { RequiredCheck } from '../model/check.ts';
import type { CallScope } from './callScope.ts';

/**
 * What services send when they assume a role, as far as their guides say: the account in `aws:SourceAccount`, and a pattern
 * of `aws:SourceArn`. "Amazon ECS task IAM role" (read 2026-11-30). What others send is not known.
 */
const SENT: Readonly<Record<string, (scope: CallScope) => string>> = {
  'ecs-tasks.amazonaws.com': ({ partition, region, account }) =>
    `arn:${partition}:ecs:${region}:${account}:*`,
};

/** That a service may assume a role that is passed to it, by the role's trust policy. */
export function trustCheck(
  passed: RequiredCheck,
  { service, need }: { readonly service: string; readonly need: Need },
  scope: CallScope,
): RequiredCheck {
  const sent = SENT[service]?.(scope);
  const sourceArn = sent === undefined ? undefined : patternOf(sent);
  const context: Record<string, ContextValue> = {
    'aws:PrincipalIsAWSService': 'true',
    'aws:PrincipalServiceName': service,
    'aws:PrincipalServiceNamesList': [service],
    'aws:ViaAWSService': 'false',
    'aws:SecureTransport': 'true',
    ...(sourceArn !== undefined && { 'aws:SourceAccount': scope.account }),
  };
  return {
    ...passed,
    action: 'sts:AssumeRole',
    principal: { service },
    context,
    absent: ['sts:ExternalId', 'aws:CalledVia', 'aws:RequestTag/*', 'aws:TagKeys'],
    inPart: sourceArn === undefined ? {} : { 'aws:sourcearn': sourceArn },
    reason: 'trust',
    need,
  };
}
