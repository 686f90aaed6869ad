import type { Policy } from '@policywright/policy';
import type { Gap } from './gap.ts';

/** Tags by key. */
export type TagMap = Readonly<Record<string, string>>;

/** A policy of a principal, and how it came to it. */
export interface AttachedPolicy {
  /** The ARN of a managed policy, the name of an inline one. */
  readonly name: string;
  readonly policy: Policy;
  /** The ARN of the group that brings it; `undefined` for the principal's own. */
  readonly group: string | undefined;
}

/** A user or role of an account, with all policies that come with it. */
export interface AccountPrincipal {
  readonly kind: 'user' | 'role';
  readonly arn: string;
  readonly name: string;
  /** The account, 12 digits. */
  readonly account: string;
  /** `AIDA…` or `AROA…`; empty where the answer lacks it. */
  readonly id: string;
  readonly tags: TagMap;
  /** Managed and inline policies, those of groups behind the principal's own. */
  readonly policies: readonly AttachedPolicy[];
  /** The permissions boundary, where there is one and it is known. */
  readonly boundary: AttachedPolicy | undefined;
  /** ARNs of the groups of a user. */
  readonly groups: readonly string[];
  /** Of a role: who may assume it. */
  readonly trust: Policy | undefined;
  /** Of a role: the ARNs of its instance profiles. */
  readonly profiles: readonly string[];
  /** What is not known of it. */
  readonly gaps: readonly Gap[];
}

/** A group of users. */
export interface AccountGroup {
  readonly arn: string;
  readonly policies: readonly AttachedPolicy[];
}

/** A customer managed policy of an account. */
export interface ManagedPolicy {
  readonly arn: string;
  /** Whether it has versions that are not the default one. */
  readonly hasOtherVersions: boolean;
}

/** What one account says of itself: the answers of `get-account-authorization-details`. */
export interface AccountData {
  /** 12 digits. */
  readonly account: string;
  readonly partition: string;
  /** In the order of the answer, users first. */
  readonly principals: readonly AccountPrincipal[];
  readonly groups: readonly AccountGroup[];
  /** Its own managed policies. */
  readonly managed: readonly ManagedPolicy[];
}
