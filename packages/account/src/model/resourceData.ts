import type { KmsGrant } from '@policywright/evaluator';
import type { Policy } from '@policywright/policy';
import type { TagMap } from './accountData.ts';

/** A resource with what its account says of it. */
export interface ResourceData {
  readonly arn: string;
  /** The account that owns it, where the ARN or the file says. */
  readonly account: string | undefined;
  /** `undefined`: not known. */
  readonly tags: TagMap | undefined;
  /** Its policy; `undefined` for none. */
  readonly policy: Policy | undefined;
  /** There is a policy, or must be one as for a key, and it is not known. */
  readonly isPolicyUnknown: boolean;
  /** The key that encrypts it. */
  readonly keyArn: string | undefined;
  /** ARNs of the roles with which it runs: of a function, an instance, a task, a stack, a project. */
  readonly roles: readonly string[];
  /** Of a KMS key: its grants. */
  readonly grants: readonly KmsGrant[];
  /** Of a bucket: whether S3 Block Public Access restricts public policies (rule S195). */
  readonly restrictsPublicAccess: boolean;
}
