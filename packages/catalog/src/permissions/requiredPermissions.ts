import { getAction } from '../lookup/getAction.ts';
import { isTagging } from '../lookup/isTagging.ts';
import type { Action, ActionName } from '../model/action.ts';
import type { Need, Operation, OperationPermission } from '../model/operation.ts';
import type { OperationOptions, RequiredPermission } from '../model/requiredPermission.ts';
import { getOperation } from '../operations/getOperation.ts';
import { dependentActions, type DependentAction } from '../overlays/dependentActions.ts';
import { scopeOf, taggingAction } from './_internals/permissionScope.ts';
import { whenMembers } from './_internals/whenMembers.ts';

/**
 * Lists the permissions that a call needs: what AWS authorises the operation for, and the closure of dependent actions
 * (rule S180).
 *
 * For `iam:PassRole` the resources are the roles and the conditions have `iam:PassedToService`; for
 * `iam:CreateServiceLinkedRole`, the role and `iam:AWSServiceName` (rule S177). What the service's role needs, and not
 * the caller, is not listed: `dependentActions` has it.
 *
 * @param operation - an operation or an action in any letter case: `ecs:RunTask`, `s3:ListObjectsV2`.
 * @returns the operation first; `undefined` for one that the catalog does not have. Dependents are as old as
 * their source (`catalogInfo.provenance`), and unknown for actions that are newer.
 */
export function requiredPermissions(
  operation: string,
  options: OperationOptions = {},
): readonly RequiredPermission[] | undefined {
  const root = getOperation(operation) ?? permissionOnly(operation);
  if (root === undefined) return undefined;
  const closure = new Closure(options);
  closure.addOperation(root);
  closure.addDependents();
  if (options.tags === true && root.source === undefined) closure.addTagging(root);
  closure.addCurated();
  return closure.permissions;
}

/** A permission-only action is asked for by name, too. */
function permissionOnly(name: string): Operation | undefined {
  const action = getAction(name);
  if (action === undefined) return undefined;
  const permissions = [
    { action: action.fullName, need: 'always' as const, members: [], unless: [], conditions: {} },
  ];
  return { service: action.service, name: action.name, client: undefined, permissions, source: undefined };
}

interface Cause {
  readonly reason: RequiredPermission['reason'];
  readonly need: Need;
  readonly neededBy: ActionName;
  readonly whenResourceType?: string;
  readonly when?: string;
  readonly members?: readonly string[];
  readonly conditions?: RequiredPermission['conditions'];
}

class Closure {
  readonly permissions: RequiredPermission[] = [];
  readonly #options: OperationOptions;
  readonly #visited = new Set<string>();

  constructor(options: OperationOptions) {
    this.#options = options;
  }

  addOperation({ service, name, permissions }: Operation): void {
    const neededBy: ActionName = `${service}:${name}`;
    const hasMain = permissions.some(isMain);
    for (const permission of permissions) {
      if (!this.#isListed(permission, hasMain)) continue;
      const asMain = isMain(permission) || !hasMain;
      const reason = asMain && permission.action !== 'iam:PassRole' ? 'operation' : reasonOf(permission);
      const { action, need, members, unless, conditions } = permission;
      const when = need === 'always' ? undefined : whenMembers(members, unless);
      this.#add(action, { reason, need, neededBy, ...(when !== undefined && { when }), members, conditions });
    }
  }

  /** Dependents of what is there, and of what comes in with them. */
  addDependents(): void {
    for (const { action: name } of this.permissions) {
      const action = getAction(name);
      if (action !== undefined) this.#addDependentsOf(action);
    }
  }

  addTagging({ service, name }: Operation): void {
    const root = getAction(`${service}:${name}`);
    const tagging = root === undefined ? undefined : taggingAction(root);
    if (root === undefined || tagging === undefined) return;
    this.#add(tagging.fullName, { reason: 'tagging', need: 'thisCall', neededBy: root.fullName });
  }

  /** After all others, so that what every call needs is not taken for what some do. */
  addCurated(): void {
    // The loop meets what it adds.
    for (const { action } of this.permissions) {
      for (const fact of dependentActions()) {
        if (fact.action !== action || !this.#applies(fact)) continue;
        const { dependentAction, when } = fact;
        const need = when === undefined ? 'always' : 'thisCall';
        this.#add(dependentAction, {
          reason: 'dependent',
          need,
          neededBy: action,
          ...(when !== undefined && { when }),
        });
      }
      const added = getAction(action);
      if (added !== undefined) this.#addDependentsOf(added);
    }
  }

  #addDependentsOf(action: Action): void {
    const cause = { reason: 'dependent', need: 'perhaps', neededBy: action.fullName } as const;
    for (const dependent of action.dependentActions ?? []) this.#add(dependent, cause);
    for (const resource of action.resourceTypes) {
      const when = resource.required ? {} : { whenResourceType: resource.name };
      for (const name of resource.dependentActions) this.#add(name, { ...cause, ...when });
    }
  }

  #isListed(permission: OperationPermission, hasMain: boolean): boolean {
    if (isMain(permission) || this.#options.conditional === true) return true;
    const { action, need, members } = permission;
    if (action === 'iam:PassRole') return need === 'thisCall' || this.#options.roles !== undefined;
    if (isTagging(action)) return need === 'thisCall' && this.#options.tags === true;
    // What has no action that every call asks for asks for one or more of these.
    return !hasMain && (need === 'perhaps' || members.length === 0);
  }

  #applies({ dependentAction, holder, when }: DependentAction): boolean {
    if (holder === 'role') return false;
    if (when === undefined || this.#options.conditional === true) return true;
    if (dependentAction.startsWith('kms:')) return this.#options.kmsKeys !== undefined;
    return this.#options.tags === true && isTagging(dependentAction);
  }

  #add(name: ActionName, cause: Cause): void {
    const action = getAction(name);
    // INVARIANT: an action is added once, so that cycles of dependents end.
    if (action === undefined || this.#visited.has(action.fullName)) return;
    this.#visited.add(action.fullName);
    const { reason, need, neededBy, whenResourceType, when, members = [], conditions } = cause;
    const scope = scopeOf(action, neededBy, this.#options);
    const values =
      conditions === undefined || Object.keys(conditions).length === 0 ? scope.conditions : conditions;
    this.permissions.push({
      action: action.fullName,
      reason,
      need,
      neededBy,
      whenResourceType,
      when,
      members,
      resources: scope.resources,
      conditions: values,
    });
  }
}

/** What every call asks for, or every one without a member that takes it away. */
function isMain({ need, unless }: OperationPermission): boolean {
  return need === 'always' || unless.length > 0;
}

function reasonOf({ action, need }: OperationPermission): RequiredPermission['reason'] {
  return need === 'thisCall' && isTagging(action) ? 'tagging' : 'dependent';
}
