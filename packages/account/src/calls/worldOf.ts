import type { World } from '@policywright/operations';
import type { Landscape } from '../landscape/landscape.ts';

/**
 * What a snapshot tells of resources, for calls. What its files leave open is not known.
 *
 * @param landscape - of the snapshot.
 * @param own - the account of the caller; left out where there are several.
 */
export function worldOf(landscape: Landscape, own?: string): World {
  const told = new Map((landscape.snapshot.resources ?? []).map((data) => [data.arn, data]));
  const profiles = rolesByProfile(landscape, own);
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
      const found = profiles.get(profile);
      return found?.size === 1 ? [...found][0] : undefined;
    },
  };
}

/** The roles of instance profiles, by ARN and by name. */
function rolesByProfile(
  { principals }: Landscape,
  own: string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { data } of principals) {
    if (own !== undefined && data.account !== own) continue;
    for (const arn of data.profiles) {
      for (const name of [arn, arn.slice(arn.lastIndexOf('/') + 1)]) {
        const known = roles.get(name);
        if (known === undefined) roles.set(name, new Set([data.arn]));
        else known.add(data.arn);
      }
    }
  }
  return roles;
}
