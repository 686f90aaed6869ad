import type { World } from '@policywright/operations';
import type { Landscape } from '../landscape/landscape.ts';

/**
 * What a snapshot tells of resources, for calls. What its files leave open is not known.
 *
 * @param landscape - of the snapshot.
 * @param own - the account of the caller.
 */
export function worldOf(landscape: Landscape, own: string): World {
  const told = new Map((landscape.snapshot.resources ?? []).map((data) => [data.arn, data]));
  const roles = landscape.principals.filter(({ data }) => data.kind === 'role');
  return {
    accountOf: (arn) => told.get(arn)?.account,
    tagsOf: (arn) => {
      const principal = landscape.principal(arn)?.data;
      if (principal?.arn !== arn) return told.get(arn)?.tags;
      return principal.gaps.some(({ kind }) => kind === 'tags') ? undefined : principal.tags;
    },
    policyOf: (arn) => {
      const data = told.get(arn);
      if (data === undefined || data.isPolicyUnknown) return undefined;
      // Grants may let a caller use a key, and a block of public access keep it from a bucket, beside their policies.
      const isBeyond = data.grants.length > 0 || (data.restrictsPublicAccess && data.account !== own);
      return isBeyond ? undefined : data.policy;
    },
    trustOf: (arn) => {
      const principal = landscape.principal(arn)?.data;
      return principal?.arn === arn ? principal.trust : undefined;
    },
    keyOf: (arn) => told.get(arn)?.keyArn,
    rolesOf: (arn) => {
      const data = told.get(arn);
      return data === undefined || data.roles.length === 0 ? undefined : data.roles;
    },
    roleOfProfile: (profile) => {
      const isNamed = (arn: string): boolean => arn === profile || arn.endsWith(`/${profile}`);
      const found = roles.filter(({ data }) => data.account === own && data.profiles.some(isNamed));
      return found.length === 1 ? found[0]?.data.arn : undefined;
    },
  };
}
