import { citeRead } from '../../overlays/citation.ts';
import type { Claim, SubService } from '../../model/feature.ts';
import type { FeatureName } from '../../model/featureNames.ts';
import { PAGES } from '../../overlays/pages.ts';
import { servicePages, type ServicePage } from '../../overlays/servicePages.ts';
import { statedFeatures, type StatedFeature } from '../../overlays/statedFeatures.ts';
import {
  TABLE_COLUMNS,
  TABLE_READ,
  tableRows,
  type TableColumn,
  type TableRow,
} from '../../overlays/servicesTable.ts';

interface DatedClaim extends Claim {
  /** Whether the page is of the day on which it was read, not years older. */
  readonly isPresent: boolean;
}

/** What AWS's pages say of a service. */
export interface ServiceWords {
  readonly prefix: string;
  /** Its own pages, the present one first. */
  readonly pages: readonly ServicePage[];
  /** Its rows in the table of all services. */
  readonly rows: readonly TableRow[];
  /** What its other pages say of single features. */
  readonly stated: readonly StatedFeature[];
}

/** Looks up what AWS's pages say of a service, for all its features. */
export function wordsOf(prefix: string): ServiceWords {
  const stated = statedFeatures().filter(({ service }) => service === prefix);
  return { prefix, pages: servicePages(prefix), rows: tableRows(prefix), stated };
}

/**
 * What AWS's pages say of a feature, the one to go by first: the service's page on all features, the table of all
 * services, other pages of the service, older ones.
 */
export function claimsOf(
  words: ServiceWords,
  feature: FeatureName,
): { readonly claims: readonly DatedClaim[]; readonly services: readonly SubService[] | undefined } {
  const own = ownPage(words, feature);
  const { claim, services } = tableClaim(words, feature);
  const fact = words.stated.find((stated) => stated.feature === feature);
  const other = fact && { support: fact.support, from: fact.source, isPresent: true };
  const ordered = own?.isPresent === true ? [own, claim, other] : [claim, other, own];
  return { claims: ordered.filter((item) => item !== undefined), services };
}

function ownPage({ pages }: ServiceWords, feature: FeatureName): DatedClaim | undefined {
  const page = pages.find(({ support }) => support[feature] !== 'unknown');
  return page && { support: page.support[feature], from: page.source, isPresent: page.isPresent };
}

function tableClaim(
  { prefix, rows }: ServiceWords,
  feature: FeatureName,
): { readonly claim?: DatedClaim; readonly services?: readonly SubService[] } {
  const [first] = rows;
  if (!isColumn(feature) || first === undefined) return {};
  const differ = rows.some(({ support }) => support[feature] !== first.support[feature]);
  const support = differ ? 'partial' : first.support[feature];
  return {
    claim: { support, from: citeRead(PAGES.services, TABLE_READ), isPresent: true },
    ...(differ && {
      services: rows.map(({ name = prefix, support: of }) => ({ name, support: of[feature] })),
    }),
  };
}

function isColumn(feature: FeatureName): feature is TableColumn {
  return TABLE_COLUMNS.some((column) => column === feature);
}
