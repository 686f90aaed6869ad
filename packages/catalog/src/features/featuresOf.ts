import { serviceOf } from '../_internals/registry.ts';
import { catalogInfo } from '../lookup/catalogInfo.ts';
import { FEATURE_NAMES, type FeatureName } from '../model/featureNames.ts';
import type { Feature } from '../model/feature.ts';
import type { FactKind } from '../model/provenance.ts';
import type { Service } from '../model/service.ts';
import type { Citation } from '../model/citation.ts';
import type { Support } from '../model/support.ts';
import { claimsOf, wordsOf, type ServiceWords } from './_internals/claimsOf.ts';
import { dataOf } from './_internals/dataOf.ts';

/**
 * Tells which IAM features a service supports: the eleven rows of AWS's table, in its order.
 *
 * AWS's word and what the data shows are told apart: a service "supports resource-level permissions" for AWS as soon
 * as some resource can be named; how many of its actions take one is in `data`.
 *
 * @param prefix - the prefix of the service in any letter case: `ecs`.
 * @returns eleven rows, or `undefined` for a service that the catalog does not have.
 */
export function featuresOf(prefix: string): readonly Feature[] | undefined {
  const service = serviceOf(prefix.toLowerCase());
  if (service === undefined) return undefined;
  const words = wordsOf(service.prefix);
  return FEATURE_NAMES.map((feature) => featureOf(service, feature, words));
}

function featureOf(service: Service, feature: FeatureName, words: ServiceWords): Feature {
  const { claims, services } = claimsOf(words, feature);
  const [first] = claims;
  const data = dataOf(service, feature);
  const shown = data?.data === undefined ? {} : { data: data.data };
  if (first !== undefined) {
    // Of services that share a prefix, the page can be that of one.
    const says = (support: Support, other: Support): boolean =>
      support === other || services?.some((part) => part.support === support) === true;
    const contradiction = claims.find(({ support, isPresent }) => isPresent && !says(first.support, support));
    return {
      feature,
      support: first.support,
      basis: { kind: 'curated', from: first.from },
      ...(contradiction !== undefined && {
        contradiction: { support: contradiction.support, from: contradiction.from },
      }),
      ...(services !== undefined && { services }),
      ...shown,
    };
  }
  const support = data?.support ?? 'unknown';
  if (data === undefined || support === 'unknown')
    return { feature, support: 'unknown', basis: { kind: 'none' }, ...shown };
  return { feature, support, basis: basisOf(data.from), ...shown };
}

function basisOf(from: FactKind | Citation): Feature['basis'] {
  return typeof from === 'string'
    ? { kind: 'computed', from: catalogInfo.provenance[from] }
    : { kind: 'curated', from };
}
