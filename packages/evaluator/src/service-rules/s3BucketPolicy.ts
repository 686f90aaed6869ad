import { LAYER_BIT } from '../layers/layer.ts';
import type { ServiceRule } from './serviceRule.ts';

const BUCKET_POLICY: ReadonlySet<string> = new Set([
  's3:deletebucketpolicy',
  's3:getbucketpolicy',
  's3:putbucketpolicy',
]);

/**
 * The owner's root user reads, sets and deletes a bucket policy even if that policy denies it; only endpoint
 * policies and policies of the organization stop it (rule S205). That nobody of another account can is in
 * `crossAccount.ts`.
 */
export const s3BucketPolicy: ServiceRule = {
  name: 's3-bucket-policy',
  rules: ['S205'],
  covers: (action) => BUCKET_POLICY.has(action),
  lifts: ({ caller, sameAccount }) => (caller.kind === 'root' && sameAccount ? LAYER_BIT.resource : 0),
};
