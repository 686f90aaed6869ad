import type { Action, ConditionKey, ResourceType } from '@policywright/catalog';
import type { OperationPage } from './operationFacts.ts';

/** A service as a source describes it, in the catalog's own model. */
export interface SourceService {
  readonly prefix: string;
  readonly name: string;
  readonly resourceControlPolicies: boolean;
  readonly actions: readonly Action[];
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly ConditionKey[];
}

/** Everything that one source says, and where it comes from. */
export interface SourceCatalog {
  readonly source: string;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly services: readonly SourceService[];
  /** The operations of services, where the source has them. */
  readonly operations?: readonly OperationPage[];
}

/** Orders strings by code unit, which for these names is by code point. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
