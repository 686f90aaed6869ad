import type { AccountPrincipal } from '../model/accountData.ts';
import type { IdentityCenter, PermissionSet, SignIn } from '../model/identityCenter.ts';

/**
 * The names that IAM Identity Center gives to the roles of a permission set: `AWSReservedSSO_NAME_`, and 16 digits.
 *
 * Source: "Referencing permission sets in resource policies, Amazon EKS Cluster config maps, and AWS KMS key policies", IAM
 * Identity Center User Guide.
 */
const RESERVED = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** Tells by which permission sets people have roles. */
export class SignIns {
  readonly #sets: ReadonlyMap<string, PermissionSet>;

  /** @param center - what its files tell. */
  constructor(center: IdentityCenter | undefined) {
    this.#sets = new Map((center?.permissionSets ?? []).map((set) => [set.name, set]));
  }

  /** The permission set of a role; `undefined` for users and other roles. */
  of({ kind, arn, name, account }: AccountPrincipal): SignIn | undefined {
    if (kind !== 'role' || !arn.includes(':role/aws-reserved/sso.amazonaws.com/')) return undefined;
    const permissionSet = RESERVED.exec(name)?.[1];
    if (permissionSet === undefined) return undefined;
    return { permissionSet, assigned: this.#sets.get(permissionSet)?.assignments.get(account) };
  }
}
