import type { ActionName } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { ACCOUNT, callTo } from '../_testing/given.ts';
import { listChecks } from './listChecks.ts';

const ROLES = `arn:aws:iam::${ACCOUNT}:role/aws-service-role`;

/** The service-linked roles that a call may make: for whom, and which. */
function linked(operation: ActionName): readonly unknown[] {
  return listChecks(callTo(operation, {}))
    .filter(({ action }) => action === 'iam:CreateServiceLinkedRole')
    .map(({ need, reason, resource, resourcePattern, context }) => [
      `${need} ${reason}`,
      context['iam:AWSServiceName'],
      resource ?? `~${String(resourcePattern)}`,
    ]);
}

describe('S177: the service-linked roles of a call of which only the reference tells', () => {
  test('are those of the services that it names, by their own names', () => {
    const principal = 'access-analyzer.amazonaws.com';
    expect(linked('access-analyzer:CreateAnalyzer')).toEqual([
      ['perhaps serviceLinkedRole', principal, `${ROLES}/${principal}/AWSServiceRoleForAccessAnalyzer`],
    ]);
  });

  test('are several where it names several services', () => {
    expect(linked('cloudformation:ActivateOrganizationsAccess').map((role) => (role as string[])[1])).toEqual(
      ['stacksets.cloudformation.amazonaws.com', 'member.org.stacksets.cloudformation.amazonaws.com'],
    );
  });

  test('are any where it names none', () => {
    expect(linked('devicefarm:CreateProject')).toEqual([
      ['perhaps serviceLinkedRole', undefined, `~${ROLES}/*`],
    ]);
  });

  test('are none of a call that makes none', () => {
    expect(linked('s3:GetObject')).toEqual([]);
  });
});
