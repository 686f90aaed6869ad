import type { ServiceDescription } from '@policywright/catalog';
import { citationWords, featureRow, pageOfFeatures } from '../featureRow.ts';

type Rows = readonly (readonly string[])[];

/**
 * All that is known of a service, one thing a row for `cut`, `awk` and the like: the first cell says what it is.
 *
 * @returns rows in the order of AWS's page, links last.
 */
export function serviceRows(description: ServiceDescription): Rows {
  const { features, resourcePolicies, resourceTypes, conditionKeys, forwardAccess, pages } = description;
  const page = pageOfFeatures(features);
  return [
    ...features.map((feature) => ['feature', ...featureRow(feature)]),
    ...(resourcePolicies.operation === undefined ? [] : [['resource policy', resourcePolicies.operation]]),
    ['resource control policies', resourcePolicies.resourceControlPolicies ? 'apply' : 'do not apply'],
    ...actionRows(description),
    ...resourceTypes.flatMap(({ name, arnFormats, actions }) =>
      arnFormats.map((format) => ['resource type', name, format, actions.join(', ')]),
    ),
    ...conditionKeys.map(({ name, type, multivalued, actions, resourceTypes: types }) => [
      'condition key',
      name,
      type,
      multivalued ? 'many' : 'one',
      actions.join(', '),
      types.join(', '),
    ]),
    ...tagRows(description),
    ...(forwardAccess === undefined
      ? []
      : [['forward access', forwardAccess.page, citationWords(forwardAccess), forwardAccess.url]]),
    ...roleRows(description),
    ...(page === undefined ? [] : [['link', 'IAM features', page]]),
    ...pages.map(({ name, url }) => ['link', name, url]),
  ];
}

function actionRows({ actions: { all, wildcards, operations } }: ServiceDescription): Rows {
  return [
    ...all.map(({ fullName, accessLevels, resourceTypes, permissionOnly }) => [
      'action',
      fullName,
      accessLevels.join(', '),
      resourceTypes.map(({ name, required }) => (required ? name : `${name}?`)).join(', ') || '*',
      permissionOnly === true ? 'permission only' : '',
    ]),
    ...wildcards.map(({ pattern, actions }) => ['wildcard', pattern, String(actions)]),
    ...operations.flatMap(({ name, permissions }) =>
      permissions.map(({ action, holder, need, when = '', conditions }) => [
        'operation',
        name,
        action,
        holder,
        need,
        when,
        Object.entries(conditions)
          .map(([key, values]) => `${key}=${values.join(',')}`)
          .join(' '),
      ]),
    ),
  ];
}

function tagRows({ tags }: ServiceDescription): Rows {
  return [
    ...tags.resourceTypes.map(({ name, keys }) => ['tags', name, keys.join(', ')]),
    ...tags.onCreate.map((action) => ['tags', action, 'on create']),
    ...tags.tagging.map((action) => ['tags', action, 'tagging']),
  ];
}

function roleRows({ serviceRoles, roleTakingActions, serviceLinkedRoles }: ServiceDescription): Rows {
  return [
    ...serviceRoles.map(({ operation, parameter, passedToServices }) => [
      'role',
      operation,
      parameter,
      passedToServices.join(', '),
    ]),
    ...roleTakingActions.map((action) => ['role', action, '', '']),
    ...serviceLinkedRoles.map(({ roleName, servicePrincipal, source }) => [
      'service-linked role',
      roleName,
      servicePrincipal,
      citationWords(source),
    ]),
  ];
}
