import type { TrustedZone } from '@policywright/analyzer';
import { isAccountId } from '@policywright/arn';
import { quote } from '@policywright/policy/text';
import { CommandError } from '../../commandError.ts';

/**
 * Reads who is trusted.
 *
 * @param trust - numbers of accounts, and the id of at most one organization.
 * @throws CommandError - for anything else.
 */
export function trustedZone(
  trust: readonly string[],
): Required<Pick<TrustedZone, 'accounts' | 'organization'>> {
  const organizations = trust.filter((id) => /^o-[a-z0-9]{10,32}$/.test(id));
  const accounts: readonly string[] = trust.filter((id) => isAccountId(id));
  const [wrong] = trust.filter((id) => !organizations.includes(id) && !accounts.includes(id));
  if (wrong !== undefined)
    throw new CommandError(`${quote(wrong)} is neither an account nor an organization`, {
      help: 'write 12 digits, or an id such as `o-a1b2c3d4e5`',
    });
  if (organizations.length > 1)
    throw new CommandError('only one organization can be trusted', {
      help: 'trust accounts of others by number',
    });
  return { accounts, organization: organizations[0] };
}
