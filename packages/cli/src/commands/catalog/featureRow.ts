import type { Citation, Feature, FeatureData } from '@policywright/catalog';

/** What is above the cells of {@link featureRow}. */
export const FEATURE_HEADINGS = ['FEATURE', 'SUPPORT', 'THE DATA HAS', 'KNOWN FROM'] as const;

/** A row of the table of features: what AWS says, what the data shows, and how the first is known. */
export function featureRow({ feature, support, basis, contradiction, services, data }: Feature): string[] {
  const parts = services?.map((part) => `${part.name}: ${part.support}`) ?? [];
  const other = contradiction === undefined ? [] : [`${contradiction.support} in AWS's table of services`];
  return [feature, [support, ...other, ...parts].join('; '), shown(data), sourceOf(basis)];
}

function shown(data: FeatureData | undefined): string {
  if (data === undefined) return '';
  if (data.kind === 'arns') return `${data.withArn} of ${data.actions} actions take ARNs`;
  if (data.kind === 'tags') {
    return `${data.keys.length} tag keys, ${data.withResourceTag} of ${data.resourceTypes} types`;
  }
  const { kind, names } = data;
  return names.length === 1 ? (names[0] ?? '') : `${names.length} ${kind}`;
}

function sourceOf(basis: Feature['basis']): string {
  if (basis.kind === 'none') return '';
  if (basis.kind === 'computed') return `computed, data of ${basis.from.date}`;
  return citationWords(basis.from);
}

/** How a fact is known, in a few words. */
export function citationWords({ recorded, read, evidence }: Citation): string {
  if (read) return `read ${recorded}`;
  return evidence === undefined ? `unchecked, ${recorded}` : `shown by ${evidence.name}`;
}

/**
 * The page of AWS from which most of the features are known: the service's own, or the table of all services.
 *
 * @returns its address; `undefined` where no page says anything.
 */
export function pageOfFeatures(features: readonly Feature[]): string | undefined {
  const pages = features.flatMap(({ basis }) => (basis.kind === 'curated' ? [basis.from.url] : []));
  const count = (url: string): number => pages.filter((other) => other === url).length;
  return pages.toSorted((a, b) => count(b) - count(a))[0];
}
