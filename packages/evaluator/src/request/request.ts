import type { RequestContext } from '@policywright/conditions';

/**
 * Who makes the request: an ARN (user, root, assumed-role session, federated user), `"anonymous"`,
 * an AWS service by its principal name, an identity of a SAML or OIDC provider that has no AWS
 * credentials yet, or an S3 canonical user id.
 */
export type Principal =
  | string
  | { readonly service: string }
  | { readonly federated: string }
  | { readonly canonicalUser: string };

/** One request to decide: one principal, one action, one resource (rule S60). */
export interface Request {
  readonly principal: Principal;
  /** `prefix:Name`, in any letter case (rule S61). */
  readonly action: string;
  /** The ARN of the resource, or `*` for an action without resource-level permissions (rule S47). */
  readonly resource: string;
  /** The account that owns the resource, where its ARN does not say (rule S45). */
  readonly resourceAccount?: string | undefined;
  readonly context?: RequestContext | undefined;
  /**
   * Keys that the request is known not to have, with `*` at the end all that begin so and that `context` lacks; they are
   * not among the keys that `decidePartial` takes for unknown.
   */
  readonly absent?: readonly string[] | undefined;
  /**
   * What lies behind the resource and must let the request through as well, in order: the bucket of an S3
   * access point, for a multi-Region or Object Lambda access point all that follows (rule S210).
   */
  readonly underlying?: readonly UnderlyingResource[] | undefined;
}

/** A resource behind the one that a request names. */
export interface UnderlyingResource {
  /** Its ARN, such as that of the bucket or object behind an access point. */
  readonly resource: string;
  /** The account that owns it, where the ARN does not say. */
  readonly resourceAccount?: string | undefined;
}
