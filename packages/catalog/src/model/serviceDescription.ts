import type { Citation } from './citation.ts';
import type { ServiceLinkedRole } from './serviceLinkedRole.ts';
import type { AccessLevel } from './accessLevel.ts';
import type { Action, ActionName } from './action.ts';
import type { ConditionKey } from './conditionKey.ts';
import type { Feature } from './feature.ts';
import type { Need, RoleParameter } from './operation.ts';
import type { ReferencePage } from './referencePage.ts';
import type { ResourceType } from './resourceType.ts';

/** How one service works with IAM: what AWS's page of that name tells of it, in its order. */
export interface ServiceDescription {
  /** The prefix of its actions: `ecs`. */
  readonly prefix: string;
  /** The name for people: `Amazon Elastic Container Service`. */
  readonly name: string;
  /** The pages of AWS's reference, the likeliest first. */
  readonly pages: readonly ReferencePage[];
  /** The eleven rows of AWS's table; each has how its support is known. */
  readonly features: readonly Feature[];
  readonly resourcePolicies: ResourcePolicyFacts;
  readonly actions: ServiceActions;
  /** Every resource type, with what takes it. */
  readonly resourceTypes: readonly DescribedType[];
  /** Every condition key, the service's own first, with what has it. */
  readonly conditionKeys: readonly DescribedKey[];
  readonly tags: TagFacts;
  /** Where it is stated that the service calls others as its caller; `undefined` where nothing is known. */
  readonly forwardAccess: Citation | undefined;
  /** The members of requests that name a role (rule S176). */
  readonly serviceRoles: readonly RoleParameter[];
  /** Other actions whose requests can give a role to a service; in which member is not known. */
  readonly roleTakingActions: readonly ActionName[];
  readonly serviceLinkedRoles: readonly ServiceLinkedRole[];
}

/** Policies of a service's resources. */
export interface ResourcePolicyFacts {
  /** The operation that sets one, where it is known. */
  readonly operation: ActionName | undefined;
  /** Whether resource control policies of an organization apply to the service (rule S169). */
  readonly resourceControlPolicies: boolean;
  readonly source: Citation | undefined;
}

/** The actions of a service, and what is to be said of them together. */
export interface ServiceActions {
  /** Every action, sorted by name. */
  readonly all: readonly DescribedAction[];
  /** The levels that there are, in AWS's order; an action of two levels is at both. */
  readonly byAccessLevel: readonly {
    readonly accessLevel: AccessLevel;
    readonly actions: readonly ActionName[];
  }[];
  /** Patterns of a verb that match two actions or more (`ecs:Describe*`), those that match the most first. */
  readonly wildcards: readonly { readonly pattern: string; readonly actions: number }[];
  /** Actions for which only `*` can be named in `Resource` (rule S47). */
  readonly wildcardOnly: readonly ActionName[];
  /** Actions of which the source says that no API operation has their name. */
  readonly permissionOnly: readonly ActionName[];
  /** Operations that need more than the action of their name, as far as is known. */
  readonly operations: readonly OperationNeeds[];
}

/** An action with the address of its entry in AWS's reference. */
export interface DescribedAction extends Action {
  /** Its name in words, made by rule; no sentence of AWS. */
  readonly wordsFromName: string;
  readonly url: string;
}

/** A resource type with the actions that take it and the address of its entry. */
export interface DescribedType extends ResourceType {
  /** Its name in words, made by rule; no sentence of AWS. */
  readonly wordsFromName: string;
  readonly actions: readonly ActionName[];
  readonly url: string;
}

/** A condition key of a service with what has it and the address of its entry. */
export interface DescribedKey extends ConditionKey {
  /** Its name in words, made by rule; no sentence of AWS. */
  readonly wordsFromName: string;
  /** Whether the key has the prefix of the service; the others are shared, such as those of tags. */
  readonly own: boolean;
  /** The actions whose requests can carry it. */
  readonly actions: readonly ActionName[];
  /** The resource types that have it. */
  readonly resourceTypes: readonly string[];
  readonly url: string;
}

/** What policies can ask of tags. */
export interface TagFacts {
  /** The keys of tags among the condition keys of the service. */
  readonly keys: readonly string[];
  /** The keys of tags that each resource type has; empty for a type without. */
  readonly resourceTypes: readonly { readonly name: string; readonly keys: readonly string[] }[];
  /** Actions whose requests carry tags for what they make or change, and that are no actions of tagging. */
  readonly onCreate: readonly ActionName[];
  /** Actions of the access level Tagging. */
  readonly tagging: readonly ActionName[];
}

/** What an API operation needs: what AWS authorises it for, and what that needs in turn. */
export interface OperationNeeds {
  /** The prefix of the service. */
  readonly service: string;
  /** The name without prefix: `RunTask`. */
  readonly name: string;
  /** The address of AWS's list of operations. */
  readonly url: string;
  readonly permissions: readonly NeededPermission[];
  /** The list of operations, where it was read. */
  readonly source: Citation | undefined;
}

/** One permission that an operation needs. */
export interface NeededPermission {
  readonly action: ActionName;
  /** Who needs it: the caller, or the role with which the service goes on afterwards. */
  readonly holder: 'caller' | 'role';
  /** By every call, by some (`thisCall`; `when` tells which, if that is known), or perhaps: nobody knows when. */
  readonly need: Need;
  /** The calls that need it, in words that follow "when". */
  readonly when?: string;
  /** Condition keys with the values that the request will carry. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}
