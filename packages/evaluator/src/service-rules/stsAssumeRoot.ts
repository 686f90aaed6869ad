import { SETTLEMENTS } from '../decision/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/**
 * sts:AssumeRoot goes from the management account, or from the delegated administrator of IAM, to the root
 * user of a member account, which has no resource policy: the caller's own policies decide. Root credentials
 * cannot make the call, and the management account is no member account (rule S204).
 */
export const stsAssumeRoot: ServiceRule = {
  name: 'sts-assume-root',
  rules: ['S204'],
  covers: (action) => action === 'sts:assumeroot',
  ignoresGrants: true,
  crossesAccounts: true,
  refusal:
    ({ flags }) =>
    ({ caller, resource, sameAccount }) => {
      const { principalInManagementAccount = false, delegatedAdministrator = false } = flags;
      const mayCall = (principalInManagementAccount || delegatedAdministrator) && caller.kind !== 'root';
      const isMember = ROOT_USER.test(resource) && !(principalInManagementAccount && sameAccount);
      return mayCall && isMember ? undefined : SETTLEMENTS['assume-root-refused'];
    },
};

const ROOT_USER = /^arn:[^:]*:iam::[0-9]{12}:root$/;
