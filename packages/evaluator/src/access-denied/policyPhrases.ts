import type { LayerKind } from '../statement/layer.ts';

/** What AWS's access-denied sentence calls a policy of each layer. */
export const POLICY_PHRASES = {
  identity: 'identity-based policy',
  resource: 'resource-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  scp: 'service control policy',
  rcp: 'resource control policy',
  vpcEndpoint: 'VPC endpoint policy',
} as const satisfies Readonly<Record<LayerKind, string>>;

/** What it calls the resource-based policy of a role. */
export const TRUST_PHRASE = 'role trust policy';
