import type { CatalogInfo, Provenance } from '@policywright/catalog';
import { countServices } from './countServices.ts';
import { overlayFacts } from './overlayFacts.ts';
import type { SourceCatalog, SourceService } from './sourceCatalog.ts';

/**
 * Puts the catalog together: the newer source, with the facts that it has lost from the older one.
 *
 * @param base - the newer source.
 * @param older - the dated source of dependent actions and permission-only actions.
 */
export function buildCatalog(
  base: SourceCatalog,
  older: SourceCatalog,
): { services: readonly SourceService[]; info: CatalogInfo } {
  const { services } = overlayFacts(base, older);
  const newer = provenance(base);
  const dated = provenance(older);
  return {
    services,
    info: {
      version: base.version,
      counts: countServices(services),
      provenance: {
        services: newer,
        actions: newer,
        accessLevels: newer,
        resourceTypes: newer,
        conditionKeys: newer,
        resourceControlPolicies: newer,
        dependentActions: dated,
        permissionOnly: dated,
      },
    },
  };
}

function provenance({ source, version, date }: SourceCatalog): Provenance {
  return { source, version, date };
}
