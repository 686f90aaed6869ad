import { serviceOf } from '../_internals/registry.ts';
import { getAction } from '../lookup/getAction.ts';
import type { Action, ActionName } from '../model/action.ts';
import { dependentActions } from '../overlays/dependentActions.ts';
import type { DependentAction } from '../overlays/dependentActions.ts';
import { passRoleOperations } from '../overlays/passRoleOperations.ts';
import type { PassRoleOperation } from '../overlays/passRoleOperations.ts';
import { serviceLinkedRoles } from '../overlays/serviceLinkedRoles.ts';

/** What is known about the call whose permissions are asked for. */
export interface OperationOptions {
  /** The ARNs of the roles that the call passes, if known. */
  readonly roles?: readonly string[];
  /** Whether the call passes tags, so that it needs the service's `TagResource` too (rule S180). */
  readonly tags?: boolean;
  /**
   * The ARNs of the customer managed KMS keys with which what the call reads or writes is encrypted, so that it needs to
   * use them.
   */
  readonly kmsKeys?: readonly string[];
  /** Whether to list what only some calls need as well; `when` of each permission says which. */
  readonly conditional?: boolean;
}

/** One action that the caller of an operation needs. */
export interface RequiredPermission {
  readonly action: ActionName;
  /** `operation` itself, one of its `dependent` actions, or `tagging` of what it makes. */
  readonly reason: 'operation' | 'dependent' | 'tagging';
  /** The action for which it is needed; the same action for the operation itself. */
  readonly neededBy: ActionName;
  /** The resource type of the operation that brings the need; `undefined` where every call has it. */
  readonly whenResourceType: string | undefined;
  /** The calls that need it, in words that follow "when"; `undefined` where every call does, as far as is known. */
  readonly when: string | undefined;
  /** ARN formats of the resources, or the ARNs themselves where they are known; `*` where the action takes no other. */
  readonly resources: readonly string[];
  /** Condition keys with the values that the request will carry. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

/**
 * Lists the permissions that a call needs: the action itself, and the closure of its dependent actions (rule S180).
 *
 * For `iam:PassRole` the resources are the roles and the conditions have `iam:PassedToService`; for
 * `iam:CreateServiceLinkedRole`, the role and `iam:AWSServiceName` (rule S177). What the service's role needs, and not
 * the caller, is not listed: `dependentActions` has it.
 *
 * @param operation - the full name of the action in any letter case: `ecs:RunTask`.
 * @returns the operation first; `undefined` for an action that the catalog does not have. Dependents are as old as
 * their source (`catalogInfo.provenance`), and unknown for actions that are newer.
 */
export function requiredPermissions(
  operation: string,
  options: OperationOptions = {},
): readonly RequiredPermission[] | undefined {
  const root = getAction(operation);
  if (root === undefined) return undefined;
  const closure = new Closure(options);
  closure.add(root, { reason: 'operation', neededBy: root });
  closure.addPassedRoles(root);
  if (options.tags === true) closure.addTagging(root);
  closure.addCurated();
  return closure.permissions;
}

interface Need {
  readonly reason: RequiredPermission['reason'];
  readonly neededBy: Action;
  readonly whenResourceType?: string;
  readonly when?: string;
}

class Closure {
  readonly permissions: RequiredPermission[] = [];
  readonly #options: OperationOptions;
  readonly #visited = new Set<string>();

  constructor(options: OperationOptions) {
    this.#options = options;
  }

  add(action: Action, need: Need): void {
    // INVARIANT: an action is added once, so that cycles of dependents end.
    if (this.#visited.has(action.fullName)) return;
    this.#visited.add(action.fullName);
    this.permissions.push(this.#permission(action, need));
    for (const dependent of action.dependentActions ?? [])
      this.#addDependent(dependent, { neededBy: action });
    for (const resource of action.resourceTypes) {
      const when = resource.required ? {} : { whenResourceType: resource.name };
      for (const name of resource.dependentActions) this.#addDependent(name, { neededBy: action, ...when });
    }
  }

  /** Roles that a call passes need `iam:PassRole` even where the reference does not list it as dependent. */
  addPassedRoles(root: Action): void {
    if (passRolesOf(root).length === 0) return;
    this.#addDependent('iam:PassRole', { neededBy: root });
  }

  addTagging(root: Action): void {
    const tagging = serviceOf(root.service)?.actionTable.get('TagResource');
    const takesTags = root.conditionKeys.includes('aws:TagKeys');
    if (tagging === undefined || !takesTags) return;
    this.add(tagging, { reason: 'tagging', neededBy: root });
  }

  /** After all others, so that what every call needs is not taken for what some do. */
  addCurated(): void {
    // The loop meets what it adds.
    for (const { action } of this.permissions) {
      for (const fact of dependentActions()) {
        if (fact.action !== action || !this.#applies(fact)) continue;
        const neededBy = getAction(action);
        const when = fact.when === undefined ? {} : { when: fact.when };
        if (neededBy !== undefined) this.#addDependent(fact.dependentAction, { neededBy, ...when });
      }
    }
  }

  #applies({ dependentAction, holder, when }: DependentAction): boolean {
    if (holder === 'role') return false;
    if (when === undefined || this.#options.conditional === true) return true;
    if (dependentAction.startsWith('kms:')) return this.#options.kmsKeys !== undefined;
    return (
      this.#options.tags === true && getAction(dependentAction)?.accessLevels.includes('Tagging') === true
    );
  }

  #addDependent(name: ActionName, need: Omit<Need, 'reason'>): void {
    const action = getAction(name);
    if (action !== undefined) this.add(action, { reason: 'dependent', ...need });
  }

  #permission(action: Action, { reason, neededBy, whenResourceType, when }: Need): RequiredPermission {
    return {
      action: action.fullName,
      reason,
      neededBy: neededBy.fullName,
      whenResourceType,
      when,
      ...this.#scope(action, neededBy),
    };
  }

  #scope(action: Action, neededBy: Action): Pick<RequiredPermission, 'resources' | 'conditions'> {
    if (action.fullName === 'iam:PassRole') {
      const services = new Set(passRolesOf(neededBy).map((row) => row.passedToService));
      return {
        resources: this.#options.roles ?? formatsOf(action),
        conditions: services.size === 0 ? {} : { 'iam:PassedToService': [...services] },
      };
    }
    if (action.fullName === 'iam:CreateServiceLinkedRole') return linkedRoleScope(action, neededBy.service);
    if (action.service === 'kms' && neededBy.service !== 'kms' && !action.wildcardOnly) {
      return { resources: this.#options.kmsKeys ?? formatsOf(action), conditions: {} };
    }
    return { resources: formatsOf(action, taggedBy(action, neededBy)), conditions: {} };
  }
}

/**
 * The resource types that a call can tag, where its need is to tag what it makes: those for which its request carries
 * tags.
 */
function taggedBy(action: Action, neededBy: Action): readonly string[] | undefined {
  // Names of resource types are those of one service.
  if (action.service !== neededBy.service || !action.accessLevels.includes('Tagging')) return undefined;
  const made = neededBy.resourceTypes.filter(({ conditionKeys }) =>
    conditionKeys.some((key) => key.startsWith('aws:RequestTag/')),
  );
  return made.length === 0 ? undefined : made.map(({ name }) => name);
}

function passRolesOf(action: Action): readonly PassRoleOperation[] {
  return passRoleOperations.filter((row) => row.action === action.fullName);
}

function linkedRoleScope(
  action: Action,
  prefix: string,
): Pick<RequiredPermission, 'resources' | 'conditions'> {
  const roles = serviceLinkedRoles().filter((role) => role.service === prefix);
  if (roles.length === 0) return { resources: formatsOf(action), conditions: {} };
  return {
    resources: roles.map(
      (role) =>
        `arn:\${Partition}:iam::\${Account}:role/aws-service-role/${role.servicePrincipal}/${role.roleName}*`,
    ),
    conditions: { 'iam:AWSServiceName': roles.map((role) => role.servicePrincipal) },
  };
}

/** The ARN formats of the resource types of an action, or of those among them that are named. */
function formatsOf(action: Action, only?: readonly string[]): readonly string[] {
  if (action.wildcardOnly) return ['*'];
  const types = serviceOf(action.service)?.resourceTypes ?? [];
  const own = action.resourceTypes.map((resource) => resource.name);
  const some = own.filter((name) => only?.includes(name) ?? true);
  const names = new Set(some.length === 0 ? own : some);
  return types.filter((type) => names.has(type.name)).flatMap((type) => type.arnFormats);
}
