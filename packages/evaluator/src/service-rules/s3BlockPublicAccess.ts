import { isPublicStatement, type PublicPlace } from '@policywright/conditions';
import { SETTLEMENTS } from '../settlement/settlement.ts';
import type { ServiceRule } from './serviceRule.ts';

/**
 * With `RestrictPublicBuckets`, a bucket or access point whose policy is public serves only its owner's
 * account and AWS services; an access point of a VPC is never public (rule S195). The other settings of Block
 * Public Access are about ACLs and about attaching policies.
 */
export const s3BlockPublicAccess: ServiceRule = {
  name: 's3-block-public-access',
  rules: ['S195'],
  covers: (action) => action.startsWith('s3:'),
  refusal: ({ flags, resourcePolicies }) => {
    if (flags.restrictPublicBuckets !== true) return undefined;
    const isPublic = (place: PublicPlace): boolean =>
      resourcePolicies.some(({ statements }) =>
        statements.some((statement) => isPublicStatement(statement, place)),
      );
    const blocked = {
      bucket: isPublic('bucket'),
      accessPoint: flags.accessPointNetworkOrigin !== 'VPC' && isPublic('accessPoint'),
    };
    return ({ caller, resource, sameAccount }) => {
      const isServed = caller.kind === 'service' || (sameAccount && caller.account !== '');
      const place = resource.includes(':accesspoint/') ? 'accessPoint' : 'bucket';
      return blocked[place] && !isServed ? SETTLEMENTS['public-access-blocked'] : undefined;
    };
  },
};
