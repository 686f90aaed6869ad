import { catalogInfo, describeService, services } from '@policywright/catalog';
import { code, count, escape, link, rule, table } from '../markdown.js';
import { aclSection, identitySection, resourcePolicySection } from './accessSections.js';
import { actionSection } from './actionSection.js';
import { featureTable, headingOf } from './featureTable.js';
import { keySection } from './keySection.js';
import { operationSection } from './operationSection.js';
import { resourceSection } from './resourceSection.js';
import { forwardSection, linkedRoleSection, serviceRoleSection, temporarySection } from './roleSections.js';
import { storySection } from './storySection.js';
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
 * How one service works with IAM, from the catalog: the eleven features that policies can use, each with a section; what
 * its operations check; and stories, where there are some.
 *
 * @param {string} prefix - such as `ecs`.
 * @returns {string} Markdown.
 */
export function servicePage(prefix) {
  const description = describeService(prefix);
  if (description === undefined) throw new Error(`no service has the prefix ${prefix}`);
  const { name, pages, features, actions, resourceTypes, conditionKeys } = description;
  const { date } = catalogInfo.provenance.actions;
  const stories = storySection(prefix);
  return [
    `# How ${escape(name)} works with IAM`,
    `Prefix ${code(prefix)}: [${count(actions.all.length, 'action')}](#policy-actions), [${count(resourceTypes.length, 'resource type')}](#policy-resources), [${count(conditionKeys.length, 'condition key')}](#policy-condition-keys). To begin with: [policies to start from](#identity-based-policies)${stories === '' ? '' : ', [stories to try](#stories)'}, [what calls check](#api-operations).`,
    `Made from the [catalog](/guide/refresh-catalog), data of ${date}. AWS's reference: ${pages.map(pageLink).join(', ')}; each action, resource type and key links to its entry there.`,
    '## Features',
    featureTable(features),
    `What has a page of AWS beside it was read there on the day named, or, where it says so, written down from knowledge of that page. AWS says that a service supports a feature as soon as a part of it does; how much is what the data has. ${policyTypes(description)}`,
    ...features.flatMap(({ feature, support }) => [
      `## ${headingOf(feature)}`,
      SECTIONS[feature](description, support),
      ...(feature === 'Policy actions' ? ['## API operations', operationSection(description)] : []),
    ]),
    ...(stories === '' ? [] : ['## Stories', stories]),
  ].join('\n\n');
}

/**
 * What else bears on requests to the service: policies that are not its own.
 *
 * @param {ServiceDescription} description
 */
function policyTypes({ resourcePolicies: { resourceControlPolicies } }) {
  return `Permissions boundaries and session policies (${rule(153)}) and service control policies (${rule(167)}) limit requests to every service; resource control policies ${resourceControlPolicies ? 'limit this one as well' : 'do not limit this one'} (${rule(169)}).`;
}

/** @param {ReferencePage} page */
function pageLink({ name, url }) {
  return link(code(name), url);
}
