import type { Policy } from '@policywright/policy';

/** A user or group of IAM Identity Center. */
export interface AssignedIdentity {
  readonly kind: 'user' | 'group';
  readonly id: string;
  /** Name of the user or group, where a file tells it. */
  readonly name: string | undefined;
  /** Of a group: names, or else ids, of its users; `undefined` where no file tells them. */
  readonly members: readonly string[] | undefined;
}

/** A permission set of IAM Identity Center. */
export interface PermissionSet {
  readonly arn: string;
  readonly name: string;
  readonly inline: Policy | undefined;
  /** ARNs of the managed policies of AWS that it has. */
  readonly managed: readonly string[];
  /** Who is assigned it, by number of the account; accounts of which no file tells are missing. */
  readonly assignments: ReadonlyMap<string, readonly AssignedIdentity[]>;
}

/** What IAM Identity Center tells of an organization. */
export interface IdentityCenter {
  readonly permissionSets: readonly PermissionSet[];
}

/** Through which permission set people have a role. */
export interface SignIn {
  /** Name of the permission set. */
  readonly permissionSet: string;
  /** Who is assigned it in the account of the role; `undefined` where no file tells. */
  readonly assigned: readonly AssignedIdentity[] | undefined;
}
