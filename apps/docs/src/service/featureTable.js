import { escape, table } from '../markdown.js';

/** The eleven features, with whether the service has them and how that is known. */
export function featureTable(features) {
  return table(
    ['feature', 'supported', 'the data has', 'how it is known'],
    features.map(({ feature, support, basis, contradiction, services = [], data }) => [
      `[${feature}](#${slug(feature)})`,
      [
        support === 'unknown' ? 'unknown' : `**${support}**`,
        ...services.map((part) => `${escape(part.name)}: ${part.support}`),
      ].join('; '),
      shown(data),
      source(basis) + otherwise(contradiction),
    ]),
  );
}

/** What the catalog has on a feature, whatever AWS calls it. */
function shown(data) {
  if (data?.kind === 'arns') return `${data.withArn} of ${data.actions} actions take an ARN`;
  if (data?.kind === 'tags')
    return `${data.keys.length} of 3 tag keys; ${data.withResourceTag} of ${data.resourceTypes} resource types have tags`;
  return data === undefined || data.names.length === 0 ? '' : `${data.names.length} ${data.kind}`;
}

function otherwise(contradiction) {
  return contradiction === undefined
    ? ''
    : `; **${contradiction.support}** by ${citation(contradiction.from)}`;
}

/** Where a curated fact is from. */
export function citation({ page, url, recorded, read, evidence }) {
  const seen = {
    managedPolicy: ({ name }) => `; the managed policy ${escape(name)} shows it`,
    operation: ({ name }) => `; the operation ${escape(name)} shows it`,
  };
  return `[${escape(page)}](${url}), ${read ? 'read' : 'written down'} ${recorded}${evidence === undefined ? '' : seen[evidence.kind](evidence)}`;
}

function source(basis) {
  if (basis.kind === 'none') return 'nobody has looked';
  return basis.kind === 'curated' ? citation(basis.from) : `computed from the data of ${basis.from.date}`;
}

function slug(feature) {
  return feature.toLowerCase().replace(/[()]/g, '').replaceAll(' ', '-');
}
