import { cite } from '../../overlays/citation.ts';
import type { Claim, SubService } from '../../model/feature.ts';
import type { FeatureName } from '../../model/featureNames.ts';
import { PAGES } from '../../overlays/pages.ts';
import { servicePage, PAGES_READ } from '../../overlays/servicePages.ts';
import { TABLE_COLUMNS, TABLE_READ, tableRows } from '../../overlays/servicesTable.ts';
import type { TableColumn } from '../../overlays/servicesTable.ts';

interface DatedClaim extends Claim {
  /** Whether the page is of the day on which it was read, not years older. */
  readonly isPresent: boolean;
}

/** What AWS's pages say of a feature, the one to go by first: the service's own page, the table of all, older pages. */
export function claimsOf(
  prefix: string,
  feature: FeatureName,
): { readonly claims: readonly DatedClaim[]; readonly services: readonly SubService[] | undefined } {
  const own = ownPage(prefix, feature);
  const { claim, services } = tableClaim(prefix, feature);
  const ordered = own?.isPresent === true ? [own, claim] : [claim, own];
  return { claims: ordered.filter((item) => item !== undefined), services };
}

function ownPage(prefix: string, feature: FeatureName): DatedClaim | undefined {
  const page = servicePage(prefix);
  if (page === undefined || page.support[feature] === 'unknown') return undefined;
  return {
    support: page.support[feature],
    from: {
      page: 'How the service works with IAM',
      url: page.url,
      recorded: PAGES_READ,
      read: true,
      checked: true,
      evidence: undefined,
    },
    isPresent: page.isPresent,
  };
}

function tableClaim(
  prefix: string,
  feature: FeatureName,
): { readonly claim?: DatedClaim; readonly services?: readonly SubService[] } {
  if (!isColumn(feature)) return {};
  const rows = tableRows(prefix);
  const [first] = rows;
  if (first === undefined) return {};
  const differ = rows.some(({ support }) => support[feature] !== first.support[feature]);
  const support = differ ? 'partial' : first.support[feature];
  const claim = {
    support,
    from: { ...cite(PAGES.services, undefined, TABLE_READ), read: true, checked: true },
  };
  return {
    claim: { ...claim, isPresent: true },
    ...(differ && {
      services: rows.map(({ name = prefix, support: of }) => ({ name, support: of[feature] })),
    }),
  };
}

function isColumn(feature: FeatureName): feature is TableColumn {
  return TABLE_COLUMNS.some((column) => column === feature);
}
