import { catalogInfo, describeService, services } from '@policywright/catalog';
import { code, escape, link, table } from '../markdown.js';
import { aclSection, identitySection, resourcePolicySection } from './accessSections.js';
import { actionSection, count } from './actionSection.js';
import { featureTable } from './featureTable.js';
import { keySection } from './keySection.js';
import { resourceSection } from './resourceSection.js';
import { forwardSection, linkedRoleSection, serviceRoleSection, temporarySection } from './roleSections.js';
import { tagSection } from './tagSection.js';

/** @import { Feature, ReferencePage, ServiceDescription } from '@policywright/catalog' */

/** @type {Readonly<Record<Feature['feature'], (description: ServiceDescription, support: Feature['support']) => string>>} */
const SECTIONS = {
  'Identity-based policies': identitySection,
  'Resource-based policies': resourcePolicySection,
  'Policy actions': actionSection,
  'Policy resources': resourceSection,
  'Policy condition keys': keySection,
  ACLs: (_, support) => aclSection(support),
  'ABAC (tags in policies)': tagSection,
  'Temporary credentials': (_, support) => temporarySection(support),
  'Principal permissions': forwardSection,
  'Service roles': serviceRoleSection,
  'Service-linked roles': linkedRoleSection,
};

/** The pages of all services, in the order of their prefixes. */
export function servicePages() {
  return services().map(({ prefix, name }) => ({ prefix, name, content: servicePage(prefix) }));
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
 * How one service works with IAM, from the catalog: the eleven features that policies can use, each with a section.
 *
 * @param {string} prefix - such as `ecs`.
 * @returns {string} Markdown.
 */
export function servicePage(prefix) {
  const description = describeService(prefix);
  if (description === undefined) throw new Error(`no service has the prefix ${prefix}`);
  const { name, pages, features, actions, resourceTypes, conditionKeys } = description;
  const { date } = catalogInfo.provenance.actions;
  return [
    `# How ${escape(name)} works with IAM`,
    `Prefix ${code(prefix)}: ${count(actions.all.length, 'action')}, ${count(resourceTypes.length, 'resource type')}, ${count(conditionKeys.length, 'condition key')}. Made from the [catalog](/guide/refresh-catalog), data of ${date}. AWS's reference: ${pages.map(pageLink).join(', ')}; each action, resource type and key links to its entry there.`,
    '## Features',
    featureTable(features),
    'What has a page of AWS beside it was read there on the day named, or, where it says so, written down from knowledge of that page. AWS says that a service supports a feature as soon as a part of it does; how much is what the data has.',
    ...features.flatMap(({ feature, support }) => [`## ${feature}`, SECTIONS[feature](description, support)]),
  ].join('\n\n');
}

/** @param {ReferencePage} page */
function pageLink({ name, url }) {
  return link(code(name), url);
}
