import { SETTLEMENTS } from '../decision/settlement.ts';
import { isPublicPolicy } from './isPublicPolicy.ts';
import type { ServiceRule } from './serviceRule.ts';

/**
 * With `RestrictPublicBuckets`, a bucket whose policy is public serves only its owner's account and AWS
 * services (rule S195). The other settings of Block Public Access are about ACLs and about attaching policies.
 */
export const s3BlockPublicAccess: ServiceRule = {
  name: 's3-block-public-access',
  rules: ['S195'],
  covers: (action) => action.startsWith('s3:'),
  refusal: ({ flags, resourcePolicy }) => {
    if (flags.restrictPublicBuckets !== true) return undefined;
    if (resourcePolicy === undefined || !isPublicPolicy(resourcePolicy)) return undefined;
    return ({ caller, sameAccount }) =>
      caller.kind === 'service' || (sameAccount && caller.account !== '')
        ? undefined
        : SETTLEMENTS['public-access-blocked'];
  },
};
