import { SETTLEMENTS } from '../decision/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/**
 * sts:AssumeRoot goes from the management account, or from the delegated administrator of IAM, to the root
 * user of a member account, which has no resource policy: the caller's own policies decide. Root credentials
 * cannot make the call (rule S204).
 */
export const stsAssumeRoot: ServiceRule = {
  name: 'sts-assume-root',
  rules: ['S204'],
  covers: (action) => action === 'sts:assumeroot',
  ignoresGrants: true,
  crossesAccounts: true,
  refusal:
    ({ flags }) =>
    ({ caller }) => {
      const mayCall = flags.principalInManagementAccount === true || flags.delegatedAdministrator === true;
      return mayCall && caller.kind !== 'root' ? undefined : SETTLEMENTS['assume-root-refused'];
    },
};
