import { serviceOf } from '../_internals/registry.ts';
import { catalogInfo } from '../lookup/catalogInfo.ts';
import type { FactKind, Provenance } from '../model/provenance.ts';
import type { Service } from '../model/service.ts';
import type { Citation } from '../overlays/citation.ts';
import { forwardAccess } from '../overlays/forwardAccess.ts';
import { passRoleOperations } from '../overlays/passRoleOperations.ts';
import { resourcePolicies } from '../overlays/resourcePolicies.ts';
import { curatedFeatures } from '../overlays/serviceFeatures.ts';
import type { CuratedFeatures, Support } from '../overlays/serviceFeatures.ts';
import { serviceLinkedRoles } from '../overlays/serviceLinkedRoles.ts';
import * as compute from './_internals/computeSupport.ts';

/** The rows of the table "IAM features you can use with SERVICE", as AWS names and orders them. */
export const FEATURE_NAMES = [
  'Identity-based policies',
  'Resource-based policies',
  'Policy actions',
  'Policy resources',
  'Policy condition keys',
  'ACLs',
  'ABAC (tags in policies)',
  'Temporary credentials',
  'Principal permissions',
  'Service roles',
  'Service-linked roles',
] as const;

/** The name of an IAM feature; `Principal permissions` is what newer pages call forward access sessions. */
export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Whether a service supports one feature, and how that is known. */
export interface Feature {
  readonly feature: FeatureName;
  readonly support: Support;
  /**
   * `computed` from the imported data, whose provenance follows; `curated` from the page that is cited;
   * `none` where nothing is known.
   */
  readonly basis:
    | { readonly kind: 'computed'; readonly from: Provenance }
    | { readonly kind: 'curated'; readonly from: Citation }
    | { readonly kind: 'none' };
}

/**
 * Tells which IAM features a service supports: the eleven rows of AWS's table, in its order.
 *
 * What the data tells is computed; the rest is curated for the most used services, and `unknown` for others.
 *
 * @param prefix - the prefix of the service in any letter case: `ecs`.
 * @returns eleven rows, or `undefined` for a service that the catalog does not have.
 */
export function featuresOf(prefix: string): readonly Feature[] | undefined {
  const service = serviceOf(prefix.toLowerCase());
  return service === undefined ? undefined : rowsOf(service);
}

function rowsOf(service: Service): readonly Feature[] {
  const curated = curatedFeatures(service.prefix);
  return [
    computed('Identity-based policies', service.actions.length > 0 ? 'yes' : 'unknown', 'actions'),
    listed('Resource-based policies', find(resourcePolicies(), service)),
    computed('Policy actions', service.actions.length > 0 ? 'yes' : 'no', 'actions'),
    computed('Policy resources', compute.policyResources(service), 'resourceTypes'),
    computed('Policy condition keys', compute.ownConditionKeys(service), 'conditionKeys'),
    written('ACLs', 'acls', curated),
    computed('ABAC (tags in policies)', compute.tagsInPolicies(service), 'conditionKeys'),
    written('Temporary credentials', 'temporaryCredentials', curated),
    listed('Principal permissions', find(forwardAccess(), service)),
    serviceRoles(service),
    linkedRoles(service, curated),
  ];
}

/** An operation that takes a role shows that there are service roles; that none is known shows nothing. */
function serviceRoles(service: Service): Feature {
  if (compute.hasDependent(service, 'iam:PassRole'))
    return computed('Service roles', 'yes', 'dependentActions');
  return listed(
    'Service roles',
    passRoleOperations.find(({ action }) => action.startsWith(`${service.prefix}:`)),
  );
}

/** Of known roles, one that can be shown is cited. */
function linkedRoles(service: Service, curated: CuratedFeatures | undefined): Feature {
  const support = curated?.serviceLinkedRoles ?? 'unknown';
  const roles = serviceLinkedRoles().filter((role) => role.service === service.prefix);
  const role = roles.find(({ source }) => source.checked) ?? roles[0];
  if (role !== undefined) {
    const partial = support === 'partial';
    return listed('Service-linked roles', { support: partial ? 'partial' : 'yes', source: role.source });
  }
  return support === 'unknown' && compute.hasDependent(service, 'iam:CreateServiceLinkedRole')
    ? computed('Service-linked roles', 'yes', 'dependentActions')
    : written('Service-linked roles', 'serviceLinkedRoles', curated);
}

function find<T extends { readonly service: string }>(
  list: readonly T[],
  { prefix }: Service,
): T | undefined {
  return list.find(({ service }) => service === prefix);
}

/** A row of an overlay that has its own citation; one that says nothing else says yes. */
function listed(
  feature: FeatureName,
  fact: { readonly support?: Support; readonly source: Citation } | undefined,
): Feature {
  return fact === undefined
    ? { feature, support: 'unknown', basis: { kind: 'none' } }
    : { feature, support: fact.support ?? 'yes', basis: { kind: 'curated', from: fact.source } };
}

function computed(feature: FeatureName, support: Support, kind: FactKind): Feature {
  return { feature, support, basis: { kind: 'computed', from: catalogInfo.provenance[kind] } };
}

function written(
  feature: FeatureName,
  column: 'acls' | 'temporaryCredentials' | 'serviceLinkedRoles',
  curated: CuratedFeatures | undefined,
): Feature {
  return curated === undefined || curated[column] === 'unknown'
    ? { feature, support: 'unknown', basis: { kind: 'none' } }
    : { feature, support: curated[column], basis: { kind: 'curated', from: curated.source } };
}
