import type { ActionName } from '@policywright/catalog';
import type { RequestContext } from '@policywright/conditions';
import type { Principal } from '@policywright/evaluator';

/** The input of an operation, with the names of members that the API and its SDKs have. */
export type OperationInput = Readonly<Record<string, unknown>>;

/** One call of an AWS API. */
export interface OperationCall {
  /** By prefix of the service or id of the SDK client, in any letter case: `ecs:RunTask`, `s3:ListObjectsV2`. */
  readonly operation: ActionName;
  readonly input: OperationInput;
  /** Who calls. */
  readonly principal: Principal;
  /** The account, 12 digits, in which what the request names by name alone is looked for: that of the caller. */
  readonly account: string;
  /** The Region that is called: `eu-west-1`; `undefined` where it is not known, so that ARNs of names are known in part. */
  readonly region: string | undefined;
  /** `aws` if left out. */
  readonly partition?: string | undefined;
  /** What else is known of the caller and the way of the call, such as `aws:MultiFactorAuthPresent`. */
  readonly context?: RequestContext | undefined;
  /** Keys that the caller is known not to have; with `*` at the end, all that begin so and are not in `context`. */
  readonly absent?: readonly string[] | undefined;
}
