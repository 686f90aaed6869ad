import { compileGlob } from '@policywright/arn';
import type { CatalogService } from '../_internals/catalogService.ts';
import { allServices, serviceOf } from '../_internals/registry.ts';
import { simplePattern } from '../_internals/simplePattern.ts';
import type { ActionName } from '../model/action.ts';

/**
 * Lists the actions of the catalog that a pattern of `Action` or `NotAction` matches (rules S61 to S66, S68).
 *
 * `*` alone and `*:*` match every action. Prefix and name compare without case, `*` stands for any number of
 * characters and `?` for one, both on their own side of the colon. Whether a pattern with a wildcard in its prefix,
 * such as `*:Get*`, grants anything is not promised (rule S65): the list says what it would match, and does not belong
 * into a policy in its place.
 *
 * @param pattern - a pattern as policies have it: `ecs:*Task*`.
 * @returns full names in AWS's spelling, sorted by service, then by name; empty when nothing matches.
 */
export function expandActions(pattern: string): readonly ActionName[] {
  const colon = pattern.indexOf(':');
  if (colon < 0) return /^\*+$/.test(pattern) ? allNames() : [];
  return namesOf(servicesMatching(pattern.slice(0, colon)), pattern.slice(colon + 1));
}

let everyName: readonly ActionName[] | undefined;

/** A copy of the one list of all names, which costs a hundredth of putting it together anew. */
function allNames(): readonly ActionName[] {
  everyName ??= namesOf(allServices(), '*');
  return everyName.slice();
}

function servicesMatching(prefixPattern: string): readonly CatalogService[] {
  if (/[*?]/.test(prefixPattern)) {
    const prefix = compileGlob(prefixPattern, { ignoreCase: true });
    return allServices().filter((service) => prefix.matches(service.prefix));
  }
  const service = serviceOf(prefixPattern.toLowerCase());
  return service === undefined ? [] : [service];
}

function namesOf(services: readonly CatalogService[], namePattern: string): ActionName[] {
  if (!/[*?]/.test(namePattern)) {
    return services.flatMap((service) => service.actionTable.get(namePattern)?.fullName ?? []);
  }
  if (namePattern === '*') return services.flatMap((service) => service.actionTable.fullNames);
  const matches = nameMatcher(namePattern);
  return services.flatMap(({ actionTable }) => {
    const { lowerCaseNames, fullNames } = actionTable;
    return fullNames.filter((_, index) => matches(lowerCaseNames[index] ?? ''));
  });
}

/** Patterns with a head, a tail or a part within are compared by the engine's own search, several times as fast. */
function nameMatcher(pattern: string): (lowerCaseName: string) => boolean {
  if (SIMPLE.test(pattern)) return simplePattern(pattern);
  const glob = compileGlob(pattern, { ignoreCase: true });
  return (name) => glob.matches(name);
}

/** Letters beyond ASCII are left to the matcher, whose rules of case are those of policies. */
const SIMPLE = /^(?:[^*?\u0080-\uffff]*\*[^*?\u0080-\uffff]*|\*[^*?\u0080-\uffff]+\*)$/;
