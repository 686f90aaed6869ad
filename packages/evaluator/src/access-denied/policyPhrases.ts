import type { LayerKind } from '../layers/layer.ts';

/** A type of policy as AWS's access-denied messages call it. */
export type PolicyType =
  | 'identity-based policy'
  | 'resource-based policy'
  | 'permissions boundary'
  | 'session policy'
  | 'service control policy'
  | 'resource control policy'
  | 'VPC endpoint policy'
  | 'role trust policy';

/** What AWS's access-denied sentence calls a policy of each layer. */
export const POLICY_PHRASES: Readonly<Record<LayerKind, PolicyType>> = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  vpcEndpoint: 'VPC endpoint policy',
};

/** What it calls the resource-based policy of a role. */
export const TRUST_PHRASE: PolicyType = 'role trust policy';
