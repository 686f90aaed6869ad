import { isAccountId, parseArn } from '@policywright/arn';
import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/**
 * sts:AssumeRoot goes from the management account, or from the delegated administrator of IAM, to the root
 * user of a member account, which has no resource policy: the caller's own policies decide. The management
 * account itself is no member, and root credentials cannot make the call (rule S204).
 */
export const stsAssumeRoot: ServiceRule = {
  name: 'sts-assume-root',
  rules: ['S204'],
  covers: (action) => action === 'sts:assumeroot',
  ignoresGrants: true,
  crossesAccounts: true,
  refusal:
    ({ flags }) =>
    ({ caller, resource }) => {
      const { principalInManagementAccount: manages = false, delegatedAdministrator = false } = flags;
      const mayCall = (manages || delegatedAdministrator) && caller.kind !== 'root';
      const account = accountOfRoot(resource);
      const isMember = account !== undefined && !(manages && account === caller.account);
      return mayCall && isMember ? undefined : SETTLEMENTS['assume-root-refused'];
    },
};

/** The account whose root user an ARN names; `undefined` if it names another thing. */
function accountOfRoot(text: string): string | undefined {
  const arn = parseArn(text);
  const isRoot = arn?.service === 'iam' && arn.region === '' && arn.resource === 'root';
  return isRoot && isAccountId(arn.account) ? arn.account : undefined;
}
