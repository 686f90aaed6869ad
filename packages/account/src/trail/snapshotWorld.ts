import { resourcesBehind, type World } from '@policywright/operations';
import type { Landscape } from '../landscape/landscape.ts';
import type { ResourceData } from '../model/resourceData.ts';

/**
 * What a snapshot tells of the resources and roles that calls are about.
 *
 * @param landscape - the accounts.
 */
export function snapshotWorld(landscape: Landscape): World {
  const told = new Map((landscape.snapshot.resources ?? []).map((resource) => [resource.arn, resource]));
  const roles = new Map<string, string>();
  for (const { data } of landscape.principals) {
    for (const profile of data.profiles) {
      roles.set(profile, data.arn);
      roles.set(profile.slice(profile.lastIndexOf('/') + 1), data.arn);
    }
  }
  const behind = (arn: string): ResourceData | undefined => {
    for (const one of resourcesBehind(arn)) {
      const found = told.get(one);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    accountOf: (arn) => behind(arn)?.account ?? landscape.principal(arn)?.data.account,
    tagsOf: (arn) => told.get(arn)?.tags ?? landscape.principal(arn)?.data.tags,
    policyOf: (arn) => told.get(arn)?.policy,
    trustOf: (arn) => landscape.principal(arn)?.data.trust,
    keyOf: (arn) => behind(arn)?.keyArn,
    roleOfProfile: (name) => roles.get(name),
    rolesOf: (arn) => {
      const own = told.get(arn)?.roles ?? [];
      return own.length === 0 ? undefined : own;
    },
  };
}
