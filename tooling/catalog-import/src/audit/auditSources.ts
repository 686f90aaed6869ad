import { type ManagedPolicy, loadManagedPolicies } from '../managedPolicies.ts';
import { readNpmSource } from '../npmSource.ts';
import { type OperationFacts, readOperationFacts } from '../operationFacts.ts';
import { packageFolder } from '../packageFolder.ts';
import type { SourceCatalog } from '../sourceCatalog.ts';

/** What is at hand to hold the catalog's facts against. */
export interface AuditSources {
  readonly policies: readonly ManagedPolicy[];
  /** The npm data on which the catalog is built. */
  readonly newer: SourceCatalog;
  /** The dated npm data with dependent and permission-only facts. */
  readonly older: SourceCatalog;
  readonly facts: OperationFacts;
  /** AWS's own reference, if it was read. */
  readonly aws?: SourceCatalog;
}

/** Reads all of them but AWS's own reference, which is not among what is installed. */
export function loadAuditSources(): AuditSources {
  return {
    policies: loadManagedPolicies(),
    newer: readNpmSource(packageFolder('iam-data')),
    older: readNpmSource(packageFolder('iam-data-2025')),
    facts: readOperationFacts(),
  };
}
