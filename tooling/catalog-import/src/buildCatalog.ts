import type { CatalogInfo, Provenance } from '@policywright/catalog';
import { countServices } from './countServices.ts';
import { markOperations, type MarkedPage } from './markOperations.ts';
import type { OperationFacts } from './operationFacts.ts';
import { overlayFacts } from './overlayFacts.ts';
import { overlayPermissionOnly } from './overlayPermissionOnly.ts';
import type { SourceCatalog, SourceService } from './sourceCatalog.ts';

const OPERATION_TABLES: Provenance = {
  source: 'Service Authorization Reference, tables "API operations", as read',
  version: 'by page',
  date: '2026-11-30',
};

const API_MODELS: Provenance = { source: 'API models of botocore', version: '1.43.107', date: '2026-11-30' };

/** What is written of the sources. */
export interface BuiltCatalog {
  readonly services: readonly SourceService[];
  readonly operations: readonly MarkedPage[];
  /** What members of requests say, in the lines of the facts. */
  readonly requests: readonly string[];
  /** What the rule by name found of others, in the lines of the facts. */
  readonly memberNames: readonly string[];
  readonly info: CatalogInfo;
}

/**
 * Puts the catalog together: the newer source, with the facts that it has lost from the older one.
 *
 * @param base - the newer source.
 * @param older - the dated source of dependent actions and permission-only actions.
 * @param facts - of operations; those of AWS's own documents, where the base has them, replace the tables that were read.
 */
export function buildCatalog(base: SourceCatalog, older: SourceCatalog, facts: OperationFacts): BuiltCatalog {
  const services = overlayPermissionOnly(overlayFacts(base, older).services, facts);
  const newer = provenance(base);
  const dated = provenance(older);
  return {
    services,
    operations: markOperations(withOperationsOf(base, facts), services),
    requests: facts.requests,
    memberNames: facts.memberNames,
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
        operations: OPERATION_TABLES,
        requestMembers: API_MODELS,
      },
    },
  };
}

function withOperationsOf({ operations = [] }: SourceCatalog, facts: OperationFacts): OperationFacts {
  const known = new Set(operations.map(({ prefix }) => prefix));
  return { ...facts, pages: [...facts.pages.filter(({ prefix }) => !known.has(prefix)), ...operations] };
}

function provenance({ source, version, date }: SourceCatalog): Provenance {
  return { source, version, date };
}
