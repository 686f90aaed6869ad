import * as fc from 'fast-check';
import type { PolicyType } from '../model/policy.ts';

/** Every type of policy, and none. */
export const policyTypes: fc.Arbitrary<PolicyType | undefined> = fc.constantFrom<PolicyType | undefined>(
  undefined,
  'identity',
  'resource',
  'trust',
  'boundary',
  'session',
  'scp',
  'rcp',
  'vpcEndpoint',
);
