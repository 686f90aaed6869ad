import { catalogInfo, featuresOf, getService, services } from '@policywright/catalog';
import { code, escape, table } from './markdown.js';

/** The pages of all services, in the order of their names. */
export function servicePages() {
  return services().map(({ prefix }) => ({ prefix, content: servicePage(prefix) }));
}

/** A list of all services with links. */
export function servicesIndex() {
  const rows = services()
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ prefix, name, actions, resourceTypes }) => [
      `[${escape(name)}](/services/${prefix})`,
      `\`${prefix}\``,
      actions.length,
      resourceTypes.length,
    ]);
  return table(['service', 'prefix', 'actions', 'resource types'], rows);
}

/**
 * How one service works with IAM, from the catalog: the features that policies can use, its actions, resource
 * types and condition keys.
 *
 * @param {string} prefix - such as `ecs`.
 * @returns {string} Markdown.
 */
export function servicePage(prefix) {
  const service = getService(prefix);
  if (service === undefined) throw new Error(`no service has the prefix ${prefix}`);
  const { name, actions, resourceTypes, conditionKeys } = service;
  return [
    `# How ${escape(name)} works with IAM`,
    `Actions of this service start with \`${prefix}:\`. Data: ${catalogInfo.version}; facts that AWS states only in prose carry their source.`,
    '## Features',
    features(prefix),
    '## Actions',
    `${actions.length} actions. Name several with a wildcard, such as \`${prefix}:Describe*\`. “Permission only” means that no API operation has this name.`,
    table(
      ['action', 'access', 'resource types', 'condition keys', 'also needs'],
      actions.map((action) => [
        `\`${action.name}\`${action.permissionOnly === true ? ' (permission only)' : ''}`,
        action.accessLevels.join(', '),
        action.wildcardOnly
          ? '`*`'
          : action.resourceTypes
              .map(({ name: type, required }) => code(type) + (required ? '' : '?'))
              .join(' '),
        action.conditionKeys.map(code).join(' '),
        dependentsOf(action).map(code).join(' '),
      ]),
    ),
    '`?` marks a resource type that a request may leave out.',
    '## Resource types',
    resourceTypes.length === 0
      ? 'None: policies name every resource of this service as `*`.'
      : table(
          ['type', 'ARN', 'condition keys'],
          resourceTypes.map((type) => [
            code(type.name),
            type.arnFormats.map(code).join(' '),
            type.conditionKeys.map(code).join(' '),
          ]),
        ),
    '## Condition keys',
    conditionKeys.length === 0
      ? 'No keys of its own; the global keys apply.'
      : table(
          ['key', 'type', 'values'],
          conditionKeys.map((key) => [code(key.name), key.type, key.multivalued ? 'many' : 'one']),
        ),
  ].join('\n\n');
}

/** Actions that a caller needs as well, for some of the resources at least. */
function dependentsOf({ dependentActions, resourceTypes }) {
  const all = [...(dependentActions ?? []), ...resourceTypes.flatMap((type) => type.dependentActions)];
  return [...new Set(all)];
}

function features(prefix) {
  const rows = (featuresOf(prefix) ?? []).map((row) => [escape(row.feature), escape(row.support)]);
  return table(['feature', 'supported'], rows);
}
