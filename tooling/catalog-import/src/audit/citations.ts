import {
  dependentActions,
  documentedKeys,
  featuresOf,
  federationKeys,
  forwardAccess,
  globalConditionKeys,
  linkedRolePolicies,
  resourcePolicies,
  roleParameters,
  serviceLinkedRoles,
  services,
  type Citation,
} from '@policywright/catalog';

/** How the facts of an overlay are known. */
export interface CitationCounts {
  readonly overlay: string;
  readonly facts: number;
  /** Of which a page was read. */
  readonly read: number;
  /** Of the others, those that a second source shows. */
  readonly shown: number;
  /** Those from memory alone. */
  readonly unchecked: number;
}

/** Counts the facts of each overlay that cites pages, by how they are known. */
export function countCitations(): readonly CitationCounts[] {
  return Object.entries(OVERLAYS).map(([overlay, sources]) => {
    const citations = sources();
    const read = citations.filter((source) => source.read).length;
    const checked = citations.filter((source) => source.checked).length;
    return {
      overlay,
      facts: citations.length,
      read,
      shown: checked - read,
      unchecked: citations.length - checked,
    };
  });
}

const OVERLAYS: Readonly<Record<string, () => readonly Citation[]>> = {
  'dependent actions': () => sourcesOf(dependentActions()),
  'documented keys': () => sourcesOf(documentedKeys),
  features: () =>
    services().flatMap(({ prefix }) =>
      (featuresOf(prefix) ?? []).flatMap(({ basis }) => (basis.kind === 'curated' ? [basis.from] : [])),
    ),
  'forward access': () => sourcesOf(forwardAccess()),
  'global keys': () => sourcesOf(globalConditionKeys),
  'keys of federation': () => sourcesOf(federationKeys),
  'policies of service-linked roles': () => sourcesOf(linkedRolePolicies()),
  'resource-based policies': () => sourcesOf(resourcePolicies()),
  'role parameters': () => sourcesOf(roleParameters()),
  'service-linked roles': () => sourcesOf(serviceLinkedRoles()),
};

function sourcesOf(facts: readonly { readonly source: Citation }[]): readonly Citation[] {
  return facts.map(({ source }) => source);
}
