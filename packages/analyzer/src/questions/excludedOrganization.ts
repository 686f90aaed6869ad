import { policyFromValue, type Condition } from '@policywright/policy';

/**
 * The conditions that hold for callers of an organization.
 *
 * @param organization - its id.
 */
export function excludedOrganization(organization: string): readonly Condition[] {
  const read = policyFromValue({
    Version: '2008-10-17',
    Statement: {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: {
        'ForAnyValue:StringEquals': { 'aws:PrincipalOrgID': organization },
        'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${organization}/*` },
      },
    },
  });
  return read.ok ? read.policy.statements.flatMap(({ conditions }) => conditions) : [];
}
