import type { ConditionKey } from '@policywright/catalog';

/** Condition keys that AWS's own policies use and that its reference does not list; by name in lower case. */
export const EXTRA_KEYS: ReadonlyMap<string, ConditionKey> = new Map(
  [
    { name: 'aws:IsMcpServiceAction', type: 'Bool' as const, multivalued: false },
    { name: 'aws:PrincipalOrgMasterAccountId', type: 'String' as const, multivalued: false },
    { name: 'lakeformation:GlueARN', type: 'ARN' as const, multivalued: false },
  ].map((key) => [key.name.toLowerCase(), key]),
);
