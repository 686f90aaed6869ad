import type { Policy } from '@policywright/policy';

/** What is known of the account besides the policies of the caller. Each answer may be `undefined`: not known. */
export interface World {
  /** The account that owns a resource whose ARN does not tell: a bucket of another account. */
  readonly accountOf?: ((arn: string) => string | undefined) | undefined;
  /** The tags of a resource; an empty object for one without tags. */
  readonly tagsOf?: ((arn: string) => Readonly<Record<string, string>> | undefined) | undefined;
  /** The policy of a resource or KMS key; for an object of Amazon S3, its bucket is asked for where the object has none. */
  readonly policyOf?: ((arn: string) => Policy | undefined) | undefined;
  /** The trust policy of a role; of a service-linked role, which exists then. */
  readonly trustOf?: ((roleArn: string) => Policy | undefined) | undefined;
  /**
   * The ARN of the KMS key that encrypts a resource, or that an alias stands for; `none` where no customer managed key does:
   * what AWS owns or manages for a service needs no permission of the caller. Of a secret that is called by its name, the six
   * characters at the end of the ARN are `?`.
   */
  readonly keyOf?: ((arn: string) => string | undefined) | undefined;
  /** The ARN of the bucket behind an access point of Amazon S3. */
  readonly underlyingOf?: ((accessPointArn: string) => string | undefined) | undefined;
  /** The ARN of the role of an instance profile, which is given by name or ARN. */
  readonly roleOfProfile?: ((nameOrArn: string) => string | undefined) | undefined;
  /** The ARNs of the roles that a resource passes on, such as those of a task definition; empty for none. */
  readonly rolesOf?: ((arn: string) => readonly string[] | undefined) | undefined;
}
