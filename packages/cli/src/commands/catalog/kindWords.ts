import type { CatalogItemKind } from '@policywright/catalog';

/** How tables name the kinds of things that a catalog has. */
export const KIND_WORDS: Readonly<Record<CatalogItemKind, string>> = {
  service: 'service',
  action: 'action',
  resourceType: 'resource type',
  conditionKey: 'condition key',
};
