import type { Action } from '@policywright/catalog';
import type { SourceCatalog, SourceService } from './sourceCatalog.ts';

/** The sources of a count, in the order of the columns. */
export interface CountedSources {
  /** The newer npm data. */
  readonly newer: SourceCatalog;
  /** The older npm data. */
  readonly older: SourceCatalog;
  /** What the catalog is made of. */
  readonly catalog: readonly SourceService[];
}

/**
 * Counts every kind of fact in the catalog and in its sources, with the reason of each difference.
 *
 * @returns a Markdown table.
 */
export function countTable({ newer, older, catalog }: CountedSources): string {
  const rows = KINDS.map(({ kind, count, aws, why }) =>
    [
      kind,
      ...[catalog, newer.services, older.services].map((services) => figure(count(services))),
      aws,
      why,
    ].join(' | '),
  );
  return [
    `kind | catalog | npm ${newer.version} | npm ${older.version} | in the form of AWS's reference | why they differ`,
    '--- | ---: | ---: | ---: | --- | ---',
    ...rows,
  ]
    .map((row) => `| ${row} |`)
    .join('\n');
}

interface Kind {
  readonly kind: string;
  readonly count: (services: readonly SourceService[]) => number;
  /** Whether AWS's own reference has the fact. */
  readonly aws: 'yes' | 'no' | 'in part';
  readonly why: string;
}

const SAME = 'The catalog has what the newer source has';

const KINDS: readonly Kind[] = [
  {
    kind: 'services',
    count: (services) => services.length,
    aws: 'yes',
    why: `${SAME}: 19 services are new since the older one, 3 are gone (aws-mcp, deepcomposer, deepracer).`,
  },
  {
    kind: 'services with resource control policies',
    count: (services) => services.filter((service) => service.resourceControlPolicies).length,
    aws: 'no',
    why: `${SAME}; the older one has no such list.`,
  },
  {
    kind: 'actions',
    count: (services) => actionsOf(services).length,
    aws: 'yes',
    why: `${SAME}: AWS added actions to services old and new, and removed few.`,
  },
  {
    kind: 'actions without resource types (`*` only)',
    count: (services) => actionsOf(services).filter((action) => action.wildcardOnly).length,
    aws: 'yes',
    why: `${SAME}.`,
  },
  {
    kind: 'access levels of actions',
    count: (services) => sum(actionsOf(services), (action) => action.accessLevels.length),
    aws: 'in part',
    why: `${SAME}, which states several levels for 1,144 actions, as tagging is also a write; the older one has one each. AWS's reference has a flag for each level but Read.`,
  },
  {
    kind: 'resource types of actions',
    count: (services) => sum(actionsOf(services), (action) => action.resourceTypes.length),
    aws: 'yes',
    why: `${SAME}, without types that it lists twice for an action.`,
  },
  {
    kind: '... of them required',
    count: (services) =>
      sum(actionsOf(services), (action) => action.resourceTypes.filter(({ required }) => required).length),
    aws: 'no',
    why: `${SAME}.`,
  },
  {
    kind: 'scenarios of actions',
    count: (services) => sum(actionsOf(services), (action) => action.scenarios.length),
    aws: 'no',
    why: `${SAME}.`,
  },
  {
    kind: 'resource types',
    count: (services) => sum(services, (service) => service.resourceTypes.length),
    aws: 'yes',
    why: `${SAME}.`,
  },
  {
    kind: 'ARN formats',
    count: (services) =>
      sum(services, (service) => sum(service.resourceTypes, (type) => type.arnFormats.length)),
    aws: 'yes',
    why: `${SAME}; it writes several formats of a type with commas between.`,
  },
  {
    kind: 'condition keys',
    count: (services) => sum(services, (service) => service.conditionKeys.length),
    aws: 'yes',
    why: `${SAME}; a key that several services have counts for each.`,
  },
  {
    kind: 'condition keys with several values',
    count: (services) =>
      sum(services, (service) => service.conditionKeys.filter(({ multivalued }) => multivalued).length),
    aws: 'yes',
    why: `${SAME}; 10 that AWS's guide marks as lists are read so in every source.`,
  },
  {
    kind: 'actions with dependent actions',
    count: (services) => actionsOf(services).filter((action) => dependentsOf(action) > 0).length,
    aws: 'no',
    why: 'The newer source has lost them: all are from the older one, whose actions that have any are all still there.',
  },
  {
    kind: 'dependent actions',
    count: (services) => sum(actionsOf(services), dependentsOf),
    aws: 'no',
    why: 'As above. Where an action lost the resource type that had them, the action has them.',
  },
  {
    kind: 'permission-only actions',
    count: (services) => actionsOf(services).filter((action) => action.permissionOnly === true).length,
    aws: 'in part',
    why: "The newer source has lost them; those of the older one that the newer does not list any more are gone. AWS's reference shows them as actions that no operation names.",
  },
  {
    kind: 'actions of which dependents and permission-only are not known',
    count: (services) => actionsOf(services).filter((action) => action.permissionOnly === undefined).length,
    aws: 'no',
    why: 'Actions that only the newer source has.',
  },
];

function actionsOf(services: readonly SourceService[]): readonly Action[] {
  return services.flatMap((service) => service.actions);
}

function dependentsOf(action: Action): number {
  return (
    (action.dependentActions?.length ?? 0) +
    sum(action.resourceTypes, (resource) => resource.dependentActions.length)
  );
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
