import { keyTemplate, keyTemplateMatches } from '../_internals/keyTemplate.ts';
import type { CatalogService } from '../_internals/catalogService.ts';
import { serviceOf } from '../_internals/registry.ts';
import { KEY_PREFIX_OWNERS } from '../data/keyPrefixes.gen.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import { documentedKeys, type DocumentedKey } from '../overlays/documentedKeys.ts';
import { findFederationKey } from '../overlays/federationKeys.ts';
import { globalConditionKeys, type GlobalConditionKey } from '../overlays/globalConditionKeys.ts';

/**
 * Finds the definition of a condition key, by template name or as a policy writes it.
 *
 * Names compare without case (rule S73), and a variable of a template stands for any text that is not empty,
 * so that `aws:resourcetag/team` finds `aws:ResourceTag/${TagKey}` (rule S75). The reference writes some of those
 * variables as `tag-key`, or as nothing. Keys of AWS's guides that its reference does not list are found, too.
 *
 * @param key - the key: `ecs:cluster`, `aws:ResourceTag/team`, `saml:aud`.
 * @returns the definition, or `undefined` where the catalog has none.
 */
export function findConditionKey(key: string): ConditionKey | undefined {
  const global = findGlobalKey(key);
  if (global !== undefined) return global;
  return findDefinedKey(key)?.key ?? findFederationKey(key) ?? withoutSource(findDocumentedKey(key));
}

function withoutSource(found: DocumentedKey | undefined): ConditionKey | undefined {
  return found && { name: found.name, type: found.type, multivalued: found.multivalued };
}

/** Finds a key that AWS's guides name and its reference does not list, as a policy writes it. */
export function findDocumentedKey(key: string): DocumentedKey | undefined {
  const lowerCase = key.toLowerCase();
  return documentedKeys.find(({ name }) => keyTemplateMatches(name.toLowerCase(), lowerCase));
}

/** Finds a key that the reference lists at some service, with that service: its own where the prefix is that of one. */
export function findDefinedKey(key: string): { service: CatalogService; key: ConditionKey } | undefined {
  for (const service of servicesWithKeysLike(key)) {
    const found = findKeyOfService(service, key);
    if (found !== undefined) return { service, key: found };
  }
  return undefined;
}

/** Finds a global condition key, by template name or as a policy writes it. */
export function findGlobalKey(key: string): GlobalConditionKey | undefined {
  const lowerCase = key.toLowerCase();
  return globalConditionKeys.find((candidate) => keyTemplateMatches(candidate.name.toLowerCase(), lowerCase));
}

/** Finds a key among those of one service: by its exact name, else by the template that says most about it. */
export function findKeyOfService(service: CatalogService, key: string): ConditionKey | undefined {
  const lowerCase = key.toLowerCase();
  const exact = service.conditionKey(lowerCase);
  if (exact !== undefined) return exact;
  let best: ConditionKey | undefined;
  for (const candidate of service.conditionKeys) {
    if (!keyTemplateMatches(keyTemplate(candidate.name), lowerCase)) continue;
    if (best === undefined || candidate.name.length > best.name.length) best = candidate;
  }
  return best;
}

function servicesWithKeysLike(key: string): CatalogService[] {
  const colon = key.indexOf(':');
  if (colon < 0) return [];
  const prefix = key.slice(0, colon).toLowerCase();
  const own = serviceOf(prefix);
  const owners = KEY_PREFIX_OWNERS.filter(([keyPrefix]) => {
    const lowerCase = keyPrefix.toLowerCase();
    return lowerCase === prefix || keyTemplateMatches(lowerCase, prefix);
  }).flatMap(([, services]) => services.split(' '));
  const others = owners.flatMap((owner) => serviceOf(owner) ?? []);
  return own === undefined ? others : [own, ...others];
}
