import type { World } from '@policywright/operations';

/**
 * Joins what two sources tell of resources.
 *
 * @param first - goes before the other, question by question and resource by resource.
 * @param second - answers what the first leaves open.
 */
export function joinWorlds(first: World, second: World): World {
  return {
    accountOf: (arn) => first.accountOf?.(arn) ?? second.accountOf?.(arn),
    tagsOf: (arn) => first.tagsOf?.(arn) ?? second.tagsOf?.(arn),
    policyOf: (arn) => first.policyOf?.(arn) ?? second.policyOf?.(arn),
    trustOf: (arn) => first.trustOf?.(arn) ?? second.trustOf?.(arn),
    keyOf: (arn) => first.keyOf?.(arn) ?? second.keyOf?.(arn),
    underlyingOf: (arn) => first.underlyingOf?.(arn) ?? second.underlyingOf?.(arn),
    roleOfProfile: (profile) => first.roleOfProfile?.(profile) ?? second.roleOfProfile?.(profile),
    rolesOf: (arn) => first.rolesOf?.(arn) ?? second.rolesOf?.(arn),
  };
}
