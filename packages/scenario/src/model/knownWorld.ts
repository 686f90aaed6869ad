import type { Policy } from '@policywright/policy';

/** What a scenario or a file says of one resource. What it leaves out is not known. */
export interface KnownResource {
  /** The account that owns it, 12 digits, where its ARN does not tell. */
  readonly account: string | undefined;
  readonly tags: Readonly<Record<string, string>> | undefined;
  readonly policy: Policy | undefined;
  /** Of a role. */
  readonly trust: Policy | undefined;
  /** The KMS key that encrypts it or that an alias stands for; `none` where no customer managed key does. */
  readonly keyArn: string | undefined;
  /** The roles that it passes on, such as those of a task definition. */
  readonly roles: readonly string[] | undefined;
  /** Of an instance profile. */
  readonly role: string | undefined;
  /** What lies behind an access point: the ARN of its bucket. */
  readonly underlying: string | undefined;
}

/** What is known of an account: the `World` that `@policywright/operations` takes. */
export interface KnownWorld {
  readonly accountOf: (arn: string) => string | undefined;
  readonly tagsOf: (arn: string) => Readonly<Record<string, string>> | undefined;
  readonly policyOf: (arn: string) => Policy | undefined;
  readonly trustOf: (roleArn: string) => Policy | undefined;
  readonly keyOf: (arn: string) => string | undefined;
  readonly rolesOf: (arn: string) => readonly string[] | undefined;
  readonly roleOfProfile: (nameOrArn: string) => string | undefined;
  readonly underlyingOf: (accessPointArn: string) => string | undefined;
}

/**
 * Makes look-ups of what is known.
 *
 * @param known - by ARN; instance profiles also by name.
 */
export function knownWorld(known: ReadonlyMap<string, KnownResource>): KnownWorld {
  return {
    accountOf: (arn) => known.get(arn)?.account,
    tagsOf: (arn) => known.get(arn)?.tags,
    policyOf: (arn) => known.get(arn)?.policy,
    trustOf: (arn) => known.get(arn)?.trust,
    keyOf: (arn) => known.get(arn)?.keyArn,
    rolesOf: (arn) => known.get(arn)?.roles,
    roleOfProfile: (nameOrArn) =>
      known.get(nameOrArn)?.role ??
      [...known].find(([arn, { role }]) => role !== undefined && arn.endsWith(`/${nameOrArn}`))?.[1].role,
    underlyingOf: (arn) => known.get(arn)?.underlying,
  };
}
