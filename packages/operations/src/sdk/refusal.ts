import { accessDeniedMessage, type PolicySet } from '@policywright/evaluator';
import { explainCheck } from '../decide/explainCheck.ts';
import type { Check } from '../model/check.ts';
import type { World } from '../model/world.ts';

/**
 * The names and HTTP status with which services refuse, where these are not those of most. From their API references, unchecked,
 * but for Amazon S3, whose client has such an error, as that of Amazon ECS has the one of most.
 */
const NAMES: Readonly<Record<string, readonly [name: string, status: number]>> = {
  autoscaling: ['AccessDenied', 403],
  cloudformation: ['AccessDenied', 403],
  cloudwatch: ['AccessDenied', 403],
  ec2: ['UnauthorizedOperation', 403],
  elasticloadbalancing: ['AccessDenied', 403],
  iam: ['AccessDenied', 403],
  lambda: ['AccessDeniedException', 403],
  rds: ['AccessDenied', 403],
  s3: ['AccessDenied', 403],
  sns: ['AuthorizationErrorException', 403],
  sts: ['AccessDenied', 403],
};

/** The error that a service throws where a request is not allowed, as its client has it. */
export class RefusedCallError extends Error {
  /** Of the service: `AccessDenied`, `AccessDeniedException`, `UnauthorizedOperation`. */
  override readonly name: string;
  readonly $fault = 'client';
  readonly $metadata: {
    readonly httpStatusCode: number;
    readonly attempts: number;
    readonly totalRetryDelay: number;
  };
  /** The check that fails. */
  readonly check: Check;

  /** @param of - the service that is called, what it says, and the check that fails. */
  constructor(of: { readonly service: string; readonly message: string; readonly check: Check }) {
    super(of.message);
    const [name, httpStatusCode] = NAMES[of.service] ?? ['AccessDeniedException', 400];
    this.name = name;
    this.$metadata = { httpStatusCode, attempts: 1, totalRetryDelay: 0 };
    this.check = of.check;
  }
}

/** A call of which nobody knows whether it is allowed, as the world does not tell enough. */
export class UndecidedCallError extends Error {
  override readonly name = 'UndecidedCallError';
  /** What the answer depends on. */
  readonly unknown: readonly string[];

  /** @param operation - by prefix and name. */
  constructor(operation: string, unknown: readonly string[]) {
    super(
      `whether \`${operation}\` is allowed depends on ${unknown.join(', ')}: let the world or the context tell it`,
    );
    this.unknown = unknown;
  }
}

/** The refusal of a check, with AWS's sentence. */
export function refusal(
  service: string,
  check: Check,
  of: { readonly policies: PolicySet; readonly world: World },
): RefusedCallError {
  const message =
    accessDeniedMessage(explainCheck(of.policies, check, of.world)) ??
    `not authorized to perform: ${check.action}`;
  return new RefusedCallError({ service, message, check });
}
