import type { RequestContext } from '@policywright/conditions';
import type { LayerKind } from '../layers/layer.ts';
import type { MatchedStatement } from './matchedStatement.ts';
import type { PolicyPhrase } from '@policywright/policy';

/**
 * The ways in which AWS says no.
 *
 * - `sentence`: names the action, such as "User: … is not authorized to perform: …".
 * - `decoded`: the answer of `sts:DecodeAuthorizationMessage`, which names the whole request.
 * - `encoded`: what stands before that answer; all that it tells is in `encodedMessage`.
 * - `brief`: names no action, such as "Access Denied".
 * - `ciphertext`: AWS KMS does not say whether the key is missing or the permission is.
 */
export type AccessDeniedForm = 'sentence' | 'decoded' | 'encoded' | 'brief' | 'ciphertext';

/** What an access-denied message of AWS tells. What it leaves open is `undefined`. */
export interface AccessDenied {
  readonly form: AccessDeniedForm;
  /** As the message names it: an ARN, the name of a service, `anonymous`, or an id. */
  readonly principal: string | undefined;
  /** The action that was performed, `prefix:Name`. */
  readonly action: string | undefined;
  /**
   * As the message names it: an ARN as a rule, in which some services mask the account, sometimes only a
   * name. `*` where the message names no resource.
   */
  readonly resource: string;
  /** Whether `resource` stands in the message. */
  readonly namesResource: boolean;
  /** Whether a Deny refused the request or an Allow was missing. */
  readonly kind: 'explicitDeny' | 'implicitDeny' | undefined;
  /** The layer that refused. */
  readonly layer: LayerKind | undefined;
  /** The type of policy that refused; it tells a role's trust policy from other resource-based policies. */
  readonly policyType: PolicyPhrase | undefined;
  /**
   * The action that no policy allows, where the reason names it. It differs from `action` where an
   * operation needs the permission for another action too, and is then the one that was refused.
   */
  readonly reasonAction: string | undefined;
  /** Name or ARN of the policy whose Deny refused. */
  readonly policyName: string | undefined;
  /** ARN of that policy. */
  readonly policyArn: string | undefined;
  /** The operation that was called, `GetObject` or `s3:GetObject`, where the text around the message names it. */
  readonly operation: string | undefined;
  /** What `sts:DecodeAuthorizationMessage` takes; it tells more than the message does. */
  readonly encodedMessage: string | undefined;
  /** The request context; only a decoded message has it. */
  readonly context: RequestContext | undefined;
  /** The statements that bore on the request; only a decoded message has them. */
  readonly matchedStatements: readonly MatchedStatement[] | undefined;
}

/** A message that tells nothing but its form. */
export function deniedBy(form: AccessDeniedForm): AccessDenied {
  return {
    form,
    principal: undefined,
    action: undefined,
    resource: '*',
    namesResource: false,
    kind: undefined,
    layer: undefined,
    policyType: undefined,
    reasonAction: undefined,
    policyName: undefined,
    policyArn: undefined,
    operation: undefined,
    encodedMessage: undefined,
    context: undefined,
    matchedStatements: undefined,
  };
}
