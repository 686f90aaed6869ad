import { count, escape, table } from '../markdown.js';

/** @import { Citation, Evidence, Feature } from '@policywright/catalog' */

/** @type {Readonly<Record<Evidence['kind'], string>>} */
const WITNESSES = { managedPolicy: 'managed policy', operation: 'operation', model: 'model' };

/**
 * The name of a feature as AWS's pages have it now.
 *
 * @param {Feature['feature']} feature
 */
export function headingOf(feature) {
  return feature === 'Principal permissions' ? 'Forward access sessions (FAS)' : feature;
}

/**
 * The eleven features, with whether the service has them and how that is known.
 *
 * @param {readonly Feature[]} features
 */
export function featureTable(features) {
  return table(
    ['feature', 'supported', 'the data has', 'how it is known'],
    features.map(({ feature, support, basis, contradiction, services = [], data }) => [
      `[${headingOf(feature)}](#${slug(headingOf(feature))})`,
      [
        support === 'unknown' ? 'unknown' : `**${support}**`,
        ...services.map((part) => `${escape(part.name)}: ${part.support}`),
      ].join('; '),
      shown(data),
      source(basis) + otherwise(contradiction),
    ]),
  );
}

/**
 * What the catalog has on a feature, whatever AWS calls it.
 *
 * @param {Feature['data']} data
 */
function shown(data) {
  if (data?.kind === 'arns') return `${data.withArn} of ${data.actions} actions take an ARN`;
  if (data?.kind === 'tags')
    return `${data.keys.length} of 3 tag keys; ${data.withResourceTag} of ${data.resourceTypes} resource types have tags`;
  return data === undefined || data.names.length === 0
    ? ''
    : count(data.names.length, data.kind.replace(/s$/, ''));
}

/** @param {Feature['contradiction']} contradiction */
function otherwise(contradiction) {
  return contradiction === undefined
    ? ''
    : `; **${contradiction.support}** by ${citation(contradiction.from)}`;
}

/**
 * Where a curated fact is from.
 *
 * @param {Citation} fact
 */
export function citation({ page, url, recorded, read, evidence }) {
  return `[${escape(page)}](${url}), ${read ? 'read' : 'written down'} <span class="day">${recorded}</span>${evidence === undefined ? '' : `; the ${WITNESSES[evidence.kind]} ${escape(evidence.name)} shows it`}`;
}

/** @param {Feature['basis']} basis */
function source(basis) {
  if (basis.kind === 'none') return 'nobody has looked';
  return basis.kind === 'curated' ? citation(basis.from) : `computed from the data of ${basis.from.date}`;
}

/** @param {string} feature */
function slug(feature) {
  return feature.toLowerCase().replace(/[()]/g, '').replaceAll(' ', '-');
}
