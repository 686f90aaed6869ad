import type { Citation } from './citation.ts';
import type { ActionName } from './action.ts';

/** A call that a client can make of a service, with the actions for which AWS may authorise it. */
export interface Operation {
  /** The prefix under which most of its actions are: `ecs`. */
  readonly service: string;
  /** In AWS's spelling: `RunTask`. */
  readonly name: string;
  /** The id of the SDK client, as a page names it: `ecs`, `s3control`; `undefined` where no page lists the operation. */
  readonly client: string | undefined;
  /** The action of its own name first, where it asks for that. */
  readonly permissions: readonly OperationPermission[];
  /**
   * The table "API operations" that was read: it lists the operation, or it was read to its end and lists no action but
   * that of its name. `undefined` where the name of the action is all that speaks for it.
   */
  readonly source: Citation | undefined;
}

/** An action for which an operation is, or may be, authorised. */
export interface OperationPermission {
  readonly action: ActionName;
  /**
   * `always`: every call asks for it; `thisCall`: calls ask for it that have one of `members`, or none of `unless`, or
   * something that no member tells; `perhaps`: AWS has it and nobody knows when.
   */
  readonly need: Need;
  /** Members of the request that bring the need, without lists and maps on the way: `overrides.taskRoleArn`. */
  readonly members: readonly string[];
  /** Members of the request that take the need away: with `VersionId`, `s3:GetObject` is not asked for. */
  readonly unless: readonly string[];
  /** Condition keys with the values that the request for this action can carry: `iam:PassedToService`. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}

/** When a call asks for an action besides others. */
export type Need = 'always' | 'thisCall' | 'perhaps';

/** A member of a request that names a role, so that the caller needs `iam:PassRole` for it. */
export interface RoleParameter {
  /** The operation, by prefix and name: `ecs:RunTask`. */
  readonly operation: ActionName;
  /** The member, without lists and maps on the way: `overrides.taskRoleArn`. */
  readonly parameter: string;
  /** Whether every call has it. */
  readonly required: boolean;
  /** The services of which one will assume the role, what `iam:PassedToService` has; empty where that is not known. */
  readonly passedToServices: readonly string[];
  readonly source: Citation;
}
