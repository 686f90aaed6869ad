import type { ActionName } from './action.ts';
import type { Need } from './operation.ts';

/** What is known about the call whose permissions are asked for. */
export interface OperationOptions {
  /** The ARNs of the roles that the call passes, if known. */
  readonly roles?: readonly string[];
  /** Whether the call passes tags, so that it needs to tag what it makes too (rule S180). */
  readonly tags?: boolean;
  /**
   * The ARNs of the customer managed KMS keys with which what the call reads or writes is encrypted, so that it needs to
   * use them.
   */
  readonly kmsKeys?: readonly string[];
  /** Whether to list what only some calls need as well; `when` of each permission says which, if that is known. */
  readonly conditional?: boolean;
}

/** One action that the caller of an operation needs, or can need. */
export interface RequiredPermission {
  readonly action: ActionName;
  /** `operation` itself, one of its `dependent` actions, or `tagging` of what it makes. */
  readonly reason: 'operation' | 'dependent' | 'tagging';
  /** `always`, for calls as `when` says (`thisCall`), or `perhaps`: AWS says "may", and nobody knows when. */
  readonly need: Need;
  /** The operation or action for which it is needed. */
  readonly neededBy: ActionName;
  /** The resource type of the operation that brings the need; `undefined` where it does not depend on one. */
  readonly whenResourceType: string | undefined;
  /** The calls that need it, in words that follow "when"; `undefined` where every call does, or nobody knows which. */
  readonly when: string | undefined;
  /** The members of the request of which one brings the need; empty where it does not hang on any. */
  readonly members: readonly string[];
  /** ARN formats of the resources, or the ARNs themselves where they are known; `*` where the action takes no other. */
  readonly resources: readonly string[];
  /** Condition keys with the values that the request will carry. */
  readonly conditions: Readonly<Record<string, readonly string[]>>;
}
