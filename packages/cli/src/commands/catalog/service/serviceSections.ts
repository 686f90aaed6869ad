import type { Feature, ServiceDescription } from '@policywright/catalog';
import { citationWords, FEATURE_HEADINGS, featureRow, pageOfFeatures } from '../featureRow.ts';
import { actionBlocks } from './actionBlocks.ts';
import { keyBlocks } from './keyBlocks.ts';
import type { Block, Cell, Item, Medium, Section } from './page.ts';
import { facts } from './block.ts';
import { resourceBlocks } from './resourceBlocks.ts';
import { linkedRoleBlocks, serviceRoleBlocks } from './roleBlocks.ts';
import { tagBlocks } from './tagBlocks.ts';

type Blocks = (description: ServiceDescription, medium: Medium) => readonly Block[];

/** What each feature is shown by; of three the catalog has no more than their support. */
const BLOCKS: Readonly<Record<Feature['feature'], Blocks>> = {
  'Identity-based policies': (description) => identityBlocks(description),
  'Resource-based policies': (description) => resourcePolicyBlocks(description),
  'Policy actions': actionBlocks,
  'Policy resources': resourceBlocks,
  'Policy condition keys': keyBlocks,
  ACLs: () => [],
  'ABAC (tags in policies)': tagBlocks,
  'Temporary credentials': () => [],
  'Principal permissions': (description) => forwardBlocks(description),
  'Service roles': serviceRoleBlocks,
  'Service-linked roles': linkedRoleBlocks,
};

/**
 * The parts of the page of a service: its features, each feature in the order of AWS, and links.
 *
 * @param medium - where it is read.
 */
export function serviceSections(description: ServiceDescription, medium: Medium): readonly Section[] {
  const { features } = description;
  return [
    {
      title: 'Features',
      blocks: [{ kind: 'table', headings: FEATURE_HEADINGS, rows: features.map(rowOf) }],
    },
    ...features.map(({ feature, support }) => ({
      title: `${feature}: ${support}`,
      blocks: BLOCKS[feature](description, medium),
    })),
    { title: 'Pages of AWS', blocks: linkBlocks(description, medium) },
  ];
}

/** The last cell says how the support is known, and leads to the page where it is. */
function rowOf(feature: Feature): readonly Cell[] {
  const cells = featureRow(feature);
  if (feature.basis.kind !== 'curated') return cells;
  return [...cells.slice(0, -1), { text: cells.at(-1) ?? '', url: feature.basis.from.url }];
}

function identityBlocks({ actions, resourceTypes, conditionKeys }: ServiceDescription): readonly Block[] {
  const named = [
    count(actions.all.length, 'action'),
    count(resourceTypes.length, 'resource type'),
    count(conditionKeys.length, 'condition key'),
  ];
  return facts(['can name', named]);
}

function resourcePolicyBlocks({ resourcePolicies, features }: ServiceDescription): readonly Block[] {
  const { operation, resourceControlPolicies } = resourcePolicies;
  const support = features.find(({ feature }) => feature === 'Resource-based policies')?.support;
  const unknown = support === 'no' ? [] : ['no operation is known'];
  return facts(
    ['set by', operation === undefined ? unknown : [operation]],
    ['resource control policies', resourceControlPolicies ? 'apply' : 'do not apply'],
  );
}

function forwardBlocks({ forwardAccess }: ServiceDescription): readonly Block[] {
  return forwardAccess === undefined
    ? []
    : facts(
        ['stated by', { text: forwardAccess.page, url: forwardAccess.url }],
        ['how it is known', citationWords(forwardAccess)],
      );
}

/** A document has links, a screen the addresses themselves. */
function linkBlocks({ pages, features }: ServiceDescription, medium: Medium): readonly Block[] {
  const page = pageOfFeatures(features);
  const link = (url: string): Item =>
    medium === 'screen' ? url : { text: url.slice(url.lastIndexOf('/') + 1), url };
  return facts(
    ['IAM features', page === undefined ? [] : link(page)],
    ...pages.map(({ name, url }): [string, Item] => [`reference, ${name}`, link(url)]),
    ['global condition keys', link(GLOBAL_KEYS)],
  );
}

const GLOBAL_KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
