import { escape, table } from '../markdown.js';

/** The eleven features, with whether the service has them and how that is known. */
export function featureTable(features) {
  return table(
    ['feature', 'supported', 'how it is known'],
    features.map(({ feature, support, basis }) => [
      `[${feature}](#${slug(feature)})`,
      support === 'unknown' ? 'unknown' : `**${support}**`,
      source(basis),
    ]),
  );
}

/** Where a curated fact is from. */
export function citation({ page, url, recorded, evidence }) {
  const seen = {
    managedPolicy: ({ name }) => `; the managed policy ${escape(name)} shows it`,
    operation: ({ name }) => `; the operation ${escape(name)} shows it`,
  };
  return `[${escape(page)}](${url}), written down ${recorded}${evidence === undefined ? '' : seen[evidence.kind](evidence)}`;
}

function source(basis) {
  if (basis.kind === 'none') return 'nobody has looked';
  return basis.kind === 'curated' ? citation(basis.from) : `computed from the data of ${basis.from.date}`;
}

function slug(feature) {
  return feature.toLowerCase().replace(/[()]/g, '').replaceAll(' ', '-');
}
