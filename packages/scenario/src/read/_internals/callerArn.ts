import { isAccountId, parseArn } from '@policywright/arn';

/** Whether a text is an ARN with an account and a name, as those of users, roles, sessions and root are. */
export function isCallerArn(text: string): boolean {
  const arn = parseArn(text);
  return arn !== undefined && isAccountId(arn.account) && arn.resource !== '';
}
