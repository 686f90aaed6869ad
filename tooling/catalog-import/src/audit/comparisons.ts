import {
  featuresOf,
  forwardAccess,
  getAction,
  getOperation,
  globalConditionKeys,
  isServicePrincipal,
  resourcePolicies,
  roleParameters,
  serviceLinkedRoles,
  services,
} from '@policywright/catalog';
import {
  evidenceThatDoesNotHold,
  forwardAccessThatIsMissing,
  forwardingServices,
  operationsThatSetPolicies,
  rolesThatAreDenied,
  rolesThatAreMissing,
  setsResourcePolicy,
} from '../crossCheck.ts';
import { dependentsOf } from '../dependentsOf.ts';
import { conditionValues, namedRoles } from '../managedPolicies.ts';
import type { OperationFacts } from '../operationFacts.ts';
import { isPermissionOnly } from '../overlayPermissionOnly.ts';
import type { SourceCatalog } from '../sourceCatalog.ts';
import type { AuditSources } from './auditSources.ts';
import { compareOperations } from './compareOperations.ts';
import type { Comparison } from './comparison.ts';

/** Holds every overlay against every source that speaks of the same. */
export function compareOverlays(sources: AuditSources): readonly Comparison[] {
  return [
    pagesWithTable(),
    ...evidence(sources),
    linkedRoles(sources),
    linkedRolesWithReference(),
    settingOperations(),
    forwarding(sources),
    principals(sources),
    tablesWithDependents(sources),
    rolesWithTables(sources),
    permissionOnly(sources),
    globalKeys(sources.newer),
    ...(sources.aws === undefined ? [] : [compareOperations(sources.facts.pages, sources.aws)]),
  ];
}

/** The words of the services' own pages beside those of AWS's table. */
function pagesWithTable(): Comparison {
  const cells = services().flatMap(({ prefix }) =>
    (featuresOf(prefix) ?? []).map((feature) => ({ prefix, ...feature })),
  );
  const both = cells.filter(({ basis }) => basis.kind === 'curated');
  const differing = both
    .filter(({ contradiction }) => contradiction !== undefined)
    .map(
      ({ prefix, feature, support, contradiction }) =>
        `${prefix} ${feature}: ${support}, and ${contradiction?.support ?? ''} by the table`,
    );
  return { overlay: 'features', against: "AWS's table of services", compared: both.length, differing };
}

function evidence({ policies }: AuditSources): readonly Comparison[] {
  const cited = [...serviceLinkedRoles(), ...forwardAccess(), ...resourcePolicies()];
  return [
    {
      overlay: 'evidence of overlays',
      against: 'managed policies and operations',
      compared: cited.filter(({ source }) => source.evidence !== undefined).length,
      differing: evidenceThatDoesNotHold(new Map(policies.map((policy) => [policy.name, policy]))),
    },
  ];
}

function linkedRoles({ policies }: AuditSources): Comparison {
  const named = policies
    .flatMap(namedRoles)
    .filter(({ roleName }) => roleName.startsWith('AWSServiceRoleFor'));
  return {
    overlay: 'service-linked roles',
    against: 'managed policies',
    compared: new Set(named.map(({ roleName, servicePrincipal }) => `${roleName} ${servicePrincipal}`)).size,
    differing: rolesThatAreMissing(policies),
  };
}

function linkedRolesWithReference(): Comparison {
  const making = services().filter(({ actions }) =>
    actions.some((action) => dependentsOf(action).includes('iam:CreateServiceLinkedRole')),
  );
  return {
    overlay: 'service-linked roles',
    against: 'dependent actions',
    compared: making.length,
    differing: rolesThatAreDenied(),
  };
}

function settingOperations(): Comparison {
  const setting = services().filter(({ actions }) => actions.some(setsResourcePolicy));
  return {
    overlay: 'resource-based policies',
    against: 'operations that set policies',
    compared: setting.length,
    differing: operationsThatSetPolicies(),
  };
}

function forwarding({ policies }: AuditSources): Comparison {
  return {
    overlay: 'forward access',
    against: 'managed policies',
    compared: new Set(policies.flatMap(forwardingServices)).size,
    differing: forwardAccessThatIsMissing(policies),
  };
}

function principals({ policies }: AuditSources): Comparison {
  const named = new Set(
    policies
      .flatMap((policy) => [
        ...conditionValues(policy, 'iam:PassedToService'),
        ...conditionValues(policy, 'iam:AWSServiceName'),
      ])
      .filter((value) => /^[a-z0-9.-]+\.amazonaws\.com$/.test(value)),
  );
  const unknown = [...named].filter((name) => !isServicePrincipal(name.slice(0, -'.amazonaws.com'.length)));
  return {
    overlay: 'service principals',
    against: 'managed policies',
    compared: named.size,
    differing: unknown.toSorted(),
  };
}

/**
 * AWS's column of dependent actions of 2025 beside its tables of operations of 2026. The tables leave forward access out,
 * so that most of what differs is no mistake of either; that it grows would be one.
 */
function tablesWithDependents({ facts, older }: AuditSources): Comparison {
  const whole = readWhole(facts);
  const differing: string[] = [];
  let compared = 0;
  for (const action of older.services.flatMap(({ actions }) => actions)) {
    if (!whole.has(action.service) || action.permissionOnly === true) continue;
    const asked = new Set(getOperation(action.fullName)?.permissions.map((one) => one.action));
    for (const dependent of new Set(dependentsOf(action))) {
      if (getAction(dependent) === undefined) continue;
      compared++;
      if (!asked.has(dependent)) differing.push(`${action.fullName} ${dependent}`);
    }
  }
  return { overlay: 'operations', against: 'dependent actions of 2025', compared, differing };
}

/** Roles of requests, of which a table that was read to its end does not say that they are passed. */
function rolesWithTables({ facts }: AuditSources): Comparison {
  const whole = readWhole(facts);
  const parameters = roleParameters().filter(({ operation }) =>
    whole.has(operation.slice(0, operation.indexOf(':'))),
  );
  const differing = parameters
    .filter(({ source }) => !source.url.endsWith('-operations'))
    .map(({ operation, parameter }) => `${operation} ${parameter}`);
  return {
    overlay: 'role parameters',
    against: 'tables of operations',
    compared: parameters.length,
    differing,
  };
}

function permissionOnly({ facts, older }: AuditSources): Comparison {
  const differing: string[] = [];
  let compared = 0;
  for (const action of older.services.flatMap(({ actions }) => actions)) {
    const now = isPermissionOnly(action, facts);
    if (now === undefined) continue;
    compared++;
    if (now !== action.permissionOnly) differing.push(`${action.fullName}: ${String(now)}`);
  }
  return { overlay: 'permission-only', against: 'the data of 2025', compared, differing };
}

function globalKeys({ services: all }: SourceCatalog): Comparison {
  const differing = new Set<string>();
  const seen = new Set<string>();
  for (const { name, type, multivalued } of all.flatMap(({ conditionKeys }) => conditionKeys)) {
    const key = globalConditionKeys.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (key === undefined) continue;
    seen.add(key.name);
    if (key.type !== type || key.multivalued !== multivalued)
      differing.add(`${key.name}: ${type}${multivalued ? ', several' : ''} by the reference`);
  }
  return {
    overlay: 'global keys',
    against: 'the reference',
    compared: seen.size,
    differing: [...differing].toSorted(),
  };
}

/** The services of which a table of operations was read to its end. */
function readWhole({ pages }: OperationFacts): ReadonlySet<string> {
  return new Set(pages.filter(({ whole }) => whole).map(({ prefix }) => prefix));
}
