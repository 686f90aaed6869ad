import type { AccessLevel } from './accessLevel.ts';

/** The full name of an action, prefix and name: `ecs:RunTask`. */
export type ActionName = `${string}:${string}`;

/** One action of a service, as the service authorization reference lists it. */
export interface Action {
  /** The prefix of the service: `ecs`. */
  readonly service: string;
  /** The name without prefix, in AWS's spelling: `RunTask`. */
  readonly name: string;
  /** Prefix and name: `ecs:RunTask`. */
  readonly fullName: ActionName;
  /** One level or several, in the order of {@link AccessLevel}. */
  readonly accessLevels: readonly AccessLevel[];
  /** The resource types that a policy can name for this action; empty for an action that takes only `*` (rule S47). */
  readonly resourceTypes: readonly ActionResource[];
  /** Template names of the condition keys that any request for this action may carry. */
  readonly conditionKeys: readonly string[];
  /**
   * Actions that the caller needs besides this one (rule S180), whatever the resource.
   * `undefined` means not known: the action is newer than the source of this fact.
   */
  readonly dependentActions: readonly ActionName[] | undefined;
  /** Whether no API operation of this name exists; `undefined` where the source of the fact is too old. */
  readonly permissionOnly: boolean | undefined;
  /** Whether the action has no resource types, so that only a resource pattern that covers `*` allows it (rule S47). */
  readonly wildcardOnly: boolean;
  /** Named combinations of resource types, where the reference gives them (for example for `ec2:RunInstances`). */
  readonly scenarios: readonly ActionScenario[];
}

/** A resource type of an action. */
export interface ActionResource {
  /** The name of the resource type, as in `Service.resourceTypes`. */
  readonly name: string;
  /** Whether every request names a resource of this type. */
  readonly required: boolean;
  /** Template names of the condition keys that a request carries for this resource. */
  readonly conditionKeys: readonly string[];
  /** Actions needed besides when a resource of this type is named. */
  readonly dependentActions: readonly ActionName[];
}

/** One way of calling an action with the resource types that it then needs. */
export interface ActionScenario {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
}
