import {
  dependentActions,
  featuresOf,
  forwardAccess,
  getAction,
  getService,
  linkedRolePolicies,
  resourcePolicies,
  serviceLinkedRoles,
  services,
  type Action,
  type Citation,
} from '@policywright/catalog';
import { allows, conditionValues, namedRoles, type ManagedPolicy } from './managedPolicies.ts';

/**
 * Holds the curated overlays of the catalog against what is at hand without asking AWS: the imported data and the AWS
 * managed policies.
 *
 * @returns one line for each disagreement: what an overlay says, and what speaks against it.
 */
export function crossCheck(policies: readonly ManagedPolicy[]): readonly string[] {
  const byName = new Map(policies.map((policy) => [policy.name, policy]));
  return [
    ...evidenceThatDoesNotHold(byName),
    ...operationsThatSetPolicies(),
    ...rolesThatAreMissing(policies),
    ...rolesThatAreDenied(),
    ...forwardAccessThatIsMissing(policies),
  ];
}

/** Evidence that is cited and cannot be found where it should be. */
export function evidenceThatDoesNotHold(policies: ReadonlyMap<string, ManagedPolicy>): readonly string[] {
  const check = (
    fact: string,
    { evidence }: Citation,
    holds: (policy: ManagedPolicy) => boolean,
  ): readonly string[] => {
    if (evidence === undefined) return [];
    const policy = policies.get(evidence.name);
    const found =
      evidence.kind === 'operation'
        ? setsResourcePolicy(getAction(evidence.name))
        : policy !== undefined && holds(policy);
    return found ? [] : [`\`${evidence.name}\` does not show ${fact}`];
  };
  return [
    ...resourcePolicies().flatMap(({ service, source }) =>
      check(`resource-based policies of \`${service}\``, source, () => false),
    ),
    ...serviceLinkedRoles().flatMap(({ roleName, servicePrincipal, source }) =>
      check(
        `the role \`${roleName}\``,
        source,
        (policy) =>
          conditionValues(policy, 'iam:AWSServiceName').includes(servicePrincipal) ||
          namedRoles(policy).some((role) => role.servicePrincipal === servicePrincipal),
      ),
    ),
    ...dependentActions().flatMap(({ action, dependentAction, holder, source }) =>
      check(`that \`${action}\` needs \`${dependentAction}\``, source, (policy) =>
        holder === 'role'
          ? allows(policy, dependentAction)
          : allows(policy, dependentAction, action.slice(0, action.indexOf(':'))),
      ),
    ),
    ...forwardAccess().flatMap(({ service, source }) =>
      check(`forward access sessions of \`${service}\``, source, (policy) =>
        forwardingServices(policy).some((name) => prefixOf(name) === service),
      ),
    ),
    ...linkedRolePolicies().flatMap(({ service, source }) =>
      check(`service-linked roles of \`${service}\``, source, ({ forLinkedRoles }) => forLinkedRoles),
    ),
  ];
}

const SETS_POLICY =
  /^(?:Put|Set|Create|Update)\w*(?:Resource|Bucket|Key|Vault|VaultAccess|FileSystem|Repository|Permissions|Auth|Container|Table|Channel|Identity|RestApi|Group|Rule|Config|Permission|Cluster|Image|Model|AssumeRole)Policy$|^PutPolicy$|^(?:Add|Put|AddProfile)Permission$/;

/** Whether an action is an API operation that sets a policy on a resource; AWS RAM alone uses permission-only ones. */
export function setsResourcePolicy(action: Action | undefined): boolean {
  return action !== undefined && action.permissionOnly !== true && SETS_POLICY.test(action.name);
}

/** Services with such an operation that the overlay does not have. */
export function operationsThatSetPolicies(): readonly string[] {
  const listed = new Set(resourcePolicies().map(({ service }) => service));
  return services().flatMap(({ prefix, actions }) => {
    const operation = actions.find(
      (action) =>
        setsResourcePolicy(action) && action.permissionOnly === false && action.resourceTypes.length > 0,
    );
    return operation === undefined || listed.has(prefix)
      ? []
      : [`\`${operation.fullName}\` looks like resource-based policies of \`${prefix}\``];
  });
}

/** Roles that managed policies name and the overlay does not have. */
export function rolesThatAreMissing(policies: readonly ManagedPolicy[]): readonly string[] {
  const missing = new Map<string, string>();
  for (const policy of policies) {
    for (const { servicePrincipal, roleName } of namedRoles(policy)) {
      if (!roleName.startsWith('AWSServiceRoleFor')) continue;
      const known = serviceLinkedRoles().some(
        (role) =>
          role.servicePrincipal === servicePrincipal &&
          (roleName.startsWith(role.roleName) || role.roleName.startsWith(roleName)),
      );
      if (!known) missing.set(`\`${roleName}\` of \`${servicePrincipal}\``, policy.name);
    }
  }
  return [...missing].map(([role, policy]) => `\`${policy}\` names the role ${role}`).sort();
}

/** Services that are said to have no service-linked roles although the imported data has them make some. */
export function rolesThatAreDenied(): readonly string[] {
  return services().flatMap(({ prefix, actions }) => {
    const row = featuresOf(prefix)?.find(({ feature }) => feature === 'Service-linked roles');
    if (row?.support !== 'no') return [];
    const action = actions.find((candidate) =>
      [candidate, ...candidate.resourceTypes].some((item) =>
        item.dependentActions?.includes('iam:CreateServiceLinkedRole'),
      ),
    );
    return action === undefined ? [] : [`\`${action.fullName}\` needs \`iam:CreateServiceLinkedRole\``];
  });
}

/** The services, before `.amazonaws.com`, of forward access sessions that a policy has conditions on. */
export function forwardingServices(policy: ManagedPolicy): readonly string[] {
  // A condition of `Null` has a truth for a value.
  const via = conditionValues(policy, 'kms:ViaService').filter((value) => value.includes('.'));
  return [
    ...conditionValues(policy, 'aws:CalledVia').map((value) => value.slice(0, -'.amazonaws.com'.length)),
    ...via.map((value) => value.slice(0, value.indexOf('.'))),
  ];
}

/** The prefix of a service by its principal, or `undefined` where none is known. */
function prefixOf(principal: string): string | undefined {
  const ownPrefix = getService(principal)?.prefix;
  const role = (): string | undefined =>
    serviceLinkedRoles().find(({ servicePrincipal }) => servicePrincipal === `${principal}.amazonaws.com`)
      ?.service;
  return ownPrefix ?? role();
}

/** Services that managed policies have conditions on forward access sessions for, and the overlay does not have. */
export function forwardAccessThatIsMissing(policies: readonly ManagedPolicy[]): readonly string[] {
  const listed = new Set(forwardAccess().map(({ service }) => service));
  const missing = new Map<string, string>();
  for (const policy of policies) {
    for (const name of forwardingServices(policy)) {
      if (!listed.has(prefixOf(name) ?? name)) missing.set(name, policy.name);
    }
  }
  return [...missing].map(([name, policy]) => `\`${policy}\` names forward access of \`${name}\``).sort();
}
