import { policyFromValue, type Policy } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { compile, type PolicySetFlags } from '../index.ts';

const MEMBER = 'arn:aws:iam::444455556666:root';

function decide(flags: PolicySetFlags, resource: string): string {
  const read = policyFromValue({ Statement: { Effect: 'Allow', Action: 'sts:AssumeRoot', Resource: '*' } });
  const identity: Policy[] = read.ok ? [read.policy] : [];
  const principal = 'arn:aws:sts::111122223333:assumed-role/rescue/run1';
  return compile({ identity, flags }).decide({ principal, action: 'sts:AssumeRoot', resource });
}

describe('S204: sts:AssumeRoot goes to the root user of a member account', () => {
  const management = { principalInManagementAccount: true };
  test.each([
    ['from the management account', management, MEMBER, 'Allow'],
    ['from the delegated administrator', { delegatedAdministrator: true }, MEMBER, 'Allow'],
    ['not from another account', {}, MEMBER, 'ImplicitDeny'],
    ['not to the management account', management, 'arn:aws:iam::111122223333:root', 'ImplicitDeny'],
    ['not to a role', management, 'arn:aws:iam::444455556666:role/admin', 'ImplicitDeny'],
    ['not to what is not named', management, '*', 'ImplicitDeny'],
  ])('%s', (...[, flags, resource, expected]) => {
    expect(decide(flags, resource)).toBe(expected);
  });
});
