/** The kinds of fact in the imported data; each kind comes from one source. */
export type FactKind =
  | 'services'
  | 'actions'
  | 'accessLevels'
  | 'resourceTypes'
  | 'conditionKeys'
  | 'resourceControlPolicies'
  | 'dependentActions'
  | 'permissionOnly'
  | 'operations'
  | 'requestMembers';

/** Where facts come from and how old they are. */
export interface Provenance {
  /** The npm package or the address of the source. */
  readonly source: string;
  readonly version: string;
  /** The day on which the source says it was made, `YYYY-MM-DD`. */
  readonly date: string;
}

/** How many of each there are. */
export interface CatalogCounts {
  readonly services: number;
  readonly actions: number;
  readonly resourceTypes: number;
  readonly conditionKeys: number;
  /** Actions known to have dependent actions, on themselves or on one of their resources. */
  readonly actionsWithDependents: number;
  readonly dependentActions: number;
  readonly permissionOnlyActions: number;
}

/** What the catalog's data is made of. */
export interface CatalogInfo {
  /** The version of the data: that of its newest source. */
  readonly version: string;
  readonly counts: CatalogCounts;
  readonly provenance: Readonly<Record<FactKind, Provenance>>;
}
